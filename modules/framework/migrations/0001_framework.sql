SET lock_timeout = '5s';
CREATE SCHEMA framework;
GRANT USAGE ON SCHEMA framework TO mosty_app;
