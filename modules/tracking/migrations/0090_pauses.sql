SET lock_timeout = '5s';

-- A pause in which the links do not go on (S0.49): what is printed somewhere leads to a page of the company and pays nobody,
-- until the partner is back at work.
CREATE TABLE tracking.pause (
  workspace_id uuid        NOT NULL,
  partner_id   kernel.id   NOT NULL,
  leads_to     text        NOT NULL CHECK (length(leads_to) BETWEEN 8 AND 2000),
  since        timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, partner_id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
SELECT kernel.protect('tracking.pause', partner_column => 'partner_id');

-- The same on each link: whoever keeps links in memory hears of it as of any other change.
ALTER TABLE tracking.link ADD COLUMN paused_to text CHECK (length(paused_to) BETWEEN 8 AND 2000);
