SET lock_timeout = '5s';

-- How much a partner may do before it is trusted (S0.17, S0.18): by version, three lines each. A version never changes.
CREATE TABLE lifecycle.limit_rule (
  workspace_id      uuid        NOT NULL,
  version           int         NOT NULL CHECK (version > 0),
  -- start: the scaled path, until a person looked
  of_stage          text        NOT NULL CHECK (of_stage IN ('launch', 'pilot', 'start')),
  -- NULL: not limited
  deals_max         int         CHECK (deals_max BETWEEN 0 AND 100000),
  accrued_minor_max bigint      CHECK (accrued_minor_max >= 0),
  discount_ppm_max  bigint      CHECK (discount_ppm_max BETWEEN 0 AND 1000000),
  currency          char(3)     NOT NULL,
  reason            text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  published_at      timestamptz NOT NULL,
  published_by      text        NOT NULL,
  PRIMARY KEY (workspace_id, version, of_stage)
);
-- What holds a partner back is told to it.
SELECT kernel.protect('lifecycle.limit_rule', shared => true);
SELECT kernel.append_only('lifecycle.limit_rule');

-- A person looked at a partner of the scaled path: its starting limits are over for this way (from its agreement on).
CREATE TABLE lifecycle.limit_lifted (
  workspace_id uuid        NOT NULL,
  partner_id   kernel.id   NOT NULL,
  way_no       int         NOT NULL,
  reason       text        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  lifted_at    timestamptz NOT NULL,
  lifted_by    text        NOT NULL,
  PRIMARY KEY (workspace_id, partner_id, way_no),
  FOREIGN KEY (workspace_id, partner_id, way_no) REFERENCES lifecycle.passage
);
SELECT kernel.protect('lifecycle.limit_lifted', partner_column => 'partner_id');
SELECT kernel.append_only('lifecycle.limit_lifted');

-- A way back from the stop list: two people took the entry off, with a reason, and it begins anew as a candidate.
INSERT INTO lifecycle.allowed (path, from_stage, to_stage, evidence)
SELECT path, 'stop_listed', 'candidate', '{stop_taken_off,not_stop_listed}'
FROM unnest('{standard,scaled,referral,alliance}'::text[]) AS path;
