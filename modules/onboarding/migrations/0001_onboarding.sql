SET lock_timeout = '5s';
CREATE SCHEMA onboarding;
GRANT USAGE ON SCHEMA onboarding TO mosty_app;
