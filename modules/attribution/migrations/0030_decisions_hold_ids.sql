SET lock_timeout = '5s';

-- What a reason speaks of by name stands with the sale (what its source said) and with the client: a decision is never
-- rewritten, so a person who is named in it could never be forgotten. Named when read; «…» where the reader may not see
-- it, or it is there no more.
CREATE FUNCTION attribution.told_by_sale(of_workspace uuid, of_sale text, what text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE what WHEN 'code' THEN s.named_code ELSE COALESCE(
    -- A form tells the id of the partner that was chosen in it.
    (SELECT p.name FROM directory.v_partner p WHERE p.workspace_id = of_workspace AND p.id = s.named_partner),
    s.named_partner) END
  FROM deals.v_sale_detail s WHERE s.workspace_id = of_workspace AND s.id = of_sale
$$;
CREATE FUNCTION attribution.client_called(of_workspace uuid, of_sale text, of_refund text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT c.name FROM directory.v_client c
  WHERE c.workspace_id = of_workspace AND c.id = CASE WHEN of_sale IS NULL
    THEN (SELECT r.client_id FROM deals.v_refund r WHERE r.workspace_id = of_workspace AND r.id = of_refund)
    ELSE (SELECT s.client_id FROM deals.v_sale_detail s WHERE s.workspace_id = of_workspace AND s.id = of_sale) END
$$;
CREATE FUNCTION attribution.spoken(of_workspace uuid, reason jsonb, of_sale text, of_refund text) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN reason->>'code' IN ('named_in_row', 'named_partner_unknown')
      THEN jsonb_set(reason, '{params,named}', to_jsonb(COALESCE(attribution.told_by_sale(of_workspace, of_sale, 'partner'), '…')))
    WHEN reason->>'code' IN ('code_in_row', 'code_unknown', 'code_at_checkout')
      THEN jsonb_set(reason, '{params,named}', to_jsonb(COALESCE(attribution.told_by_sale(of_workspace, of_sale, 'code'), '…')))
    WHEN reason->>'code' IN ('keeps_client', 'keeping_ended')
      THEN jsonb_set(reason, '{params,client}', to_jsonb(COALESCE(attribution.client_called(of_workspace, of_sale, of_refund), '…')))
    ELSE reason END
$$;

CREATE OR REPLACE VIEW attribution.v_participant WITH (security_invoker = true) AS
SELECT workspace_id, id, sale_id, refund_id, partner_id, agreement_id, class, kind,
       CASE WHEN role = 'source' AND NOT leads THEN 'co_source' ELSE role END AS role,
       share_ppm, rule, attribution.spoken(workspace_id, reason, sale_id, refund_id) AS reason, decision_id, cap_minor,
       deal_id
FROM attribution.participant WHERE withdrawn_at IS NULL;
CREATE OR REPLACE VIEW attribution.v_uncredited WITH (security_invoker = true) AS
SELECT workspace_id, sale_id, attribution.spoken(workspace_id, reason, sale_id, NULL) AS reason
FROM attribution.uncredited;

-- Decisions of the past are rewritten this once: the guard of the history stands aside for the owner of the tables and
-- comes back before the commit. Security is forced on the owner too, and every company's rows are meant.
ALTER TABLE attribution.decision NO FORCE ROW LEVEL SECURITY;
ALTER TABLE attribution.participant NO FORCE ROW LEVEL SECURITY;
ALTER TABLE attribution.uncredited NO FORCE ROW LEVEL SECURITY;
ALTER TABLE attribution.decision DISABLE TRIGGER append_only_rows;

CREATE FUNCTION attribution.without_names(reason jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_set(reason, '{params}', (reason->'params') - 'named' - 'client')
$$;
UPDATE attribution.decision d SET
  facts = d.facts
    || CASE WHEN jsonb_typeof(d.facts->'named') = 'object'
         THEN jsonb_build_object('named', (d.facts->'named') - 'text') ELSE '{}' END
    || CASE WHEN jsonb_typeof(d.facts->'code') = 'object'
         THEN jsonb_build_object('code', (d.facts->'code') - 'text') ELSE '{}' END
    || CASE WHEN jsonb_typeof(d.facts->'keeper') = 'object'
         THEN jsonb_build_object('keeper', (d.facts->'keeper') - 'clientName') ELSE '{}' END,
  steps = COALESCE((
    SELECT jsonb_agg(jsonb_set(s.step, '{reason}', attribution.without_names(s.step->'reason')) ORDER BY s.place)
    FROM jsonb_array_elements(d.steps) WITH ORDINALITY AS s(step, place)), '[]'),
  lost = COALESCE((
    SELECT jsonb_agg(jsonb_set(l.one, '{reason}', attribution.without_names(l.one->'reason')) ORDER BY l.place)
    FROM jsonb_array_elements(d.lost) WITH ORDINALITY AS l(one, place)), '[]'),
  -- what people said stands with the claim it was said in
  reason = CASE WHEN d.reason IS NULL OR d.reason IN ('facts_came_late', 'policy_published') THEN d.reason
                ELSE 'ruled' END;
UPDATE attribution.participant SET reason = attribution.without_names(reason)
WHERE reason->'params' ?| ARRAY['named', 'client'];
UPDATE attribution.uncredited SET reason = attribution.without_names(reason)
WHERE reason->'params' ?| ARRAY['named', 'client'];
DROP FUNCTION attribution.without_names(jsonb);

ALTER TABLE attribution.decision ENABLE ALWAYS TRIGGER append_only_rows;
ALTER TABLE attribution.uncredited FORCE ROW LEVEL SECURITY;
ALTER TABLE attribution.participant FORCE ROW LEVEL SECURITY;
ALTER TABLE attribution.decision FORCE ROW LEVEL SECURITY;
