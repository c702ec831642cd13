SET lock_timeout = '5s';

-- What a client is worth besides its first payments: whether it stays, how much and how widely it buys, how many
-- partners took part in it. Only sales in the currency of the first one, refunds aside.
ALTER TABLE insight.client_life ADD COLUMN last_on date;
ALTER TABLE insight.client_life ADD COLUMN sales_count bigint NOT NULL DEFAULT 0;
ALTER TABLE insight.client_life ADD COLUMN sales_minor bigint NOT NULL DEFAULT 0;
-- calendar quarters in which it paid
ALTER TABLE insight.client_life ADD COLUMN quarters_paid int NOT NULL DEFAULT 0;
-- partners in any role in any of its sales
ALTER TABLE insight.client_life ADD COLUMN partners_count int NOT NULL DEFAULT 0;
-- different things it bought; 0: nobody told what was sold
ALTER TABLE insight.client_life ADD COLUMN products_count int NOT NULL DEFAULT 0;

-- Sales of a day by how much is in them: the larger the solution, the larger the check? (S3.43)
CREATE TABLE insight.check_day (
  workspace_id uuid    NOT NULL,
  day          date    NOT NULL,
  class        text COLLATE "C" NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance', 'direct')),
  currency     char(3) NOT NULL,
  -- positions of the sale: 0 nobody told, 1 one, 2 two or three, 4 four and more
  positions    smallint NOT NULL CHECK (positions IN (0, 1, 2, 4)),
  -- partners in any role: 0, 1, 2, 3 and more
  parties      smallint NOT NULL CHECK (parties BETWEEN 0 AND 3),
  sales_count  bigint  NOT NULL,
  sales_minor  bigint  NOT NULL,
  PRIMARY KEY (workspace_id, day, class, currency, positions, parties)
);
SELECT kernel.protect('insight.check_day');

-- What a partner's day did to our name, as far as money tells: commission taken back, and sales below the price floor.
-- Refunds of the day stand in partner_day.
CREATE TABLE insight.harm_day (
  workspace_id      uuid      NOT NULL,
  partner_id        kernel.id NOT NULL,
  day               date      NOT NULL,
  class             text COLLATE "C" NOT NULL CHECK (class IN ('referral', 'partner_sales', 'alliance')),
  currency          char(3)   NOT NULL,
  clawbacks_count   bigint    NOT NULL,
  clawbacks_minor   bigint    NOT NULL,
  below_floor_count bigint    NOT NULL,
  below_floor_minor bigint    NOT NULL,
  PRIMARY KEY (workspace_id, partner_id, day, class, currency)
);
CREATE INDEX harm_day_by_day ON insight.harm_day (workspace_id, day);
SELECT kernel.protect('insight.harm_day', partner_column => 'partner_id');
CREATE INDEX partner_day_with_refunds ON insight.partner_day (workspace_id, day)
  INCLUDE (partner_id, class, currency, refunds_count, refunds_minor) WHERE refunds_count > 0;

-- The price floor the days were judged by; when it is another, or these columns are new, everything is built anew.
ALTER TABLE insight.freshness ADD COLUMN floor_ppm bigint NOT NULL DEFAULT -1;
