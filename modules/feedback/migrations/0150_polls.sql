SET lock_timeout = '5s';

-- Whether, when and how partners are asked each half-year. A version never changes; none means the usual way.
CREATE TABLE feedback.poll_settings (
  workspace_id uuid        NOT NULL,
  version      int         NOT NULL CHECK (version > 0),
  is_on        boolean     NOT NULL,
  is_nameless  boolean     NOT NULL,
  -- of a half-year: 5 is May and November
  month        int         NOT NULL CHECK (month BETWEEN 1 AND 6),
  open_days    int         NOT NULL CHECK (open_days BETWEEN 7 AND 60),
  set_at       timestamptz NOT NULL,
  set_by       text        NOT NULL,
  PRIMARY KEY (workspace_id, version)
);
SELECT kernel.protect('feedback.poll_settings');
SELECT kernel.append_only('feedback.poll_settings');

-- Six questions to the people of partners, once a half-year (S1.69, S1.70).
CREATE TABLE feedback.poll (
  workspace_id uuid      NOT NULL,
  id           kernel.id NOT NULL,
  half         text      NOT NULL CHECK (half ~ '^\d{4}-[12]$'),
  opens_on     date      NOT NULL,
  closes_on    date      NOT NULL,
  is_nameless  boolean   NOT NULL,
  -- over, and its nameless answers lie in an order that tells nothing
  is_mixed     boolean   NOT NULL DEFAULT false CHECK (is_nameless OR NOT is_mixed),
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, half),
  UNIQUE (workspace_id, id, is_nameless),
  CHECK (closes_on > opens_on)
);
-- People of partners read what they are asked.
SELECT kernel.protect('feedback.poll', shared => true);

-- Who was asked, and who answered: never what.
CREATE TABLE feedback.poll_seat (
  workspace_id uuid      NOT NULL,
  poll_id      kernel.id NOT NULL,
  member_id    kernel.id NOT NULL,
  partner_id   kernel.id NOT NULL,
  is_answered  boolean   NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, poll_id, member_id),
  FOREIGN KEY (workspace_id, poll_id) REFERENCES feedback.poll,
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
SELECT kernel.protect('feedback.poll_seat', partner_column => 'partner_id');

-- An answer of a nameless poll holds neither a person, nor a partner, nor a moment, and its key tells no order: what
-- the journal knows of who answered and when cannot be laid beside it. Partners read nobody's answers.
CREATE TABLE feedback.poll_answer (
  workspace_id uuid        NOT NULL,
  poll_id      kernel.id   NOT NULL,
  id           uuid        NOT NULL DEFAULT gen_random_uuid(),
  is_nameless  boolean     NOT NULL,
  partner_id   kernel.id,
  member_id    kernel.id,
  answered_at  timestamptz,
  recommend    int         NOT NULL CHECK (recommend BETWEEN 0 AND 10),
  support      int         NOT NULL CHECK (support BETWEEN 1 AND 5),
  value        int         NOT NULL CHECK (value BETWEEN 1 AND 5),
  simplicity   int         NOT NULL CHECK (simplicity BETWEEN 1 AND 5),
  speed        int         NOT NULL CHECK (speed BETWEEN 1 AND 5),
  words        text        CHECK (length(words) BETWEEN 1 AND 2000),
  PRIMARY KEY (workspace_id, poll_id, id),
  FOREIGN KEY (workspace_id, poll_id, is_nameless) REFERENCES feedback.poll (workspace_id, id, is_nameless),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  CHECK (num_nonnulls(partner_id, member_id, answered_at) = CASE WHEN is_nameless THEN 0 ELSE 3 END)
);
SELECT kernel.protect('feedback.poll_answer');
REVOKE UPDATE, TRUNCATE ON feedback.poll_answer FROM mosty_app;
-- What mixing leaves behind is cleared away at once, however few rows it is.
ALTER TABLE feedback.poll_answer SET (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);

