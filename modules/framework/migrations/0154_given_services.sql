SET lock_timeout = '5s';

-- What of its track's package a partner was given (S1.24): in the words the document had on that day.
CREATE TABLE framework.given_service (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  ru           text        NOT NULL,
  en           text        NOT NULL,
  given_on     date        NOT NULL,
  by_member_id kernel.id,
  to_whom      text        NOT NULL CHECK (length(to_whom) BETWEEN 1 AND 200),
  noted_at     timestamptz NOT NULL,
  noted_by     text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE INDEX given_service_by_partner ON framework.given_service (workspace_id, partner_id, given_on DESC, id DESC);
SELECT kernel.protect('framework.given_service', partner_column => 'partner_id');
-- What was given is never rewritten; the name of whom it was given to goes on the day its people are forgotten.
REVOKE DELETE, TRUNCATE ON framework.given_service FROM mosty_app;
CREATE TRIGGER keep_given BEFORE DELETE OR UPDATE OF workspace_id, id, partner_id, ru, en, given_on, by_member_id, noted_at, noted_by
  ON framework.given_service FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE framework.given_service ENABLE ALWAYS TRIGGER keep_given;
