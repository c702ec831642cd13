SET lock_timeout = '5s';
CREATE SCHEMA rhythm;
GRANT USAGE ON SCHEMA rhythm TO mosty_app;
