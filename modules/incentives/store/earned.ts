import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { startOfDay, type BusinessDate } from '@mosty/kernel/time';

export interface EarnedBefore {
  readonly agreementId: Id<'agreement'>;
  readonly currency: string;
  readonly sales: number;
  readonly salesMinor: bigint;
  /** Commission, bonuses and fixed fees with their corrections; not what refunds took. */
  readonly earnedMinor: bigint;
}

/** What the agreements brought and earned in the days [from, to), per currency, before refunds. */
export async function earnedBefore(
  tx: Tx,
  of: { readonly agreementIds: readonly string[]; readonly from: BusinessDate; readonly to: BusinessDate },
): Promise<EarnedBefore[]> {
  const from = startOfDay(of.from, tx.zone);
  const to = startOfDay(of.to, tx.zone);
  const { rows } = await sql<EarnedBefore>`
    WITH brought AS (
      SELECT p.agreement_id, s.currency, count(*)::int AS sales, sum(s.amount_minor)::bigint AS minor
      FROM deals.v_sale s
      JOIN attribution.v_participant p ON p.workspace_id = s.workspace_id AND p.sale_id = s.id
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.occurred_at >= ${from} AND s.occurred_at < ${to}
        AND p.agreement_id = ANY(${of.agreementIds}::text[])
      GROUP BY 1, 2
    ), earned AS (
      SELECT a.agreement_id, a.currency, sum(a.amount_minor)::bigint AS minor
      FROM incentives.accrual a
      WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.effective_at >= ${from} AND a.effective_at < ${to}
        AND a.agreement_id = ANY(${of.agreementIds}::text[]) AND a.refund_id IS NULL
      GROUP BY 1, 2
    )
    SELECT agreement_id AS "agreementId", currency, COALESCE(b.sales, 0) AS sales, COALESCE(b.minor, 0) AS "salesMinor",
           COALESCE(e.minor, 0) AS "earnedMinor"
    FROM brought b FULL JOIN earned e USING (agreement_id, currency)`.execute(tx.db);
  return rows;
}

export interface AgreementToTry {
  readonly agreementId: Id<'agreement'>;
  readonly partnerId: Id<'partner'>;
  readonly partnerName: string;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate | null;
}

/** Launched agreements: those that the scheme pays now, or of one class, or of some partners, or all. */
export async function agreementsToTry(
  tx: Tx,
  of: {
    readonly schemeId: string | null;
    readonly class: string | null;
    readonly partnerIds: readonly string[] | null;
    readonly today: BusinessDate;
  },
): Promise<AgreementToTry[]> {
  const { rows } = await sql<AgreementToTry>`
    SELECT g.id AS "agreementId", g.partner_id AS "partnerId", p.name AS "partnerName", g.starts_on AS "startsOn",
           g.ends_on AS "endsOn"
    FROM agreements.v_agreement g
    JOIN directory.v_partner p ON p.workspace_id = g.workspace_id AND p.id = g.partner_id
    WHERE g.workspace_id = ${tx.workspaceId}::uuid AND g.launched_on IS NOT NULL
      AND (${of.class}::text IS NULL OR g.class = ${of.class})
      AND (${of.partnerIds}::text[] IS NULL OR g.partner_id = ANY(${of.partnerIds}::text[]))
      AND (${of.schemeId}::text IS NULL OR EXISTS (SELECT FROM incentives.scheme_assignment a
        WHERE a.workspace_id = g.workspace_id AND a.agreement_id = g.id AND a.scheme_id = ${of.schemeId}
          AND a.valid_from <= ${of.today} AND (a.valid_to IS NULL OR ${of.today} < a.valid_to)))
    ORDER BY g.id`.execute(tx.db);
  return rows;
}
