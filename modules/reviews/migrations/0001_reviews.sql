SET lock_timeout = '5s';
CREATE SCHEMA reviews;
GRANT USAGE ON SCHEMA reviews TO mosty_app;
