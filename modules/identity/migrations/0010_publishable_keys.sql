SET lock_timeout = '5s';

-- A publishable key stands in the source of a web page: it is no secret, may tell clicks and nothing else, and works
-- from the named sites only.
ALTER TABLE identity.api_key ADD COLUMN kind text NOT NULL DEFAULT 'secret' CHECK (kind IN ('secret', 'publishable'));
-- `https://shop.ru`; none: every site that links may lead to
ALTER TABLE identity.api_key ADD COLUMN origins text[] NOT NULL DEFAULT '{}';
-- shown again whenever it is needed
ALTER TABLE identity.api_key ADD COLUMN public_text text;
ALTER TABLE identity.api_key ADD CONSTRAINT api_key_secret_is_not_kept CHECK ((kind = 'publishable') = (public_text IS NOT NULL));
