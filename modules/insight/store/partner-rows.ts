import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { beyond, rowColumns, type RowFilter, type RowSource } from './number-rows.ts';
import { firstSalesOf } from './select-partners.ts';
import { spentInVain } from './select-zones.ts';
import { silentSince } from '../domain/zones.ts';
import { deedsOf, inForceAt, keptIn } from './deeds.ts';

/**
 * Partners behind a number. `list` gives partner_id, class, on (a day), minor, figure and note; they stand by figure,
 * the largest first, and without one by their amount.
 */
export function partnerRows(list: (tx: Tx, filter: RowFilter) => RawBuilder<unknown>): RowSource {
  return {
    sortsBy: 'bigint',
    page(tx, filter, after, limit) {
      const sort = sql`COALESCE(x.figure, x.minor, 0)::bigint`;
      return sql`
        SELECT ${rowColumns({
          id: sql`x.partner_id`,
          kind: sql`'partner'`,
          class: sql`x.class`,
          on: sql`x."on"`,
          partnerId: sql`x.partner_id`,
          amountMinor: sql`x.minor`,
          currency: sql`CASE WHEN x.minor IS NULL THEN NULL ELSE ${filter.currency} END`,
          figure: sql`x.figure`,
          note: sql`x.note`,
          sort,
        })}
        FROM (${list(tx, filter)}) x WHERE ${beyond(after, sort, sql`x.partner_id`, 'bigint')}
        ORDER BY ${sort} DESC, x.partner_id DESC LIMIT ${limit}`;
    },
  };
}

/** Deeds of any currency; money of the one the report is in. */
function paidIn(tx: Tx, { window, class: book, currency }: RowFilter) {
  return sql`
    SELECT partner_id, (sum(sales_minor - refunds_minor) FILTER (WHERE currency = ${currency}))::bigint AS minor,
           sum(sales_count)::int AS sales, COALESCE(sum(sales_count) FILTER (WHERE currency = ${currency}), 0) AS sales_in_currency,
           sum(took_part_count)::int AS took_part, max(day) AS day
    FROM insight.partner_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND class = ${book}
      AND day >= ${window.from}::date AND day < ${window.to}::date
    GROUP BY partner_id`;
}

export const partnersThatSold = partnerRows(
  (tx, filter) => sql`
    SELECT partner_id, ${filter.class}::text AS class, day AS "on", minor, NULL::int AS figure, NULL::text AS note
    FROM (${paidIn(tx, filter)}) paid WHERE sales > 0`,
);

export const sellersInCurrency = partnerRows(
  (tx, filter) => sql`
    SELECT partner_id, ${filter.class}::text AS class, day AS "on", minor, NULL::int AS figure, NULL::text AS note
    FROM (${paidIn(tx, filter)}) paid WHERE sales_in_currency > 0`,
);

export const partnersThatTookPart = partnerRows(
  (tx, filter) => sql`
    SELECT partner_id, ${filter.class}::text AS class, day AS "on", NULL::bigint AS minor, took_part AS figure, NULL::text AS note
    FROM (${paidIn(tx, filter)}) paid WHERE took_part > 0 AND sales = 0`,
);

/** Every working partner of the class, those that sold and those that did not. */
export const workingPartners = partnerRows(
  (tx, filter) => sql`
    SELECT a.partner_id, ${filter.class}::text AS class, COALESCE(paid.day, l.last_sale_on) AS "on", paid.minor,
           COALESCE(paid.sales, 0) AS figure,
           CASE WHEN COALESCE(paid.sales, 0) > 0 THEN 'active' WHEN l.last_sale_on IS NULL THEN 'never_sold' ELSE 'sold_before' END AS note
    FROM (
      SELECT DISTINCT a.partner_id FROM agreements.v_agreement a
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.class = ${filter.class} AND ${inForceAt(tx, filter.window.to)}
    ) a
    LEFT JOIN (${paidIn(tx, filter)}) paid ON paid.partner_id = a.partner_id
    LEFT JOIN (
      SELECT partner_id, max(last_sale_on) AS last_sale_on FROM insight.partner_life
      WHERE workspace_id = ${tx.workspaceId}::uuid AND class = ${filter.class} GROUP BY partner_id
    ) l ON l.partner_id = a.partner_id`,
);

