SET lock_timeout = '5s';

-- What a colleague knows and what a partner lives by (S1.21), in the company's own words: the two are laid side by side.
CREATE TABLE directory.member_expertise (
  workspace_id uuid      NOT NULL,
  member_id    kernel.id NOT NULL,
  tag          text      NOT NULL CHECK (length(tag) BETWEEN 1 AND 60),
  -- one spelling of it, to match by
  tag_key      text      NOT NULL CHECK (length(tag_key) BETWEEN 1 AND 60),
  PRIMARY KEY (workspace_id, member_id, tag_key)
);
CREATE INDEX member_expertise_by_key ON directory.member_expertise (workspace_id, tag_key);
SELECT kernel.protect('directory.member_expertise');

CREATE TABLE directory.partner_expertise (
  workspace_id uuid      NOT NULL,
  partner_id   kernel.id NOT NULL,
  tag          text      NOT NULL CHECK (length(tag) BETWEEN 1 AND 60),
  tag_key      text      NOT NULL CHECK (length(tag_key) BETWEEN 1 AND 60),
  PRIMARY KEY (workspace_id, partner_id, tag_key),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
SELECT kernel.protect('directory.partner_expertise', partner_column => 'partner_id');

-- Whether the partner uses the product itself (S1.43): the last number counts.
CREATE TABLE directory.product_use (
  workspace_id uuid        NOT NULL,
  partner_id   kernel.id   NOT NULL,
  no           int         NOT NULL CHECK (no > 0),
  use          text        NOT NULL CHECK (use IN ('uses', 'has_access', 'no')),
  as_of        date        NOT NULL,
  source       text        NOT NULL CHECK (length(source) BETWEEN 1 AND 300),
  said_at      timestamptz NOT NULL,
  said_by      text        NOT NULL,
  PRIMARY KEY (workspace_id, partner_id, no),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
SELECT kernel.protect('directory.product_use', partner_column => 'partner_id');
SELECT kernel.append_only('directory.product_use');
