SET lock_timeout = '5s';

-- Whose link or code a click followed, as tracking told of it: a click is named to that partner and to nobody else.
CREATE TABLE webhooks.click_owner (
  workspace_id uuid      NOT NULL,
  click_id     text      COLLATE "C" NOT NULL,
  partner_id   kernel.id NOT NULL,
  PRIMARY KEY (workspace_id, click_id)
);
SELECT kernel.protect('webhooks.click_owner');

-- The partner that stood here was the one credited by a lead, and a lead may be credited by a code of somebody else.
ALTER TABLE webhooks.click_behind NO FORCE ROW LEVEL SECURITY;
DELETE FROM webhooks.click_behind a USING webhooks.click_behind b
WHERE b.workspace_id = a.workspace_id AND b.subject_id = a.subject_id AND b.click_id = a.click_id
  AND b.partner_id < a.partner_id;
ALTER TABLE webhooks.click_behind FORCE ROW LEVEL SECURITY;
ALTER TABLE webhooks.click_behind DROP CONSTRAINT click_behind_pkey;
ALTER TABLE webhooks.click_behind DROP COLUMN partner_id;
ALTER TABLE webhooks.click_behind ADD COLUMN told int GENERATED ALWAYS AS IDENTITY;
ALTER TABLE webhooks.click_behind ADD PRIMARY KEY (workspace_id, subject_id, click_id);
