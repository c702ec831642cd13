import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Worth } from '../../contract/client-worth.ts';
import { addDays, type BusinessDate } from '@mosty/kernel/time';
import { LONG_QUARTERS, STAYED_DAYS, YEAR_DAYS } from '../../domain/client-worth/figure.ts';
import type { HorizonDays } from '../../domain/metrics/client-value.ts';
import { saleRows } from '../fact-rows.ts';
import { beyond, rowColumns, type RowFilter, type RowSource } from '../number-rows.ts';
import { closedDeals } from './closed-deals.ts';
import { POSITIONS } from './build-checks.ts';

interface Asked {
  readonly group: string | null;
  readonly horizon: HorizonDays;
  readonly today: BusinessDate;
}

/** Bands that end with «and more». */
const LAST_BAND = { partners: 3, products: 4 } as const;

function dealRows(also: RawBuilder<unknown>, shows: 'days' | 'paid'): RowSource {
  return {
    sortsBy: 'timestamptz',
    page(tx, filter, after, limit) {
      return sql`
        SELECT ${rowColumns({
          id: sql`deal.id`,
          kind: sql`'deal'`,
          class: sql`deal.class`,
          on: sql`(deal.closed_at AT TIME ZONE ${tx.zone})::date`,
          externalId: sql`deal.title`,
          partnerId: sql`deal.partner_id`,
          clientId: sql`deal.client_id`,
          ...(shows === 'days'
            ? { figure: sql`deal.days` }
            : { amountMinor: sql`deal.paid_minor`, currency: sql`${filter.currency}::text` }),
          note: sql`deal.outcome`,
          sort: sql`deal.closed_at`,
        })}
        FROM (${closedDeals(tx, filter.window, filter.currency)}) deal
        WHERE deal.class = ${filter.class} AND ${also} AND ${beyond(after, sql`deal.closed_at`, sql`deal.id`, 'timestamptz')}
        ORDER BY deal.closed_at DESC, deal.id DESC LIMIT ${limit}`;
    },
  };
}

const DAY_ZERO = sql`'2000-01-01'::date`;

/** Clients by the book of their first payment; `shows`: what is told of each. */
function clientRows(
  also: (tx: Tx) => RawBuilder<unknown>,
  shows: {
    readonly amount?: string;
    readonly figure?: RawBuilder<unknown>;
    readonly note?: RawBuilder<unknown>;
  },
): RowSource {
  return {
    sortsBy: 'bigint',
    page(tx: Tx, filter: RowFilter, after, limit) {
      const sort = sql`(l.first_on - ${DAY_ZERO})::bigint`;
      return sql`
        SELECT ${rowColumns({
          id: sql`l.client_id`,
          kind: sql`'client'`,
          class: sql`l.class`,
          on: sql`l.first_on`,
          partnerId: sql`l.partner_id`,
          clientId: sql`l.client_id`,
          ...(shows.amount ? { amountMinor: sql.ref(shows.amount), currency: sql`l.currency` } : {}),
          ...(shows.figure ? { figure: shows.figure } : {}),
          ...(shows.note ? { note: shows.note } : {}),
          sort,
        })}
        FROM insight.client_life l
        WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.currency = ${filter.currency} AND l.class = ${filter.class}
          AND l.first_on >= ${filter.window.from}::date AND l.first_on < ${filter.window.to}::date AND ${also(tx)}
          AND ${beyond(after, sort, sql`l.client_id`, 'bigint')}
        ORDER BY l.first_on DESC, l.client_id DESC LIMIT ${limit}`;
    },
  };
}

const sellerRows = (today: BusinessDate): RowSource => ({
  sortsBy: 'bigint',
  page(tx, filter, after, limit) {
    const sort = sql`(l.first_sale_on - ${DAY_ZERO})::bigint`;
    return sql`
      SELECT ${rowColumns({
        id: sql`l.partner_id`,
        kind: sql`'partner'`,
        class: sql`l.class`,
        on: sql`l.first_sale_on`,
        partnerId: sql`l.partner_id`,
        amountMinor: sql`l.paid_minor`,
        currency: sql`l.currency`,
        figure: sql`l.sales_count::int`,
        sort,
      })}
      FROM insight.partner_life l
      WHERE l.workspace_id = ${tx.workspaceId}::uuid AND l.currency = ${filter.currency} AND l.class = ${filter.class}
        AND l.sales_count = 1 AND l.first_sale_on <= ${addDays(today, -YEAR_DAYS)}::date AND ${beyond(after, sort, sql`l.partner_id`, 'bigint')}
      ORDER BY ${sort} DESC, l.partner_id DESC LIMIT ${limit}`;
  },
});

