SET lock_timeout = '5s';
CREATE SCHEMA reviews;
GRANT USAGE ON SCHEMA reviews TO mosty_app;

-- One quarter of one partner, looked at by both sides (S0.54). The document is kept as it was shown; the decision and the
-- partner's signature come once each, in this order.
CREATE TABLE reviews.review (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  partner_id   kernel.id   NOT NULL,
  quarter      date        NOT NULL CHECK (extract(day FROM quarter) = 1 AND extract(month FROM quarter) IN (1, 4, 7, 10)),
  due_on       date        NOT NULL,
  created_at   timestamptz NOT NULL,
  document     jsonb,
  shown_at     timestamptz,
  shown_by     text,
  decision     text        CHECK (decision IN ('continue', 'change', 'part')),
  reason       text        CHECK (length(reason) BETWEEN 3 AND 1000),
  -- what the next quarter is for: three at most
  goals        text[]      CHECK (cardinality(goals) <= 3),
  decided_at   timestamptz,
  decided_by   text,
  signed_at    timestamptz,
  signed_by    text,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, partner_id, quarter),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK ((document IS NULL) = (shown_at IS NULL) AND (shown_at IS NULL) = (shown_by IS NULL)),
  CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (reason IS NULL)),
  CHECK (decided_at IS NULL OR shown_at IS NOT NULL),
  CHECK (signed_at IS NULL OR decided_at IS NOT NULL)
);
CREATE INDEX review_by_day ON reviews.review (workspace_id, due_on, id);
SELECT kernel.protect('reviews.review', partner_column => 'partner_id');
REVOKE DELETE, TRUNCATE ON reviews.review FROM mosty_app;

CREATE FUNCTION reviews.keep_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.document IS NOT NULL AND NEW.document IS DISTINCT FROM OLD.document)
     OR (OLD.decision IS NOT NULL AND (NEW.decision, NEW.reason, NEW.goals) IS DISTINCT FROM (OLD.decision, OLD.reason, OLD.goals))
     OR (OLD.signed_at IS NOT NULL AND NEW.signed_at IS DISTINCT FROM OLD.signed_at) THEN
    RAISE EXCEPTION 'what both sides saw stays as it was' USING ERRCODE = 'check_violation', CONSTRAINT = 'review_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_said BEFORE UPDATE ON reviews.review FOR EACH ROW EXECUTE FUNCTION reviews.keep_said();
ALTER TABLE reviews.review ENABLE ALWAYS TRIGGER keep_said;

-- What either side says of a point of the document.
CREATE TABLE reviews.remark (
  workspace_id uuid        NOT NULL,
  review_id    kernel.id   NOT NULL,
  no           int         NOT NULL CHECK (no > 0),
  partner_id   kernel.id   NOT NULL,
  point        text        NOT NULL,
  side         text        NOT NULL CHECK (side IN ('ours', 'theirs')),
  text         text        NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  author_id    text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, review_id, no),
  FOREIGN KEY (workspace_id, review_id) REFERENCES reviews.review
);
SELECT kernel.protect('reviews.remark', partner_column => 'partner_id');
SELECT kernel.append_only('reviews.remark');

CREATE VIEW reviews.v_due WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, quarter, due_on,
       CASE WHEN signed_at IS NOT NULL THEN 'signed' WHEN decided_at IS NOT NULL THEN 'decided'
            WHEN shown_at IS NOT NULL THEN 'shown' ELSE 'open' END AS state
FROM reviews.review;
GRANT SELECT ON reviews.v_due TO mosty_app;
