SET lock_timeout = '5s';
CREATE SCHEMA recruiting;
GRANT USAGE ON SCHEMA recruiting TO mosty_app;