/** The sale stands among those of its positions, or of the number of its partners. */
function saleOf(by: 'positions' | 'parties', band: number): RawBuilder<unknown> {
  return by === 'positions'
    ? sql`(SELECT ${POSITIONS} FROM deals.v_sale_detail d WHERE d.workspace_id = s.workspace_id AND d.id = s.id) = ${band}`
    : sql`LEAST((SELECT count(DISTINCT o.partner_id) FROM attribution.v_participant o
        WHERE o.workspace_id = s.workspace_id AND o.sale_id = s.id), 3) = ${band}`;
}

const repeated = sql`s.client_id IS NOT NULL AND EXISTS (
  SELECT FROM deals.v_sale e WHERE e.workspace_id = s.workspace_id AND e.client_id = s.client_id
    AND (e.occurred_at, e.id) < (s.occurred_at, s.id))`;

function banded(column: 'partners' | 'products', band: number | null): RawBuilder<unknown> {
  if (band === null) return sql`true`;
  return sql`LEAST(${sql.ref(`l.${column}_count`)}, ${LAST_BAND[column]}) = ${band}`;
}

function inSegment(segment: string): (tx: Tx) => RawBuilder<unknown> {
  return (tx) => sql`EXISTS (SELECT FROM directory.v_client c
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.id = l.client_id AND COALESCE(c.segment, '') = ${segment})`;
}

function ofScenario(group: string): RawBuilder<unknown> {
  return group === ''
    ? sql`NOT EXISTS (SELECT FROM scenarios.v_scenario_deal x WHERE x.deal_id = deal.id)`
    : sql`EXISTS (SELECT FROM scenarios.v_scenario_deal x WHERE x.deal_id = deal.id AND x.scenario_id = ${group})`;
}

const WON = sql`deal.outcome = 'won'`;
const TIMED = sql`deal.outcome = 'won' AND deal.days IS NOT NULL`;

/** What stands behind a figure. Every one has its entry: the compiler refuses one that opens to nothing. */
export function rowsOfWorth(metric: Worth, { group, horizon, today }: Asked): RowSource {
  const band = group === null || group === '' ? null : Number(group);
  const paid = `l.paid_${horizon}_minor`;
  const noteStayed = sql`CASE WHEN l.last_on > ${addDays(today, -STAYED_DAYS)}::date THEN 'stayed' ELSE 'silent' END`;
  const scenario = ofScenario(group ?? '');
  const sources: Readonly<Record<Worth, () => RowSource>> = {
    cycle: () => dealRows(TIMED, 'days'),
    cycle_p75: () => dealRows(TIMED, 'days'),
    won_share: () => dealRows(sql`true`, 'days'),
    repeat_share: () => saleRows(repeated),
    one_off_partners: () => sellerRows(today),
    long_clients: () =>
      clientRows(() => sql`l.quarters_paid >= ${LONG_QUARTERS}`, { figure: sql`l.quarters_paid` }),
    check: () => saleRows(),
    value: () => clientRows(() => sql`true`, { amount: paid }),
    value_by_partners: () =>
      clientRows(() => banded('partners', band), { amount: paid, figure: sql`l.partners_count` }),
    stayed_by_partners: () =>
      clientRows(() => banded('partners', band), { figure: sql`l.partners_count`, note: noteStayed }),
    value_by_products: () =>
      clientRows(() => banded('products', band), { amount: paid, figure: sql`l.products_count` }),
    expansions: () => dealRows(sql`${WON} AND deal.kind = ${group}`, 'paid'),
    expanded_with_partner: () => dealRows(sql`${WON} AND deal.kind = ${group} AND deal.expanded`, 'paid'),
    check_by_positions: () => saleRows(saleOf('positions', band ?? 0)),
    check_by_parties: () => saleRows(saleOf('parties', band ?? 0)),
    check_by_segment: () =>
      clientRows(inSegment(group ?? ''), { amount: 'l.sales_minor', figure: sql`l.sales_count::int` }),
    came_by_segment: () => clientRows(inSegment(group ?? ''), {}),
    scenario_won: () => dealRows(scenario, 'paid'),
    scenario_paid: () => dealRows(sql`${WON} AND deal.sales > 0 AND ${scenario}`, 'paid'),
    scenario_check: () => dealRows(sql`${WON} AND deal.sales > 0 AND ${scenario}`, 'paid'),
    scenario_effects: () =>
      dealRows(
        sql`EXISTS (SELECT FROM scenarios.v_scenario_deal x WHERE x.deal_id = deal.id AND x.scenario_id = ${group}
          AND x.measured_on IS NOT NULL)`,
        'paid',
      ),
  };
  return sources[metric]();
}
