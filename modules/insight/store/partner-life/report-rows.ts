import { sql, type RawBuilder } from 'kysely';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Tx } from '@mosty/kernel/context';
import type { ReportingClass } from '../../contract/class.ts';
import type { CurveOf, Report } from '../../contract/partner-life.ts';
import { LONG_QUARTERS } from '../../domain/partner-life/steady.ts';
import { lastYear } from '../../domain/partner-life/windows.ts';
import { beyond, rowColumns, type RowSource } from '../number-rows.ts';
import { partnerRows } from '../partner-rows.ts';
import { effortOf } from './effort.ts';
import { earlyOf, livesOf, spansOfLife } from './lives.ts';
import { sellersOf } from './steady.ts';
import { bandsOf } from './trust.ts';

export interface AskedRows {
  readonly report: Report;
  /** `all`, or a name and, after a colon, its value. */
  readonly part: string;
  readonly class: ReportingClass;
  readonly today: BusinessDate;
}

/** Who stands behind a number of a report; null: the report has no such part. `window` comes with the filter of the rows. */
export function sourceOf(asked: AskedRows): RowSource | null {
  const [name = '', value = ''] = asked.part.split(':');
  switch (asked.report) {
    case 'first_sale':
      return firstSaleRows(asked, name, value);
    case 'early_result':
      return earlyRows(asked, name);
    case 'survival':
      return name === 'partners' || name === 'clients' || name === 'direct' ? spanRows(asked, name) : null;
    case 'steady':
      return steadyRows(asked, name);
    case 'effort':
      return effortRows(asked, name, value);
    case 'trust':
      return trustRows(asked, name, value);
  }
}

const all = sql`true`;

function firstSaleRows({ class: book }: AskedRows, name: string, value: string): RowSource | null {
  const chosen: Record<string, RawBuilder<unknown>> = {
    all,
    sold: sql`first_on IS NOT NULL`,
    kind: sql`kind = ${value}`,
    quarter: sql`date_trunc('quarter', began_on)::date::text = ${value}`,
  };
  const where = chosen[name];
  if (!where) return null;
  return partnerRows(
    (tx) => sql`
      SELECT partner_id, ${book}::text AS class, began_on AS "on", NULL::bigint AS minor,
             CASE WHEN first_on IS NOT NULL THEN GREATEST(first_on - began_on, 0) END AS figure,
             CASE WHEN first_on IS NULL THEN 'never_sold' END AS note
      FROM (${livesOf(tx, book)}) life WHERE ${where}`,
  );
}

function earlyRows({ class: book, today }: AskedRows, name: string): RowSource | null {
  const chosen: Record<string, RawBuilder<unknown>> = {
    all,
    early: sql`part = 'early'`,
    later: sql`part = 'later'`,
    never: sql`part = 'never'`,
    others: sql`part <> 'early'`,
  };
  const where = chosen[name];
  if (!where) return null;
  return partnerRows(
    (tx) => sql`
      SELECT partner_id, ${book}::text AS class, began_on AS "on", NULL::bigint AS minor,
             CASE WHEN days IS NOT NULL THEN GREATEST(days, 0) END AS figure,
             CASE WHEN stayed THEN 'stayed' ELSE 'not_stayed' END AS note
      FROM (${earlyOf(tx, book, today)}) one WHERE ${where}`,
  );
}

function spanRows({ class: book, today }: AskedRows, of: CurveOf): RowSource {
  const list = (tx: Tx) => spansOfLife(tx, of, book, today);
  const note = sql`CASE WHEN stopped THEN 'stopped' ELSE 'goes_on' END`;
  if (of === 'partners') {
    return partnerRows(
      (tx) => sql`
        SELECT id AS partner_id, ${book}::text AS class, first_on AS "on", NULL::bigint AS minor, days AS figure, ${note} AS note
        FROM (${list(tx)}) span`,
    );
  }
  return {
    sortsBy: 'bigint',
    page: (tx, _filter, after, limit) => sql`
      SELECT ${rowColumns({
        id: sql`x.id`,
        kind: sql`'client'`,
        class: sql`${of === 'direct' ? 'direct' : book}::text`,
        on: sql`x.first_on`,
        clientId: sql`x.id`,
        figure: sql`x.days`,
        note,
        sort: sql`x.days::bigint`,
      })}
      FROM (${list(tx)}) x WHERE ${beyond(after, sql`x.days::bigint`, sql`x.id`, 'bigint')}
      ORDER BY x.days DESC, x.id DESC LIMIT ${limit}`,
  };
}

function steadyRows({ class: book }: AskedRows, name: string): RowSource | null {
  const chosen: Record<string, RawBuilder<unknown>> = {
    all,
    long: sql`quarters >= ${LONG_QUARTERS}::int`,
    short: sql`quarters < ${LONG_QUARTERS}::int`,
  };
  const where = chosen[name];
  if (!where) return null;
  // The largest first: what is looked for here is on whom the revenue rests.
  return {
    sortsBy: 'bigint',
    page: (tx, { window, currency }, after, limit) => sql`
      SELECT ${rowColumns({
        id: sql`x.partner_id`,
        kind: sql`'partner'`,
        class: sql`${book}::text`,
        partnerId: sql`x.partner_id`,
        amountMinor: sql`x.paid`,
        currency: sql`${currency}::text`,
        figure: sql`x.quarters`,
        sort: sql`x.paid`,
      })}
      FROM (${sellersOf(tx, { class: book, currency }, window)}) x
      WHERE ${where} AND ${beyond(after, sql`x.paid`, sql`x.partner_id`, 'bigint')}
      ORDER BY x.paid DESC, x.partner_id DESC LIMIT ${limit}`,
  };
}

function effortRows({ class: book }: AskedRows, name: string, value: string): RowSource | null {
  const chosen: Record<string, RawBuilder<unknown>> = {
    all,
    track: sql`track = ${value}`,
    kind: sql`kind = ${value}`,
    stage: sql`stage = ${value}`,
    untouched: value === '' ? sql`untouched` : sql`untouched AND track = ${value}`,
  };
  const where = chosen[name];
  if (!where) return null;
  return partnerRows(
    (tx, { window, currency }) => sql`
      SELECT partner_id, ${book}::text AS class, last_on AS "on", paid AS minor, minutes AS figure,
             CASE WHEN untouched THEN 'untouched' END AS note
      FROM (${effortOf(tx, { class: book, currency }, window)}) one WHERE ${where}`,
  );
}

function trustRows({ class: book, today }: AskedRows, name: string, value: string): RowSource | null {
  if (name !== 'all' && name !== 'band') return null;
  return partnerRows(
    (tx, { window, currency }) => sql`
      SELECT partner_id, ${book}::text AS class, NULL::date AS "on", paid - refunds AS minor, trust AS figure,
             CASE WHEN sales > 0 THEN 'active' END AS note
      FROM (${bandsOf(tx, { class: book, currency }, { money: window, deals: lastYear(today) })}) one
      WHERE lately AND ${name === 'all' ? all : sql`band = ${value}`}`,
  );
}
