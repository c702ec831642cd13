SET lock_timeout = '5s';

-- Which partners and clients are recognised by the same tax number, telephone or address, and which partners are paid into
-- one account. It tells that they are alike and by what, never the number itself.
CREATE VIEW directory.v_own_client WITH (security_invoker = true) AS
WITH known AS (
  SELECT workspace_id, id AS partner_id, 'tax_number' AS kind, regexp_replace(upper(tax_number), '[^0-9A-Z]', '', 'g') AS key
  FROM directory.partner WHERE tax_number IS NOT NULL
  UNION SELECT workspace_id, id, 'email', lower(email) FROM directory.partner WHERE email IS NOT NULL
  UNION SELECT workspace_id, id, 'phone', right(regexp_replace(phone, '\D', '', 'g'), 10) FROM directory.partner WHERE phone IS NOT NULL
  UNION SELECT workspace_id, partner_id, 'email', lower(email) FROM directory.face WHERE side = 'theirs' AND email IS NOT NULL
  UNION SELECT workspace_id, partner_id, 'phone', right(regexp_replace(phone, '\D', '', 'g'), 10)
        FROM directory.face WHERE side = 'theirs' AND phone IS NOT NULL
  UNION SELECT workspace_id, partner_id, 'tax_number', regexp_replace(upper(tax_number), '[^0-9A-Z]', '', 'g')
        FROM directory.requisites WHERE tax_number IS NOT NULL
)
SELECT known.workspace_id, known.partner_id, c.client_id, known.kind
FROM known
JOIN directory.client_key c ON c.workspace_id = known.workspace_id AND c.kind = known.kind AND c.key = known.key
WHERE length(known.key) >= 5;

CREATE VIEW directory.v_shared_account WITH (security_invoker = true) AS
WITH newest AS (
  SELECT DISTINCT ON (workspace_id, partner_id) workspace_id, partner_id, bank->>'account' AS account
  FROM directory.requisites ORDER BY workspace_id, partner_id, version DESC
)
SELECT one.workspace_id, one.partner_id, other.partner_id AS other_partner_id
FROM newest one
JOIN newest other ON other.workspace_id = one.workspace_id AND other.account = one.account AND other.partner_id <> one.partner_id
WHERE length(one.account) >= 5;
GRANT SELECT ON directory.v_own_client, directory.v_shared_account TO mosty_app;
