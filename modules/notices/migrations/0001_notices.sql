SET lock_timeout = '5s';
CREATE SCHEMA notices;
GRANT USAGE ON SCHEMA notices TO mosty_app;
