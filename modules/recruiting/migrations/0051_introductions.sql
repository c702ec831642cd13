SET lock_timeout = '5s';

-- What the company thanks a partner with for bringing a partner (S1.56), by version; no amount: it does not. Off until
-- somebody sets it. What held on the day of the first paid deal counts, so nothing is owed for what was before.
CREATE TABLE recruiting.introducer_reward (
  workspace_id uuid        NOT NULL,
  no           int         NOT NULL CHECK (no > 0),
  amount_minor bigint      CHECK (amount_minor > 0),
  currency     char(3)     NOT NULL,
  set_on       date        NOT NULL,
  set_at       timestamptz NOT NULL,
  set_by       text        NOT NULL,
  PRIMARY KEY (workspace_id, no)
);
SELECT kernel.protect('recruiting.introducer_reward');

-- For whom it was paid: once for each partner that came, and to the one who brought it, never to those before (one level).
CREATE TABLE recruiting.introducer_thanked (
  workspace_id  uuid        NOT NULL,
  partner_id    kernel.id   NOT NULL,
  introducer_id kernel.id   NOT NULL,
  first_sale_on date        NOT NULL,
  amount_minor  bigint      NOT NULL CHECK (amount_minor > 0),
  currency      char(3)     NOT NULL,
  thanked_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, partner_id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner,
  FOREIGN KEY (workspace_id, introducer_id) REFERENCES directory.partner,
  CHECK (partner_id <> introducer_id)
);
SELECT kernel.protect('recruiting.introducer_thanked');
