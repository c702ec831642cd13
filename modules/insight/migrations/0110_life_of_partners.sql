SET lock_timeout = '5s';

-- In how many calendar quarters a partner sold: whether revenue rests on those who stay (S1.72).
ALTER TABLE insight.partner_life ADD COLUMN quarters_sold int NOT NULL DEFAULT 0;

-- What was rolled up before learns it once; in a new installation there is nothing yet.
DO $$
DECLARE company uuid;
BEGIN
  FOR company IN SELECT workspace_id FROM kernel.workspace_head LOOP
    PERFORM set_config('app.workspace_id', company::text, true);
    UPDATE insight.partner_life l SET quarters_sold = q.quarters
    FROM (
      SELECT partner_id, class, currency, count(DISTINCT date_trunc('quarter', month)) AS quarters
      FROM insight.partner_month WHERE workspace_id = company AND sales_count > 0 GROUP BY 1, 2, 3
    ) q
    WHERE l.workspace_id = company AND l.partner_id = q.partner_id AND l.class = q.class AND l.currency = q.currency;
  END LOOP;
  PERFORM set_config('app.workspace_id', '', true);
END $$;
