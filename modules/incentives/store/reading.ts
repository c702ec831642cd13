import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { AccrualRow } from '../contract/accruals.ts';
import type { Line } from '../contract/explanation.ts';

export interface AccrualFilter {
  readonly partner?: string | undefined;
  readonly scheme?: string | undefined;
  readonly class?: string | undefined;
  /** A state, or `nothing`: earned nothing, or `to_approve`: waits for a person since its day. */
  readonly state?: string | undefined;
  readonly month?: string | undefined;
  readonly today: string;
  readonly after: { readonly value: string; readonly id: string } | null;
  readonly limit: number;
}

export type ReadRow = Omit<AccrualRow, 'amountMinor' | 'whyNothing' | 'effectiveAt'> & {
  readonly amountMinor: bigint;
  readonly effectiveAt: Date;
  readonly whyNothing: Line | null;
};

/** Whose people read; null: ours. Sales and rules are ours alone, so a partner's reader is confined here by hand. */
function readersPartner(tx: Tx): string | null {
  return tx.actor.type === 'person' ? tx.actor.partnerId : null;
}

/** A client is named to the partner who keeps it, and to our people. */
const clientNameFor = (partnerId: string | null) =>
  partnerId === null ? sql`c.name` : sql`CASE WHEN c.keeper_partner_id = ${partnerId}::text THEN c.name END`;

const rowFor = (partnerId: string | null) => sql`
  a.id, a.partner_id AS "partnerId", p.name AS "partnerName", a.class, a.kind, a.role, a.sale_id AS "saleId",
  COALESCE(s.external_id, f.external_id) AS subject, ${clientNameFor(partnerId)} AS "clientName", a.fee_for AS "feeFor", h.name AS "schemeName",
  a.amount_minor AS "amountMinor", a.currency, a.state, a.carried,
  CASE WHEN a.state = 'on_hold' THEN d.reason END AS "holdReason",
  CASE WHEN a.state = 'on_hold' THEN d.until END AS "holdUntil", a.period, a.effective_at AS "effectiveAt",
  a.matures_on AS "maturesOn", CASE WHEN a.amount_minor = 0 THEN a.explanation->'lines'->-1 END AS "whyNothing"`;

const FROM = sql`
  incentives.accrual a
  JOIN directory.v_partner p ON p.workspace_id = a.workspace_id AND p.id = a.partner_id
  LEFT JOIN deals.v_sale_detail s ON s.workspace_id = a.workspace_id AND s.id = a.sale_id
  LEFT JOIN deals.v_refund f ON f.workspace_id = a.workspace_id AND f.id = a.refund_id
  LEFT JOIN directory.v_client c ON c.workspace_id = a.workspace_id AND c.id = COALESCE(s.client_id, f.client_id)
  LEFT JOIN incentives.scheme_version v ON v.workspace_id = a.workspace_id AND v.id = a.scheme_version_id
  LEFT JOIN incentives.scheme h ON h.workspace_id = v.workspace_id AND h.id = v.scheme_id
  LEFT JOIN incentives.hold d ON d.workspace_id = a.workspace_id AND d.id = a.hold_id`;

/** Newest first. The page is taken by its index before anything is joined to it. */
export async function listAccruals(tx: Tx, filter: AccrualFilter): Promise<ReadRow[]> {
  const { partner, scheme, month, state, after, limit } = filter;
  const reader = readersPartner(tx);
  const conditions = [
    sql`x.workspace_id = ${tx.workspaceId}::uuid`,
    ...(reader === null ? [] : [sql`x.partner_id = ${reader}`]),
    ...(partner ? [sql`x.partner_id = ${partner}`] : []),
    ...(filter.class ? [sql`x.class = ${filter.class}`] : []),
    ...(month ? [sql`x.period = ${month}`] : []),
    ...(scheme
      ? [
          sql`x.scheme_version_id IN (SELECT id FROM incentives.scheme_version
            WHERE workspace_id = ${tx.workspaceId}::uuid AND scheme_id = ${scheme})`,
        ]
      : []),
    ...(state === 'nothing'
      ? [sql`x.amount_minor = 0 AND x.kind IN ('commission', 'bonus', 'clawback')`]
      : []),
    ...(state === 'to_approve'
      ? [
          sql`x.state = 'pending' AND x.approval = 'manual' AND x.matures_on <= ${filter.today} AND x.amount_minor <> 0`,
        ]
      : []),
    ...(state && state !== 'nothing' && state !== 'to_approve'
      ? [sql`x.state = ${state} AND x.amount_minor <> 0`]
      : []),
    ...(after ? [sql`(x.effective_at, x.id) < (${after.value}::timestamptz, ${after.id})`] : []),
  ];
  const { rows } = await sql<ReadRow>`
    SELECT ${rowFor(reader)} FROM (
      SELECT * FROM incentives.accrual x WHERE ${sql.join(conditions, sql` AND `)}
      ORDER BY x.effective_at DESC, x.id DESC LIMIT ${limit}) page
    JOIN ${FROM} ON page.id = a.id AND page.workspace_id = a.workspace_id
    ORDER BY a.effective_at DESC, a.id DESC`.execute(tx.db);
  return rows;
}

