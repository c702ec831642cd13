import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { startOfDay } from '@mosty/kernel/time';
import { dayOf } from './days.ts';
import { beyond, rowColumns, type RowFilter, type RowSource } from './number-rows.ts';

const nothing: RawBuilder<unknown> = sql`true`;

function within(tx: Tx, column: string, { window }: RowFilter): RawBuilder<unknown> {
  const at = sql.ref(column);
  return sql`${at} >= ${startOfDay(window.from, tx.zone)}::timestamptz AND ${at} < ${startOfDay(window.to, tx.zone)}::timestamptz`;
}

/** Sales of one book: of whoever brought them, or of nobody. `also` narrows them. */
export function saleRows(also: RawBuilder<unknown> = nothing): RowSource {
  return {
    sortsBy: 'timestamptz',
    page(tx, filter, after, limit) {
      const source = sql`p.workspace_id = s.workspace_id AND p.sale_id = s.id AND p.role = 'source'`;
      const brought =
        filter.class === 'direct' || filter.class === null
          ? sql`LEFT JOIN attribution.v_participant p ON ${source}`
          : sql`JOIN attribution.v_participant p ON ${source} AND p.class = ${filter.class}`;
      return sql`
        SELECT ${rowColumns({
          id: sql`s.id`,
          kind: sql`'sale'`,
          class: sql`COALESCE(p.class, 'direct')`,
          on: dayOf(tx, 's.occurred_at'),
          externalId: sql`s.external_id`,
          partnerId: sql`p.partner_id`,
          clientId: sql`s.client_id`,
          amountMinor: sql`s.amount_minor`,
          currency: sql`s.currency`,
          sort: sql`s.occurred_at`,
        })}
        FROM deals.v_sale s ${brought}
        WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.currency = ${filter.currency} AND ${within(tx, 's.occurred_at', filter)}
          AND ${filter.class === 'direct' ? sql`p.id IS NULL` : nothing}
          AND ${filter.partnerId === null ? nothing : sql`p.partner_id = ${filter.partnerId}`} AND ${also}
          AND ${beyond(after, sql`s.occurred_at`, sql`s.id`, 'timestamptz')}
        ORDER BY s.occurred_at DESC, s.id DESC LIMIT ${limit}`;
    },
  };
}

/** Refunds of one book. `sign` -1: what they take from paid money; 1: themselves. */
export function refundRows(sign: 1 | -1, matched = true): RowSource {
  return {
    sortsBy: 'timestamptz',
    page(tx, filter, after, limit) {
      const book = sql`COALESCE(p.class, c.class, 'direct')`;
      const partner = sql`COALESCE(p.partner_id, c.partner_id)`;
      return sql`
        SELECT ${rowColumns({
          id: sql`f.id`,
          kind: sql`'refund'`,
          class: matched ? book : sql`NULL::text`,
          on: dayOf(tx, 'f.occurred_at'),
          externalId: sql`f.external_id`,
          partnerId: partner,
          clientId: sql`f.client_id`,
          amountMinor: sql`f.amount_minor * ${sql.lit(sign)}`,
          currency: sql`f.currency`,
          sort: sql`f.occurred_at`,
        })}
        FROM deals.v_refund f
        LEFT JOIN attribution.v_participant p ON p.workspace_id = f.workspace_id AND p.role = 'source' AND p.sale_id = f.sale_id
        LEFT JOIN attribution.v_participant c ON c.workspace_id = f.workspace_id AND c.role = 'source' AND c.refund_id = f.id
        WHERE f.workspace_id = ${tx.workspaceId}::uuid AND f.currency = ${filter.currency} AND ${within(tx, 'f.occurred_at', filter)}
          AND ${matched ? sql`f.matched_at IS NOT NULL` : sql`f.matched_at IS NULL`}
          AND ${filter.class === null ? nothing : sql`${book} = ${filter.class}`}
          AND ${filter.partnerId === null ? nothing : sql`${partner} = ${filter.partnerId}`}
          AND ${beyond(after, sql`f.occurred_at`, sql`f.id`, 'timestamptz')}
        ORDER BY f.occurred_at DESC, f.id DESC LIMIT ${limit}`;
    },
  };
}

/** Accruals of one class; `also` narrows them to what is still owed. */
export function accrualRows(also: RawBuilder<unknown> = nothing): RowSource {
  return {
    sortsBy: 'timestamptz',
    page(tx, filter, after, limit) {
      return sql`
        SELECT ${rowColumns({
          id: sql`a.id`,
          kind: sql`'accrual'`,
          class: sql`a.class`,
          on: dayOf(tx, 'a.effective_at'),
          externalId: sql`s.external_id`,
          partnerId: sql`a.partner_id`,
          clientId: sql`s.client_id`,
          amountMinor: sql`a.amount_minor`,
          currency: sql`a.currency`,
          note: sql`a.kind`,
          sort: sql`a.effective_at`,
        })}
        FROM incentives.v_accrual a
        LEFT JOIN deals.v_sale s ON s.workspace_id = a.workspace_id AND s.id = a.sale_id
        WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.currency = ${filter.currency} AND ${within(tx, 'a.effective_at', filter)}
          AND ${filter.class === null ? nothing : sql`a.class = ${filter.class}`}
          AND ${filter.partnerId === null ? nothing : sql`a.partner_id = ${filter.partnerId}`} AND ${also}
          AND ${beyond(after, sql`a.effective_at`, sql`a.id`, 'timestamptz')}
        ORDER BY a.effective_at DESC, a.id DESC LIMIT ${limit}`;
    },
  };
}

export const costRows: RowSource = {
  sortsBy: 'timestamptz',
  page(tx, filter, after, limit) {
    const at = sql`(c.occurred_on AT TIME ZONE ${tx.zone})`;
    return sql`
      SELECT ${rowColumns({
        id: sql`c.id`,
        kind: sql`'cost'`,
        class: sql`c.class`,
        on: sql`c.occurred_on`,
        partnerId: sql`c.partner_id`,
        amountMinor: sql`c.amount_minor`,
        currency: sql`c.currency`,
        note: sql`c.kind`,
        sort: at,
      })}
      FROM deals.v_cost c
      WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.currency = ${filter.currency}
        AND c.occurred_on >= ${filter.window.from}::date AND c.occurred_on < ${filter.window.to}::date
        AND ${filter.class === null ? nothing : sql`c.class = ${filter.class}`}
        AND ${filter.partnerId === null ? nothing : sql`c.partner_id = ${filter.partnerId}`}
        AND ${beyond(after, at, sql`c.id`, 'timestamptz')}
      ORDER BY ${at} DESC, c.id DESC LIMIT ${limit}`;
  },
};
