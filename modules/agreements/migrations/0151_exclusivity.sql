SET lock_timeout = '5s';

-- S1.67: one side works with nobody else in something, for something and until a day. Off unless it is written down.
-- {bound, subject, inReturn, price: {amountMinor, currency} | null, from, until, condition}
ALTER TABLE agreements.agreement_version ADD COLUMN exclusivity jsonb;
ALTER TABLE agreements.agreement_version ADD CONSTRAINT exclusivity_for_something CHECK (
  exclusivity IS NULL OR (exclusivity ->> 'bound' IN ('ours', 'theirs') AND length(exclusivity ->> 'inReturn') > 0
    AND exclusivity ->> 'until' > exclusivity ->> 'from'));

-- What is agreed: of versions that both sides accepted, in agreements that are not over. It knows no day: what has not begun and
-- what has run out stands here too, so whoever asks what holds says when. Days are told as text in jsonb.
CREATE VIEW agreements.v_exclusivity WITH (security_invoker = true) AS
SELECT a.workspace_id, a.partner_id, a.id AS agreement_id, v.id AS version_id, v.version, v.exclusivity ->> 'bound' AS bound,
       v.exclusivity ->> 'subject' AS subject, v.exclusivity ->> 'inReturn' AS in_return,
       (v.exclusivity #>> '{price,amountMinor}')::bigint AS price_minor, v.exclusivity #>> '{price,currency}' AS currency,
       (v.exclusivity ->> 'from')::date AS from_day, (v.exclusivity ->> 'until')::date AS until_day
FROM agreements.agreement a
JOIN agreements.agreement_version v ON v.workspace_id = a.workspace_id AND v.agreement_id = a.id AND v.version = a.current_version
WHERE v.exclusivity IS NOT NULL AND a.ended_at IS NULL;
GRANT SELECT ON agreements.v_exclusivity TO mosty_app;
