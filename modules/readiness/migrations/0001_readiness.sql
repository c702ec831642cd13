SET lock_timeout = '5s';
CREATE SCHEMA readiness;
GRANT USAGE ON SCHEMA readiness TO mosty_app;
