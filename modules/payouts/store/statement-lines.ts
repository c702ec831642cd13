import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Month } from '@mosty/kernel/time';

export interface Line {
  readonly accrualId: Id<'accrual'>;
  readonly kind: string;
  readonly class: string;
  readonly role: string;
  readonly effectiveAt: Date;
  readonly saleId: Id<'sale'> | null;
  readonly saleNumber: string | null;
  readonly refundId: Id<'refund'> | null;
  readonly clientName: string | null;
  readonly saleAmountMinor: bigint | null;
  readonly baseMinor: bigint;
  readonly ratePpm: bigint | null;
  readonly schemeName: string | null;
  readonly schemeVersion: number | null;
  readonly amountMinor: bigint;
  readonly currency: string;
  /** Counts in a later month than its own, which was closed when it was learned. */
  readonly isLate: boolean;
}

export interface LineFilter {
  readonly partnerId: Id<'partner'>;
  readonly month: Month;
  readonly currency: string;
  readonly after?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Who brought whom, for how much, and what came of it: every accrual that counts in the month, oldest first. */
export async function statementLines(
  tx: Tx,
  { partnerId, month, currency, after, limit }: LineFilter,
): Promise<Line[]> {
  const reader = tx.actor.type === 'person' ? tx.actor.partnerId : null;
  const { rows } = await sql<Line>`
    SELECT a.id AS "accrualId", a.kind, a.class, a.role, a.effective_at AS "effectiveAt", a.sale_id AS "saleId",
           COALESCE(s.external_id, f.external_id) AS "saleNumber", a.refund_id AS "refundId",
           CASE WHEN ${reader}::text IS NULL OR c.keeper_partner_id = ${reader}::text THEN c.name END AS "clientName",
           s.amount_minor AS "saleAmountMinor", round(a.base_micro / 1000000.0)::bigint AS "baseMinor", a.rate_ppm AS "ratePpm",
           v.name AS "schemeName", v.version AS "schemeVersion", a.amount_minor AS "amountMinor", a.currency,
           to_char(a.effective_at AT TIME ZONE ${tx.zone}, 'YYYY-MM') < a.period AS "isLate"
    FROM incentives.v_accrual a
    LEFT JOIN deals.v_sale s ON s.workspace_id = a.workspace_id AND s.id = a.sale_id
    LEFT JOIN deals.v_refund f ON f.workspace_id = a.workspace_id AND f.id = a.refund_id
    LEFT JOIN directory.v_client c ON c.workspace_id = a.workspace_id AND c.id = COALESCE(s.client_id, f.client_id)
    LEFT JOIN incentives.v_scheme_version v ON v.workspace_id = a.workspace_id AND v.id = a.scheme_version_id
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.partner_id = ${partnerId} AND a.period = ${month} AND a.currency = ${currency}
      AND a.amount_minor <> 0 AND NOT (a.state = 'waived' AND a.payout_id IS NULL)
      AND (${after?.at ?? null}::timestamptz IS NULL OR (a.effective_at, a.id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}))
    ORDER BY a.effective_at, a.id LIMIT ${limit}`.execute(tx.db);
  return rows;
}
