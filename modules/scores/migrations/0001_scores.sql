SET lock_timeout = '5s';
CREATE SCHEMA scores;
GRANT USAGE ON SCHEMA scores TO mosty_app;
