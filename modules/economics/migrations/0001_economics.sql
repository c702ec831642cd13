SET lock_timeout = '5s';
CREATE SCHEMA economics;
GRANT USAGE ON SCHEMA economics TO mosty_app;

-- What a month of one class is to bring (S3.8). Written anew when it changes: the last number counts, those before stay.
CREATE TABLE economics.plan (
  workspace_id  uuid        NOT NULL,
  month         date        NOT NULL CHECK (extract(day FROM month) = 1),
  class         text        NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance')),
  no            int         NOT NULL CHECK (no > 0),
  currency      char(3)     NOT NULL,
  revenue_minor bigint      NOT NULL CHECK (revenue_minor >= 0),
  clients       int         NOT NULL CHECK (clients >= 0),
  reason        text        CHECK (length(reason) BETWEEN 1 AND 500),
  written_at    timestamptz NOT NULL,
  written_by    text        NOT NULL,
  PRIMARY KEY (workspace_id, month, class, no)
);
SELECT kernel.protect('economics.plan');
SELECT kernel.append_only('economics.plan');

-- What an hour of a colleague costs from a month on; an empty member is everybody without a rate of their own.
CREATE TABLE economics.hour_rate (
  workspace_id uuid        NOT NULL,
  member_id    text        NOT NULL,
  from_month   date        NOT NULL CHECK (extract(day FROM from_month) = 1),
  no           int         NOT NULL CHECK (no > 0),
  currency     char(3)     NOT NULL,
  rate_minor   bigint      NOT NULL CHECK (rate_minor >= 0),
  written_at   timestamptz NOT NULL,
  written_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, member_id, from_month, no)
);
SELECT kernel.protect('economics.hour_rate');
SELECT kernel.append_only('economics.hour_rate');

-- Time of a month that was written as a cost: told time beyond it is still to be written. Without a colleague or a partner
-- the text is empty.
CREATE TABLE economics.priced (
  workspace_id uuid        NOT NULL,
  month        date        NOT NULL CHECK (extract(day FROM month) = 1),
  member_id    text        NOT NULL,
  partner_id   text        NOT NULL,
  no           int         NOT NULL CHECK (no > 0),
  minutes      int         NOT NULL CHECK (minutes > 0),
  rate_minor   bigint      NOT NULL,
  -- of the cost it became
  cost_key     text        NOT NULL,
  written_at   timestamptz NOT NULL,
  written_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, month, member_id, partner_id, no)
);
SELECT kernel.protect('economics.priced');
SELECT kernel.append_only('economics.priced');

-- A month as it was when it was closed. What came later is shown as a difference, the closed figures stay.
CREATE TABLE economics.month_close (
  workspace_id uuid        NOT NULL,
  month        date        NOT NULL CHECK (extract(day FROM month) = 1),
  currency     char(3)     NOT NULL,
  -- one object a class: amounts as whole numbers of the least unit
  figures      jsonb       NOT NULL,
  closed_at    timestamptz NOT NULL,
  closed_by    text        NOT NULL,
  PRIMARY KEY (workspace_id, month)
);
SELECT kernel.protect('economics.month_close');
SELECT kernel.append_only('economics.month_close');

-- A plan written after the month was closed would be a plan made to fit. Of a restore it asks nothing: plans and closings
-- come back in any order.
CREATE FUNCTION economics.refuse_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM economics.month_close c WHERE c.workspace_id = NEW.workspace_id AND c.month = NEW.month) THEN
    RAISE EXCEPTION 'the month % is closed', NEW.month USING ERRCODE = 'check_violation', CONSTRAINT = 'month_closed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refuse_closed BEFORE INSERT ON economics.plan FOR EACH ROW EXECUTE FUNCTION economics.refuse_closed();
