SET lock_timeout = '5s';

-- S1.51: whoever made a material with us is named beside it: one of us, or a partner.
CREATE TABLE library.contributor (
  workspace_id uuid      NOT NULL,
  asset_id     kernel.id NOT NULL,
  place        int       NOT NULL CHECK (place BETWEEN 1 AND 20),
  member_id    kernel.id,
  partner_id   kernel.id,
  -- «придумал сценарий», “checked the figures”
  what         text      NOT NULL CHECK (length(what) <= 120),
  PRIMARY KEY (workspace_id, asset_id, place),
  FOREIGN KEY (workspace_id, asset_id) REFERENCES library.asset,
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, member_id) REFERENCES identity.member,
  CHECK ((member_id IS NULL) <> (partner_id IS NULL))
);
CREATE INDEX contributor_by_partner ON library.contributor (workspace_id, partner_id) WHERE partner_id IS NOT NULL;
SELECT kernel.protect('library.contributor');
-- Thanks are said aloud: whoever reads the material reads who made it.
CREATE POLICY shown_to_partners ON library.contributor FOR SELECT USING (
  workspace_id = (SELECT kernel.workspace()) AND (SELECT kernel.partner()) IS NOT NULL AND EXISTS (
    SELECT FROM library.asset a WHERE a.workspace_id = contributor.workspace_id AND a.id = contributor.asset_id));
