SET lock_timeout = '5s';
CREATE SCHEMA deals;
GRANT USAGE ON SCHEMA deals TO mosty_app;

-- A paid sale. (source, external_id) is its business key for ever: a retried sale is the same sale.
-- Only the undo of a whole import frees a key, so that the mended file can be loaded again.
-- amount_micro: millionths of a minor unit, the exact sum of quantity × price before any rounding.
CREATE TABLE deals.sale (
  workspace_id  uuid        NOT NULL,
  id            kernel.id   NOT NULL,
  source        text        COLLATE "C" NOT NULL,
  external_id   text        COLLATE "C" NOT NULL,
  client_id     kernel.id,
  occurred_at   timestamptz NOT NULL,
  recorded_at   timestamptz NOT NULL,
  currency      char(3)     NOT NULL,
  amount_micro  bigint      NOT NULL CHECK (amount_micro >= 0),
  amount_minor  bigint      NOT NULL CHECK (amount_minor >= 0),
  -- VAT contained in the amount, when the source tells
  vat_micro     bigint,
  -- our cost of what was sold, when the source tells
  cost_minor    bigint,
  -- price before discount, when the source tells
  list_minor    bigint,
  product       text,
  -- the client's first sale by time, as known when it was recorded
  is_first      boolean     NOT NULL DEFAULT false,
  -- what the source said of who brought it, kept word for word
  named_partner text,
  named_code    text,
  import_id     kernel.id,
  line_count    int         NOT NULL DEFAULT 0,
  reversed_at   timestamptz,
  reversal_reason text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, client_id) REFERENCES directory.client
);
CREATE UNIQUE INDEX sale_by_key ON deals.sale (workspace_id, source, external_id) WHERE reversed_at IS NULL;
CREATE INDEX sale_by_time ON deals.sale (workspace_id, occurred_at DESC, id DESC);
CREATE INDEX sale_by_client ON deals.sale (workspace_id, client_id, occurred_at);
CREATE INDEX sale_by_import ON deals.sale (workspace_id, import_id) WHERE import_id IS NOT NULL;
SELECT kernel.protect('deals.sale');

CREATE TABLE deals.sale_line (
  workspace_id uuid          NOT NULL,
  sale_id      kernel.id     NOT NULL,
  position     int           NOT NULL,
  sku          text,
  quantity     numeric(20,4) NOT NULL,
  price        numeric(20,4) NOT NULL,
  amount_micro bigint        NOT NULL,
  source_line  int,
  PRIMARY KEY (workspace_id, sale_id, position)
);
SELECT kernel.protect('deals.sale_line');

-- A refund or credit note; amounts are positive. It may come before its sale, or match none: then it waits here.
CREATE TABLE deals.refund (
  workspace_id     uuid        NOT NULL,
  id               kernel.id   NOT NULL,
  source           text        COLLATE "C" NOT NULL,
  external_id      text        COLLATE "C" NOT NULL,
  -- the sale the source names, matched or not
  sale_external_id text        COLLATE "C",
  sale_id          kernel.id,
  client_id        kernel.id,
  -- sale: proportional to that sale; client: a credit to the client as a whole, priced by the keeper's scheme
  link             text        NOT NULL CHECK (link IN ('sale', 'client')),
  occurred_at      timestamptz NOT NULL,
  recorded_at      timestamptz NOT NULL,
  currency         char(3)     NOT NULL,
  amount_micro     bigint      NOT NULL CHECK (amount_micro >= 0),
  amount_minor     bigint      NOT NULL CHECK (amount_minor >= 0),
  reason           text,
  matched_at       timestamptz,
  import_id        kernel.id,
  reversed_at      timestamptz,
  reversal_reason  text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, sale_id) REFERENCES deals.sale,
  FOREIGN KEY (workspace_id, client_id) REFERENCES directory.client
);
CREATE UNIQUE INDEX refund_by_key ON deals.refund (workspace_id, source, external_id) WHERE reversed_at IS NULL;
CREATE INDEX refund_by_sale ON deals.refund (workspace_id, sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX refund_unmatched ON deals.refund (workspace_id, source, sale_external_id) WHERE matched_at IS NULL;
CREATE INDEX refund_by_time ON deals.refund (workspace_id, occurred_at DESC, id DESC);
CREATE INDEX refund_by_import ON deals.refund (workspace_id, import_id) WHERE import_id IS NOT NULL;
SELECT kernel.protect('deals.refund');

-- Money or hours put into the channel or into one partner (S3.28).
CREATE TABLE deals.cost (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  source       text        COLLATE "C" NOT NULL,
  external_id  text        COLLATE "C" NOT NULL,
  partner_id   kernel.id,
  class        text        NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance')),
  kind         text        NOT NULL CHECK (kind IN ('team', 'fee', 'bonus', 'tools', 'integration', 'event', 'materials', 'other')),
  occurred_on  date        NOT NULL,
  recorded_at  timestamptz NOT NULL,
  currency     char(3)     NOT NULL,
  amount_minor bigint      NOT NULL,
  hours        numeric(12,2),
  note         text,
  import_id    kernel.id,
  reversed_at  timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, partner_id) REFERENCES directory.partner
);
CREATE UNIQUE INDEX cost_by_key ON deals.cost (workspace_id, source, external_id) WHERE reversed_at IS NULL;
CREATE INDEX cost_by_partner ON deals.cost (workspace_id, partner_id, occurred_on);
SELECT kernel.protect('deals.cost');

CREATE VIEW deals.v_sale WITH (security_invoker = true) AS
SELECT workspace_id, id, source, external_id, client_id, occurred_at, recorded_at, currency, amount_micro, amount_minor, vat_micro,
       cost_minor, list_minor, is_first, import_id
FROM deals.sale WHERE reversed_at IS NULL;
CREATE VIEW deals.v_refund WITH (security_invoker = true) AS
SELECT workspace_id, id, source, external_id, sale_id, client_id, link, occurred_at, recorded_at, currency, amount_micro, amount_minor,
       matched_at, import_id, sale_external_id, reason
FROM deals.refund WHERE reversed_at IS NULL;
CREATE VIEW deals.v_cost WITH (security_invoker = true) AS
SELECT workspace_id, id, partner_id, class, kind, occurred_on, currency, amount_minor, hours, note, import_id FROM deals.cost WHERE reversed_at IS NULL;
GRANT SELECT ON deals.v_sale, deals.v_refund, deals.v_cost TO mosty_app;

-- What the rules of «кто привёл» look at.
CREATE VIEW deals.v_sale_to_attribute WITH (security_invoker = true) AS
SELECT workspace_id, id, client_id, occurred_at, named_partner, named_code FROM deals.sale WHERE reversed_at IS NULL;
GRANT SELECT ON deals.v_sale_to_attribute TO mosty_app;

-- Everything of one sale, also of one that was taken back.
CREATE VIEW deals.v_sale_detail WITH (security_invoker = true) AS SELECT * FROM deals.sale;
CREATE VIEW deals.v_sale_line WITH (security_invoker = true) AS SELECT * FROM deals.sale_line;
GRANT SELECT ON deals.v_sale_detail, deals.v_sale_line TO mosty_app;
