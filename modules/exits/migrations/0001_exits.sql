SET lock_timeout = '5s';
CREATE SCHEMA exits;
GRANT USAGE ON SCHEMA exits TO mosty_app;
