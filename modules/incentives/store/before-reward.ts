import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { startOfDay, type BusinessDate } from '@mosty/kernel/time';
import type { BeforeReward } from '../domain/trial.ts';

/**
 * What the sales brought by the agreements in the days [from, to) were worth, each sale once, what they took to make, and
 * what was put into the class besides. Of the partners asked for a sale counts by the shares they have in bringing it, as
 * their rewards do; of all, whole and where its first source is.
 */
export async function beforeReward(
  tx: Tx,
  of: {
    readonly agreementIds: readonly string[];
    readonly partnerIds: readonly string[] | null;
    readonly class: string;
    readonly currency: string;
    readonly from: BusinessDate;
    readonly to: BusinessDate;
  },
): Promise<BeforeReward> {
  const isChosen = sql`${of.partnerIds !== null}::boolean`;
  const { rows } = await sql<BeforeReward>`
    WITH brought AS (
      SELECT s.id, s.amount_minor, s.cost_minor,
             CASE WHEN ${isChosen} THEN LEAST(sum(p.share_ppm), 1000000) ELSE 1000000 END / 1000000.0 AS share
      FROM deals.v_sale s
      JOIN attribution.v_participant p ON p.workspace_id = s.workspace_id AND p.sale_id = s.id
       AND (p.role = 'source' OR (${isChosen} AND p.role = 'co_source'))
      WHERE s.workspace_id = ${tx.workspaceId}::uuid AND s.currency = ${of.currency}
        AND s.occurred_at >= ${startOfDay(of.from, tx.zone)} AND s.occurred_at < ${startOfDay(of.to, tx.zone)}
        AND p.agreement_id = ANY(${of.agreementIds}::text[])
      GROUP BY s.id, s.amount_minor, s.cost_minor
    )
    SELECT COALESCE(sum(round(amount_minor * share)), 0)::bigint AS "salesMinor",
           COALESCE(sum(round(cost_minor * share)), 0)::bigint AS "goodsMinor",
           count(*) FILTER (WHERE cost_minor IS NULL)::int AS "goodsUnknown", (
             SELECT COALESCE(sum(c.amount_minor), 0)::bigint FROM deals.v_cost c
             WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.class = ${of.class} AND c.currency = ${of.currency}
               AND c.occurred_on >= ${of.from}::date AND c.occurred_on < ${of.to}::date
               AND (${of.partnerIds}::text[] IS NULL OR c.partner_id = ANY(${of.partnerIds}::text[]))
           ) AS "costsMinor"
    FROM brought`.execute(tx.db);
  return rows[0] ?? { salesMinor: 0n, goodsMinor: 0n, goodsUnknown: 0, costsMinor: 0n };
}
