SET lock_timeout = '5s';
CREATE SCHEMA economics;
GRANT USAGE ON SCHEMA economics TO mosty_app;
