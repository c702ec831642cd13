SET lock_timeout = '5s';

-- Where people came from: per link and day their countries and the sites that led them. Machines are left out. Kept by the
-- loader beside `click_day`.
CREATE TABLE tracking.click_origin_day (
  workspace_id uuid   NOT NULL,
  link_id      text   COLLATE "C" NOT NULL,
  day          date   NOT NULL,
  kind         text   NOT NULL CHECK (kind IN ('country', 'referrer')),
  -- the country's two letters or the host of the site; empty: not known
  name         text   COLLATE "C" NOT NULL,
  partner_id   text   COLLATE "C" NOT NULL,
  clicks       bigint NOT NULL,
  PRIMARY KEY (workspace_id, link_id, day, kind, name)
);
CREATE INDEX click_origin_day_by_partner ON tracking.click_origin_day (workspace_id, partner_id, day);
CREATE INDEX click_origin_day_by_day ON tracking.click_origin_day (workspace_id, day);
SELECT kernel.protect('tracking.click_origin_day', partner_column => 'partner_id');

-- The whole channel over a period, and the feed of one partner.
CREATE INDEX click_day_by_day ON tracking.click_day (workspace_id, day);
CREATE INDEX click_by_partner ON tracking.click (workspace_id, partner_id, clicked_at, id);

-- How long a visit is remembered, with whose browser it was; and before which day visits are forgotten.
ALTER TABLE tracking.visitor_policy ADD COLUMN keep_days int NOT NULL DEFAULT 730 CHECK (keep_days BETWEEN 30 AND 3650);
CREATE TABLE tracking.clicks_forgotten (
  workspace_id uuid NOT NULL,
  -- roll-ups of the days before it stay and cannot be made anew
  before       date NOT NULL,
  PRIMARY KEY (workspace_id)
);
SELECT kernel.protect('tracking.clicks_forgotten', shared => true);

-- A visit is never changed. It is forgotten when its time is over, by the function below and by nobody else: the
-- application may not delete.
DROP TRIGGER append_only_rows ON tracking.click;
CREATE TRIGGER append_only_rows BEFORE UPDATE ON tracking.click
  FOR EACH ROW EXECUTE FUNCTION kernel.refuse_rewrite();
CREATE TRIGGER forgotten_only_when_due BEFORE DELETE ON tracking.click
  FOR EACH ROW WHEN (current_setting('app.forgets_clicks', true) IS DISTINCT FROM 'due')
  EXECUTE FUNCTION kernel.refuse_rewrite();
ALTER TABLE tracking.click ENABLE ALWAYS TRIGGER append_only_rows;
ALTER TABLE tracking.click ENABLE ALWAYS TRIGGER forgotten_only_when_due;

-- A month is dropped whole where no other company has a visit in it.
CREATE POLICY looks_across ON tracking.click FOR SELECT TO CURRENT_USER USING (true);

-- Forgets the company's visits before the moment: whole months at once, of the rest no more than `most`. Answers how many.
CREATE FUNCTION tracking.forget_clicks(before timestamptz, most int) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET lock_timeout = '3s' AS $$
DECLARE
  company uuid := kernel.workspace();
  forgotten bigint := 0;
  gone bigint;
  part record;
BEGIN
  IF before > pg_catalog.now() - interval '29 days' THEN
    RAISE EXCEPTION 'visits of the last month are not forgotten';
  END IF;
  FOR part IN
    SELECT m.name, m.begins, m.begins + interval '1 month' AS ends
    FROM (
      SELECT c.relname AS name, pg_catalog.to_date(pg_catalog.substr(c.relname, 7), 'YYYY_MM')::timestamp AT TIME ZONE 'UTC' AS begins
      FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'tracking.click'::pg_catalog.regclass
    ) m WHERE m.begins + interval '1 month' <= before
  LOOP
    CONTINUE WHEN EXISTS (
      SELECT FROM tracking.click k
      WHERE k.workspace_id < company AND k.clicked_at >= part.begins AND k.clicked_at < part.ends);
    CONTINUE WHEN EXISTS (
      SELECT FROM tracking.click k
      WHERE k.workspace_id > company AND k.clicked_at >= part.begins AND k.clicked_at < part.ends);
    SELECT pg_catalog.count(*) INTO gone FROM tracking.click k
      WHERE k.workspace_id = company AND k.clicked_at >= part.begins AND k.clicked_at < part.ends;
    EXECUTE pg_catalog.format('DROP TABLE tracking.%I', part.name);
    forgotten := forgotten + gone;
  END LOOP;
  PERFORM pg_catalog.set_config('app.forgets_clicks', 'due', true);
  DELETE FROM tracking.click k WHERE k.workspace_id = company AND (k.visitor_id, k.clicked_at, k.id) IN (
    SELECT o.visitor_id, o.clicked_at, o.id FROM tracking.click o
    WHERE o.workspace_id = company AND o.clicked_at < before ORDER BY o.clicked_at LIMIT most);
  GET DIAGNOSTICS gone = ROW_COUNT;
  PERFORM pg_catalog.set_config('app.forgets_clicks', '', true);
  RETURN forgotten + gone;
END $$;
REVOKE ALL ON FUNCTION tracking.forget_clicks(timestamptz, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tracking.forget_clicks(timestamptz, int) TO mosty_app;

-- By which link or code a sale was credited, told by whoever decides it. A sale decided otherwise is not here.
CREATE TABLE tracking.credited_sale (
  workspace_id uuid      NOT NULL,
  sale_id      kernel.id NOT NULL,
  -- the link or the code
  came_by      text      COLLATE "C" NOT NULL,
  partner_id   kernel.id NOT NULL,
  PRIMARY KEY (workspace_id, sale_id, came_by)
);
CREATE INDEX credited_sale_by_way ON tracking.credited_sale (workspace_id, came_by);
SELECT kernel.protect('tracking.credited_sale', partner_column => 'partner_id');

-- Nobody ever read the words a program told beside a fact, and names and addresses stand in them. The digest tells
-- whether the same was told again.
ALTER TABLE tracking.told DROP COLUMN metadata;

-- Clients whose click is still awaited, the oldest first.
CREATE INDEX awaited_click_by_time ON tracking.awaited_click (workspace_id, bound_at);
