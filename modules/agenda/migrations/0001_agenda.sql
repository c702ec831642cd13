SET lock_timeout = '5s';
CREATE SCHEMA agenda;
GRANT USAGE ON SCHEMA agenda TO mosty_app;
