SET lock_timeout = '5s';
CREATE SCHEMA files;
GRANT USAGE ON SCHEMA files TO mosty_app;