export interface ReadAccrual extends ReadRow {
  readonly agreementId: Id<'agreement'>;
  readonly sharePpm: bigint;
  readonly baseMicro: bigint;
  readonly ratePpm: bigint | null;
  readonly rounding: string;
  readonly explanation: { readonly lines: readonly Line[] };
  readonly recordedAt: Date;
  readonly approval: 'auto' | 'manual';
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  readonly paidAt: Date | null;
  readonly payoutId: Id<'payout'> | null;
  readonly author: string | null;
  readonly reason: string | null;
  readonly isReversal: boolean;
  readonly reversesId: Id<'accrual'> | null;
  readonly saleAt: Date | null;
  readonly saleMinor: bigint | null;
  readonly saleNumber: string | null;
  readonly refundId: Id<'refund'> | null;
  readonly refundNumber: string | null;
  readonly refundAt: Date | null;
  readonly refundMinor: bigint | null;
  readonly creditRule: string | null;
  readonly creditReason: { code: string; params: Record<string, unknown> } | null;
  readonly schemeId: Id<'scheme'> | null;
  readonly schemeVersion: number | null;
  readonly schemeFrom: string | null;
  readonly schemeAuthor: string | null;
  readonly schemeApprover: string | null;
  readonly schemeSole: boolean | null;
  readonly holdId: Id<'hold'> | null;
  readonly holdUntil: string | null;
  readonly heldBy: string | null;
  readonly heldAt: Date | null;
  readonly holdWhy: string | null;
  /** The deal that became the sale; for a partner's reader, one it handed over itself. */
  readonly dealId: Id<'deal'> | null;
}

export async function readAccrual(tx: Tx, id: string): Promise<ReadAccrual | undefined> {
  const reader = readersPartner(tx);
  const { rows } = await sql<ReadAccrual>`
    SELECT ${rowFor(reader)}, a.agreement_id AS "agreementId", a.share_ppm AS "sharePpm", a.base_micro AS "baseMicro",
      a.rate_ppm AS "ratePpm", a.rounding, a.explanation, a.recorded_at AS "recordedAt", a.approval,
      a.approved_at AS "approvedAt", a.approved_by AS "approvedBy", a.paid_at AS "paidAt", a.payout_id AS "payoutId",
      a.author, a.reason, a.is_reversal AS "isReversal", a.reverses_accrual_id AS "reversesId",
      s.occurred_at AS "saleAt", s.amount_minor AS "saleMinor", s.external_id AS "saleNumber", f.id AS "refundId",
      f.external_id AS "refundNumber", f.occurred_at AS "refundAt", f.amount_minor AS "refundMinor",
      t.rule AS "creditRule", t.reason AS "creditReason", v.scheme_id AS "schemeId", v.version AS "schemeVersion",
      v.valid_from AS "schemeFrom", v.author AS "schemeAuthor", v.approver AS "schemeApprover",
      v.sole_approver AS "schemeSole", d.id AS "holdId", d.until AS "holdUntil", d.held_by AS "heldBy",
      d.held_at AS "heldAt", d.reason AS "holdWhy",
      (SELECT b.deal_id FROM deals.v_deal_sale b
       JOIN deals.v_deal o ON o.workspace_id = b.workspace_id AND o.id = b.deal_id
       WHERE b.workspace_id = a.workspace_id AND b.sale_id = a.sale_id
         AND (${reader}::text IS NULL OR o.partner_id = ${reader}::text)) AS "dealId"
    FROM ${FROM}
    LEFT JOIN attribution.v_participant t ON t.workspace_id = a.workspace_id AND t.id = a.participant_id
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.id = ${id}
      AND (${reader}::text IS NULL OR a.partner_id = ${reader}::text)`.execute(tx.db);
  return rows[0];
}

export interface ReadBeside {
  readonly id: Id<'accrual'>;
  readonly reversesId: Id<'accrual'> | null;
  readonly kind: AccrualRow['kind'];
  readonly amountMinor: bigint;
  readonly state: AccrualRow['state'];
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
  readonly author: string | null;
  readonly reason: string | null;
  readonly isReversal: boolean;
}

/** What takes from the accrual or mends it, and what it itself takes from. */
export async function besideAccrual(tx: Tx, id: string, reverses: string | null): Promise<ReadBeside[]> {
  const { rows } = await sql<ReadBeside>`
    SELECT id, reverses_accrual_id AS "reversesId", kind, amount_minor AS "amountMinor", state, effective_at AS "effectiveAt",
           recorded_at AS "recordedAt", author, reason, is_reversal AS "isReversal"
    FROM incentives.accrual
    WHERE workspace_id = ${tx.workspaceId}::uuid AND (reverses_accrual_id = ${id} OR id = ${reverses})
    ORDER BY recorded_at, id`.execute(tx.db);
  return rows;
}
