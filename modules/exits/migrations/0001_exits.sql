SET lock_timeout = '5s';
CREATE SCHEMA exits;
GRANT USAGE ON SCHEMA exits TO mosty_app;

-- One parting with a partner: from the decision to the end (S0.66). A partner that came back may part once more.
CREATE TABLE exits.exit (
  workspace_id  uuid        NOT NULL,
  partner_id    kernel.id   NOT NULL,
  no            int         NOT NULL CHECK (no > 0),
  began_at      timestamptz NOT NULL,
  closed_at     timestamptz,
  -- the thanks: a letter of the outbox, or said otherwise, and then how
  thanked_at    timestamptz,
  thanked_by    text,
  letter_id     kernel.id,
  -- personal data of the partner's people is kept until this day
  retention_on  date,
  retention_set_by text,
  PRIMARY KEY (workspace_id, partner_id, no),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK ((thanked_at IS NULL) = (thanked_by IS NULL)),
  CHECK (letter_id IS NULL OR thanked_at IS NOT NULL),
  CHECK ((retention_on IS NULL) = (retention_set_by IS NULL))
);
CREATE UNIQUE INDEX exit_open ON exits.exit (workspace_id, partner_id) WHERE closed_at IS NULL;
SELECT kernel.protect('exits.exit', partner_column => 'partner_id');
REVOKE DELETE, TRUNCATE ON exits.exit FROM mosty_app;

-- What came of working together, as it was shown to both sides; shown anew when it changed. Only the word on it is added.
CREATE TABLE exits.summary (
  workspace_id uuid        NOT NULL,
  partner_id   kernel.id   NOT NULL,
  exit_no      int         NOT NULL,
  version      int         NOT NULL CHECK (version > 0),
  figures      jsonb       NOT NULL,
  shown_at     timestamptz NOT NULL,
  shown_by     text        NOT NULL,
  agreed_at    timestamptz,
  agreed_by    text,
  -- in the portal by the partner, or told us otherwise: then where it is seen
  agreed_how   text        CHECK (agreed_how IN ('portal', 'told')),
  proof        text        CHECK (length(proof) BETWEEN 3 AND 1000),
  PRIMARY KEY (workspace_id, partner_id, exit_no, version),
  FOREIGN KEY (workspace_id, partner_id, exit_no) REFERENCES exits.exit,
  CHECK ((agreed_at IS NULL) = (agreed_by IS NULL) AND (agreed_at IS NULL) = (agreed_how IS NULL)),
  CHECK ((proof IS NOT NULL) = (agreed_how IS NOT DISTINCT FROM 'told'))
);
CREATE FUNCTION exits.keep_summary() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.agreed_at IS NOT NULL OR NEW.figures <> OLD.figures OR NEW.shown_at <> OLD.shown_at OR NEW.shown_by <> OLD.shown_by THEN
    RAISE EXCEPTION 'what was shown stays as it was shown' USING ERRCODE = 'check_violation', CONSTRAINT = 'summary_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_summary BEFORE UPDATE ON exits.summary FOR EACH ROW EXECUTE FUNCTION exits.keep_summary();
ALTER TABLE exits.summary ENABLE ALWAYS TRIGGER keep_summary;
SELECT kernel.protect('exits.summary', partner_column => 'partner_id');
REVOKE DELETE, TRUNCATE ON exits.summary FROM mosty_app;

-- To whom each client and each open deal went.
CREATE TABLE exits.handover (
  workspace_id  uuid        NOT NULL,
  partner_id    kernel.id   NOT NULL,
  exit_no       int         NOT NULL,
  -- the client or the deal
  what          kernel.id   NOT NULL,
  kind          text        NOT NULL CHECK (kind IN ('client', 'deal')),
  to_partner_id kernel.id,
  to_member_id  kernel.id,
  at            timestamptz NOT NULL,
  by_actor      text        NOT NULL,
  PRIMARY KEY (workspace_id, partner_id, exit_no, what),
  FOREIGN KEY (workspace_id, partner_id, exit_no) REFERENCES exits.exit,
  CHECK (to_partner_id IS NOT NULL OR to_member_id IS NOT NULL)
);
SELECT kernel.protect('exits.handover', partner_column => 'partner_id');
REVOKE DELETE, TRUNCATE ON exits.handover FROM mosty_app;

-- Those who were leaving before this was here.
INSERT INTO exits.exit (workspace_id, partner_id, no, began_at)
SELECT workspace_id, partner_id, 1, since FROM lifecycle.v_standing WHERE stage = 'leaving';
