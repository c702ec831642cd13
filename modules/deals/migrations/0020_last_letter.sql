SET lock_timeout = '5s';

-- Asked again, the client answers the last letter; the address in an older one says so.
ALTER TABLE deals.handover ADD COLUMN replaced_at timestamptz;
-- Security is forced on the owner too; this once it changes every company's letters.
ALTER TABLE deals.handover NO FORCE ROW LEVEL SECURITY;
UPDATE deals.handover h SET replaced_at = later.sent_at
FROM deals.handover later
WHERE later.workspace_id = h.workspace_id AND later.deal_id = h.deal_id AND later.sent_at > h.sent_at
  AND NOT EXISTS (SELECT FROM deals.handover between_them WHERE between_them.workspace_id = h.workspace_id
    AND between_them.deal_id = h.deal_id AND between_them.sent_at > h.sent_at AND between_them.sent_at < later.sent_at);
ALTER TABLE deals.handover FORCE ROW LEVEL SECURITY;

-- Under which source the deal was told that a sale names by number; NULL: nobody said.
ALTER TABLE deals.sale ADD COLUMN named_deal_source text COLLATE "C";
CREATE OR REPLACE VIEW deals.v_sale_detail WITH (security_invoker = true) AS SELECT * FROM deals.sale;
CREATE INDEX sale_naming_deal ON deals.sale (workspace_id, named_deal) WHERE named_deal IS NOT NULL;
CREATE INDEX deal_by_external ON deals.deal (workspace_id, external_id) WHERE external_id IS NOT NULL;

-- A manager's deals, the last moved first.
CREATE INDEX deal_by_owner ON deals.deal (workspace_id, owner_member_id, moved_at DESC) WHERE owner_member_id IS NOT NULL;
