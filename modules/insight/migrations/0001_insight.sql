SET lock_timeout = '5s';
CREATE SCHEMA insight;
GRANT USAGE ON SCHEMA insight TO mosty_app;

-- Roll-ups of the facts other modules publish. Nothing here is a fact of its own: everything can be thrown away and
-- built again (rebuildRollups), and what the reaction keeps up to date equals what a rebuild gives.
-- No row and no column sums reporting classes (S2.3): class is in every key. It is compared by bytes: sorting a
-- thousand codes by the rules of Russian took most of the page's time.

-- A day of one class (or of the company's own sales) in one currency.
CREATE TABLE insight.class_day (
  workspace_id        uuid    NOT NULL,
  day                 date    NOT NULL,
  class               text COLLATE "C" NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance', 'direct')),
  currency            char(3) NOT NULL,
  sales_count         bigint  NOT NULL,
  sales_minor         bigint  NOT NULL,
  refunds_count       bigint  NOT NULL,
  refunds_minor       bigint  NOT NULL,
  accruals_count      bigint  NOT NULL,
  commission_minor    bigint  NOT NULL,
  costs_count         bigint  NOT NULL,
  costs_minor         bigint  NOT NULL,
  goods_minor         bigint  NOT NULL,
  goods_unknown_count bigint  NOT NULL,
  goods_unknown_minor bigint  NOT NULL,
  no_client_count     bigint  NOT NULL,
  no_client_minor     bigint  NOT NULL,
  uncredited_count    bigint  NOT NULL,
  uncredited_minor    bigint  NOT NULL,
  -- clients whose very first paid sale is this day's
  clients_came        bigint  NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, day, class, currency)
);
SELECT kernel.protect('insight.class_day');

-- The same for a calendar month; besides: how many partners sold, how much the largest of them gave, and what the
-- clients who came in it paid, less refunds, within each horizon of their first payment.
CREATE TABLE insight.class_month (
  workspace_id        uuid    NOT NULL,
  -- the first day
  month               date    NOT NULL,
  class               text COLLATE "C" NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance', 'direct')),
  currency            char(3) NOT NULL,
  sales_count         bigint  NOT NULL,
  sales_minor         bigint  NOT NULL,
  refunds_count       bigint  NOT NULL,
  refunds_minor       bigint  NOT NULL,
  accruals_count      bigint  NOT NULL,
  commission_minor    bigint  NOT NULL,
  costs_count         bigint  NOT NULL,
  costs_minor         bigint  NOT NULL,
  goods_minor         bigint  NOT NULL,
  goods_unknown_count bigint  NOT NULL,
  goods_unknown_minor bigint  NOT NULL,
  no_client_count     bigint  NOT NULL,
  no_client_minor     bigint  NOT NULL,
  uncredited_count    bigint  NOT NULL,
  uncredited_minor    bigint  NOT NULL,
  clients_came        bigint  NOT NULL,
  came_paid_90_minor  bigint  NOT NULL,
  came_paid_180_minor bigint  NOT NULL,
  came_paid_365_minor bigint  NOT NULL,
  sellers_count       bigint  NOT NULL,
  top_partner_id      kernel.id,
  top_paid_minor      bigint  NOT NULL,
  PRIMARY KEY (workspace_id, month, class, currency)
);
SELECT kernel.protect('insight.class_month');

-- A day of one partner, in the book of the agreement it acted under.
CREATE TABLE insight.partner_day (
  workspace_id        uuid      NOT NULL,
  partner_id          kernel.id NOT NULL,
  day                 date      NOT NULL,
  class               text COLLATE "C" NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance')),
  currency            char(3)   NOT NULL,
  sales_count         bigint    NOT NULL,
  sales_minor         bigint    NOT NULL,
  refunds_count       bigint    NOT NULL,
  refunds_minor       bigint    NOT NULL,
  accruals_count      bigint    NOT NULL,
  commission_minor    bigint    NOT NULL,
  costs_count         bigint    NOT NULL,
  costs_minor         bigint    NOT NULL,
  goods_minor         bigint    NOT NULL,
  goods_unknown_count bigint    NOT NULL,
  -- sales of others in which it implemented, advised or expanded: participation, never revenue
  took_part_count     bigint    NOT NULL,
  PRIMARY KEY (workspace_id, partner_id, day, class, currency)
);
CREATE INDEX partner_day_by_day ON insight.partner_day (workspace_id, day);
CREATE INDEX partner_day_with_costs ON insight.partner_day (workspace_id, day) INCLUDE (partner_id, class, currency, costs_minor)
  WHERE costs_count > 0;
