SET lock_timeout = '5s';
CREATE SCHEMA integrity;
GRANT USAGE ON SCHEMA integrity TO mosty_app;