/** Launched before the silence began, and nothing sold in it. The figure: days since the last sale, or since the launch. */
export const silentPartners = partnerRows(
  (tx, filter) => sql`
    SELECT a.partner_id, ${filter.class}::text AS class, COALESCE(l.last_sale_on, a.launched_on) AS "on", NULL::bigint AS minor,
           ${filter.window.to}::date - COALESCE(l.last_sale_on, a.launched_on) AS figure,
           CASE WHEN l.last_sale_on IS NULL THEN 'never_sold' ELSE 'sold_before' END AS note
    FROM (
      SELECT a.partner_id, min(a.launched_on) AS launched_on FROM agreements.v_agreement a
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.class = ${filter.class} AND ${inForceAt(tx, filter.window.to)}
      GROUP BY a.partner_id
    ) a
    LEFT JOIN (
      SELECT partner_id, max(last_sale_on) AS last_sale_on FROM insight.partner_life
      WHERE workspace_id = ${tx.workspaceId}::uuid AND class = ${filter.class} GROUP BY partner_id
    ) l ON l.partner_id = a.partner_id
    LEFT JOIN (${deedsOf(tx, { sold: { window: filter.window, deed: 'sold' } })}) deed
      ON deed.partner_id = a.partner_id AND deed.class = ${filter.class}
    WHERE a.launched_on < ${silentSince(filter.window.to)}::date AND deed.sold IS NOT TRUE`,
);

/** Allies with an agreement in force, and what came of them in the half-year. */
function allies(tx: Tx, { window }: RowFilter): RawBuilder<unknown> {
  return sql`
    SELECT a.partner_id, min(a.launched_on) AS launched_on, bool_or(${keptIn(tx, window)}) AS kept,
           COALESCE(bool_or(deed.sold), false) AS sold, COALESCE(bool_or(deed.took_part), false) AS took_part
    FROM agreements.v_agreement a
    LEFT JOIN (${deedsOf(tx, { sold: { window, deed: 'sold' }, took_part: { window, deed: 'took_part' } })}) deed
      ON deed.partner_id = a.partner_id AND deed.class = 'alliance'
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.class = 'alliance' AND ${inForceAt(tx, window.to)}
    GROUP BY a.partner_id`;
}

export const alliesOfInfluence = partnerRows(
  (tx, filter) => sql`
    SELECT partner_id, 'alliance' AS class, launched_on AS "on", NULL::bigint AS minor, NULL::int AS figure, 'promise_kept' AS note
    FROM (${allies(tx, filter)}) ally WHERE kept AND NOT sold`,
);

export const alliesAsLogos = partnerRows(
  (tx, filter) => sql`
    SELECT partner_id, 'alliance' AS class, launched_on AS "on", NULL::bigint AS minor,
           ${filter.window.to}::date - launched_on AS figure, 'logo' AS note
    FROM (${allies(tx, filter)}) ally
    WHERE NOT sold AND NOT took_part AND NOT kept AND launched_on < ${silentSince(filter.window.to)}::date`,
);

export const contacts = partnerRows(
  (tx) => sql`
    SELECT p.id AS partner_id, NULL::text AS class, (p.created_at AT TIME ZONE ${tx.zone})::date AS "on", NULL::bigint AS minor,
           NULL::int AS figure, 'contact' AS note
    FROM directory.v_partner p
    JOIN agreements.v_partner_standing s ON s.workspace_id = p.workspace_id AND s.partner_id = p.id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.archived_at IS NULL AND s.standing = 'contact'`,
);

export const partnersPaidForNothing = partnerRows(
  (tx, filter) => sql`
    SELECT partner_id, class, day AS "on", minor::bigint AS minor, NULL::int AS figure, NULL::text AS note
    FROM (${spentInVain(tx, filter.window, filter.currency)}) spent WHERE class = ${filter.class}`,
);

export const firstSales = partnerRows(
  (tx) => sql`
    SELECT partner_id, 'partner_sales' AS class, first_sale_on AS "on", NULL::bigint AS minor, days AS figure,
           CASE WHEN days IS NULL THEN 'never_sold' END AS note
    FROM (${firstSalesOf(tx)}) first`,
);

export const paybacks = partnerRows(
  (tx, filter) => sql`
    SELECT partner_id, class, started_on AS "on", costs_minor AS minor, payback_month AS figure,
           CASE WHEN payback_month IS NULL THEN 'not_back_yet' END AS note
    FROM insight.partner_life
    WHERE workspace_id = ${tx.workspaceId}::uuid AND class = ${filter.class} AND currency = ${filter.currency} AND costs_minor > 0`,
);