-- A seat, its answer and the line of the journal are written by one transaction, and the database remembers by which and
-- in what order. So when a nameless poll is over its answers are taken out and put back by one transaction in the order
-- of their keys, once. Nothing else may be done to an answer: each that is taken out is back as it was when the
-- transaction ends, and a mixed poll takes neither more nor less.
CREATE FUNCTION feedback.keep_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  answer feedback.poll_answer := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
  poll feedback.poll;
BEGIN
  -- Whoever mixes is waited for, and what they made of the poll is what counts.
  SELECT * INTO poll FROM feedback.poll p
  WHERE p.workspace_id = answer.workspace_id AND p.id = answer.poll_id FOR KEY SHARE;
  IF TG_OP = 'UPDATE' OR poll.is_mixed OR (TG_OP = 'DELETE' AND NOT poll.is_nameless) THEN
    RAISE EXCEPTION 'feedback.poll_answer is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN answer;
END $$;
CREATE TRIGGER keep_answer BEFORE INSERT OR UPDATE OR DELETE ON feedback.poll_answer
  FOR EACH ROW EXECUTE FUNCTION feedback.keep_answer();
ALTER TABLE feedback.poll_answer ENABLE ALWAYS TRIGGER keep_answer;

CREATE FUNCTION feedback.check_put_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM feedback.poll_answer a
    WHERE a.workspace_id = OLD.workspace_id AND a.poll_id = OLD.poll_id AND a.id = OLD.id AND a IS NOT DISTINCT FROM OLD
  ) THEN
    RAISE EXCEPTION 'feedback.poll_answer is append-only: an answer was not put back'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER put_back AFTER DELETE ON feedback.poll_answer
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION feedback.check_put_back();
ALTER TABLE feedback.poll_answer ENABLE ALWAYS TRIGGER put_back;

CREATE TRIGGER append_only_table BEFORE TRUNCATE ON feedback.poll_answer
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE feedback.poll_answer ENABLE ALWAYS TRIGGER append_only_table;

-- Mixed once is mixed: nothing makes a poll take answers again.
CREATE FUNCTION feedback.keep_mixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.is_mixed AND (NOT NEW.is_mixed OR NOT NEW.is_nameless) THEN
    RAISE EXCEPTION 'a mixed poll stays mixed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_mixed BEFORE UPDATE ON feedback.poll FOR EACH ROW EXECUTE FUNCTION feedback.keep_mixed();
ALTER TABLE feedback.poll ENABLE ALWAYS TRIGGER keep_mixed;

-- What was done after a poll; partners read it.
CREATE TABLE feedback.poll_deed (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  poll_id      kernel.id   NOT NULL,
  words        text        NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
  author       text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, poll_id) REFERENCES feedback.poll
);
CREATE INDEX poll_deed_by_poll ON feedback.poll_deed (workspace_id, poll_id, at DESC);
SELECT kernel.protect('feedback.poll_deed', shared => true);

-- How many were asked and answered, and the camps, for those who judge the programme. Whoever reads it shows no camps of
-- fewer than five answers, nor of a nameless poll that is still open.
CREATE VIEW feedback.v_poll WITH (security_invoker = true) AS
SELECT p.workspace_id, p.id, p.half, p.opens_on, p.closes_on, p.is_nameless,
       (SELECT count(*) FROM feedback.poll_seat s WHERE s.workspace_id = p.workspace_id AND s.poll_id = p.id)::int AS asked,
       count(a.id)::int AS answered,
       count(a.id) FILTER (WHERE a.recommend >= 9)::int AS promoters,
       count(a.id) FILTER (WHERE a.recommend <= 6)::int AS detractors
FROM feedback.poll p LEFT JOIN feedback.poll_answer a ON a.workspace_id = p.workspace_id AND a.poll_id = p.id
GROUP BY p.workspace_id, p.id;
GRANT SELECT ON feedback.v_poll TO mosty_app;
