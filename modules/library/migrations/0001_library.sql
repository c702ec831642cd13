SET lock_timeout = '5s';
CREATE SCHEMA library;
GRANT USAGE ON SCHEMA library TO mosty_app;
