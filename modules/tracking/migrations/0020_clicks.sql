SET lock_timeout = '5s';

-- Every visit to a link, of people and of machines. An event table: by month of its time, no foreign keys, the key begins
-- with whose browser it was, so that one visitor's touches are one look-up. Rows come from the spool, by its loader.
CREATE TABLE tracking.click (
  workspace_id  uuid           NOT NULL,
  -- of a visitor without a cookie: made for this one click
  visitor_id    text           COLLATE "C" NOT NULL CHECK (length(visitor_id) BETWEEN 1 AND 64),
  -- the very millisecond that stands in the id: a click is found by its id alone
  clicked_at    timestamptz(3) NOT NULL,
  id            text           COLLATE "C" NOT NULL CHECK (length(id) BETWEEN 4 AND 40),
  link_id       text           COLLATE "C" NOT NULL,
  partner_id    text           COLLATE "C" NOT NULL,
  agreement_id  text           COLLATE "C" NOT NULL,
  verdict       text           NOT NULL CHECK (verdict IN ('human', 'bot', 'preview', 'prefetch')),
  -- the rule that told, by its code
  why           text           NOT NULL,
  -- keyed by a salt that lives for a day: the same address is recognised within a day and never after
  ip_hash       text,
  country       text           CHECK (length(country) = 2),
  user_agent    text           CHECK (length(user_agent) <= 300),
  referrer_host text           CHECK (length(referrer_host) <= 255),
  destination   text           NOT NULL,
  utm           jsonb,
  yclid         text,
  erid          text,
  -- the program whose own browser showed the page: a person all the same
  in_app        text,
  consented     boolean        NOT NULL,
  PRIMARY KEY (workspace_id, visitor_id, clicked_at, id)
) PARTITION BY RANGE (clicked_at);
CREATE INDEX click_by_time ON tracking.click (workspace_id, clicked_at, id);
CREATE INDEX click_by_link ON tracking.click (workspace_id, link_id, clicked_at);
SELECT kernel.protect('tracking.click', partner_column => 'partner_id');
SELECT kernel.append_only('tracking.click');

-- Makes the partitions of these months where they are missing. The application owns nothing, so the owner does it. They are
-- made beside and attached: that does not stop those who read and write meanwhile. Nobody reads a partition by its name.
CREATE FUNCTION tracking.make_click_months(first_month date, last_month date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  month date := pg_catalog.date_trunc('month', first_month)::date;
  made int := 0;
  name text;
BEGIN
  IF last_month > first_month + 3700 THEN
    RAISE EXCEPTION 'more than ten years of months at once';
  END IF;
  WHILE month <= last_month LOOP
    name := 'click_' || pg_catalog.to_char(month, 'YYYY_MM');
    IF pg_catalog.to_regclass('tracking.' || name) IS NULL THEN
      PERFORM pg_catalog.pg_advisory_xact_lock(7305020);
      IF pg_catalog.to_regclass('tracking.' || name) IS NULL THEN
        EXECUTE pg_catalog.format('CREATE TABLE tracking.%I (LIKE tracking.click INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
        EXECUTE pg_catalog.format('ALTER TABLE tracking.click ATTACH PARTITION tracking.%I FOR VALUES FROM (%L) TO (%L)',
          name, month::text || ' 00:00:00+00', (month + interval '1 month')::date::text || ' 00:00:00+00');
        made := made + 1;
      END IF;
    END IF;
    month := (month + interval '1 month')::date;
  END LOOP;
  RETURN made;
END $$;
REVOKE ALL ON FUNCTION tracking.make_click_months(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tracking.make_click_months(date, date) TO mosty_app;

-- Clicks per link, day of the company's calendar and verdict, kept by the loader in the transaction that writes the clicks.
CREATE TABLE tracking.click_day (
  workspace_id uuid   NOT NULL,
  link_id      text   COLLATE "C" NOT NULL,
  day          date   NOT NULL,
  verdict      text   NOT NULL,
  partner_id   text   COLLATE "C" NOT NULL,
  clicks       bigint NOT NULL,
  visitors     bigint NOT NULL,
  PRIMARY KEY (workspace_id, link_id, day, verdict)
);
CREATE INDEX click_day_by_partner ON tracking.click_day (workspace_id, partner_id, day);
SELECT kernel.protect('tracking.click_day', partner_column => 'partner_id');

-- Whether a visitor is given a cookie, and for how long.
CREATE TABLE tracking.visitor_policy (
  workspace_id uuid        NOT NULL,
  cookies      text        NOT NULL CHECK (cookies IN ('set', 'after_consent')),
  cookie_days  int         NOT NULL CHECK (cookie_days BETWEEN 1 AND 400),
  set_at       timestamptz NOT NULL,
  set_by       text        NOT NULL,
  PRIMARY KEY (workspace_id)
);
SELECT kernel.protect('tracking.visitor_policy', shared => true);

-- Which links changed in which transaction, so that every redirect keeps its memory up to date by asking for the last
-- ones only. `changed_in` means something in the cluster that wrote it: whoever starts reads all links and not this.
CREATE TABLE tracking.link_change (
  workspace_id uuid NOT NULL,
  link_id      text COLLATE "C" NOT NULL,
  changed_in   xid8 NOT NULL,
  PRIMARY KEY (workspace_id, link_id)
);
CREATE INDEX link_change_by_transaction ON tracking.link_change (changed_in);
SELECT kernel.protect('tracking.link_change', shared => true);
CREATE POLICY looks_across ON tracking.link_change FOR SELECT TO CURRENT_USER USING (true);

CREATE FUNCTION tracking.note_link_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tracking.link_change (workspace_id, link_id, changed_in)
  VALUES (NEW.workspace_id, NEW.id, pg_current_xact_id())
  ON CONFLICT (workspace_id, link_id) DO UPDATE SET changed_in = EXCLUDED.changed_in;
  RETURN NULL;
END $$;
CREATE TRIGGER note_link_change AFTER INSERT OR UPDATE ON tracking.link FOR EACH ROW EXECUTE FUNCTION tracking.note_link_change();

-- Links that changed in transactions which ended since `since` was told, and what to tell the next time. A transaction that
-- was still open then has a number not below it. Numbers of another cluster (a restored backup) lie above and are left out.
CREATE FUNCTION tracking.links_changed(since text)
RETURNS TABLE (workspace_id uuid, link_id text, until text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT c.workspace_id, c.link_id, pg_snapshot_xmin(pg_current_snapshot())::text
  FROM (SELECT 1) always
  LEFT JOIN tracking.link_change c ON c.changed_in >= since::xid8 AND c.changed_in < pg_snapshot_xmax(pg_current_snapshot())
$$;
REVOKE ALL ON FUNCTION tracking.links_changed(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tracking.links_changed(text) TO mosty_app;

-- Which host is which company's: all of them, for the memory of the redirect.
CREATE FUNCTION tracking.hosts() RETURNS TABLE (host text, workspace_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT d.host, d.workspace_id FROM tracking.domain d $$;
REVOKE ALL ON FUNCTION tracking.hosts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tracking.hosts() TO mosty_app;

CREATE POLICY looks_across ON tracking.visitor_policy FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION tracking.visitor_policies() RETURNS TABLE (workspace_id uuid, cookies text, cookie_days int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT p.workspace_id, p.cookies, p.cookie_days FROM tracking.visitor_policy p $$;
REVOKE ALL ON FUNCTION tracking.visitor_policies() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tracking.visitor_policies() TO mosty_app;