SELECT kernel.protect('insight.partner_day', partner_column => 'partner_id');

CREATE TABLE insight.partner_month (
  workspace_id        uuid      NOT NULL,
  partner_id          kernel.id NOT NULL,
  -- the first day
  month               date      NOT NULL,
  class               text COLLATE "C" NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance')),
  currency            char(3)   NOT NULL,
  started_on          date      NOT NULL,
  sales_count         bigint    NOT NULL,
  paid_minor          bigint    NOT NULL,
  goods_minor         bigint    NOT NULL,
  goods_unknown_count bigint    NOT NULL,
  commission_minor    bigint    NOT NULL,
  costs_minor         bigint    NOT NULL,
  -- the days on which it sold, and on which it took part in sales of others
  sold_on             datemultirange NOT NULL,
  took_part_on        datemultirange NOT NULL,
  PRIMARY KEY (workspace_id, partner_id, month, class, currency)
);
CREATE INDEX partner_month_by_month ON insight.partner_month (workspace_id, month);
SELECT kernel.protect('insight.partner_month', partner_column => 'partner_id');

-- A partner's whole story in one class: when it sold, what was put in, when that came back. One row answers
-- «did it sell between two days» for any two days.
CREATE TABLE insight.partner_life (
  workspace_id        uuid      NOT NULL,
  partner_id          kernel.id NOT NULL,
  class               text COLLATE "C" NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance')),
  currency            char(3)   NOT NULL,
  started_on          date      NOT NULL,
  first_sale_on       date,
  last_sale_on        date,
  last_took_part_on   date,
  sold_on             datemultirange NOT NULL,
  took_part_on        datemultirange NOT NULL,
  sales_count         bigint    NOT NULL,
  paid_minor          bigint    NOT NULL,
  goods_minor         bigint    NOT NULL,
  goods_unknown_count bigint    NOT NULL,
  commission_minor    bigint    NOT NULL,
  costs_minor         bigint    NOT NULL,
  -- 1 is the month it started in; null while nothing was put in or it has not come back
  payback_month       int,
  PRIMARY KEY (workspace_id, partner_id, class, currency)
);
SELECT kernel.protect('insight.partner_life', partner_column => 'partner_id');

-- A client, the class and partner of its first paid sale, and what it paid, less refunds, within each horizon of it.
-- Only amounts in the currency of that first sale.
CREATE TABLE insight.client_life (
  workspace_id   uuid      NOT NULL,
  client_id      kernel.id NOT NULL,
  first_on       date      NOT NULL,
  class          text COLLATE "C" NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance', 'direct')),
  partner_id     kernel.id,
  currency       char(3)   NOT NULL,
  paid_90_minor  bigint    NOT NULL,
  paid_180_minor bigint    NOT NULL,
  paid_365_minor bigint    NOT NULL,
  PRIMARY KEY (workspace_id, client_id)
);
CREATE INDEX client_life_by_day ON insight.client_life (workspace_id, first_on, class, client_id);
CREATE INDEX client_life_by_partner ON insight.client_life (workspace_id, partner_id) WHERE partner_id IS NOT NULL;
SELECT kernel.protect('insight.client_life');

-- Refunds that no class is known for yet. `mark` tells apart two sets of equal number and amount.
CREATE TABLE insight.unmatched_day (
  workspace_id  uuid    NOT NULL,
  day           date    NOT NULL,
  currency      char(3) NOT NULL,
  refunds_count bigint  NOT NULL,
  refunds_minor bigint  NOT NULL,
  mark          bigint  NOT NULL,
  PRIMARY KEY (workspace_id, day, currency)
);
SELECT kernel.protect('insight.unmatched_day');

-- When the roll-ups were last brought up to date, and in which zone their days were cut.
CREATE TABLE insight.freshness (
  workspace_id uuid        PRIMARY KEY,
  refreshed_at timestamptz NOT NULL,
  rebuilt_at   timestamptz,
  zone         text        NOT NULL
);
SELECT kernel.protect('insight.freshness', shared => true);
