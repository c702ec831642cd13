import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import type { Stage } from '@mosty/lifecycle/contract';
import { sql } from 'kysely';

export interface Sold {
  readonly class: string;
  readonly currency: string;
  readonly paidMinor: bigint;
}

export interface IntroductionRow {
  readonly partner: { readonly id: Id<'partner'>; readonly name: string };
  readonly introducer: { readonly id: Id<'partner'>; readonly name: string };
  readonly stage: Stage | null;
  readonly createdAt: Date;
  readonly firstSaleOn: BusinessDate | null;
  readonly thanked: { readonly amountMinor: bigint; readonly currency: string } | null;
}

/** The last first. */
export async function pageOfIntroductions(
  tx: Tx,
  { after, limit }: { after: Place | null; limit: number },
): Promise<IntroductionRow[]> {
  type Raw = Omit<IntroductionRow, 'partner' | 'introducer' | 'thanked'> & {
    id: Id<'partner'>;
    name: string;
    introducerId: Id<'partner'>;
    introducerName: string;
    amountMinor: bigint | null;
    currency: string | null;
  };
  const { rows } = await sql<Raw>`
    SELECT p.id, p.name, p.created_at AS "createdAt", i.id AS "introducerId", i.name AS "introducerName", s.stage,
           (SELECT min(l.first_sale_on) FROM insight.v_partner_life l
            WHERE l.workspace_id = p.workspace_id AND l.partner_id = p.id) AS "firstSaleOn",
           d.amount_minor AS "amountMinor", d.currency
    FROM directory.v_partner p
    JOIN directory.v_partner i ON i.workspace_id = p.workspace_id AND i.id = p.introduced_by_partner_id
    LEFT JOIN lifecycle.v_standing s ON s.workspace_id = p.workspace_id AND s.partner_id = p.id
    LEFT JOIN recruiting.introducer_thanked d ON d.workspace_id = p.workspace_id AND d.partner_id = p.id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid
      AND ${after ? sql`(date_trunc('milliseconds', p.created_at), p.id) < (${after.value}::timestamptz, ${after.id})` : sql`true`}
    ORDER BY date_trunc('milliseconds', p.created_at) DESC, p.id DESC LIMIT ${limit + 1}`.execute(tx.db);
  return rows.map(({ id, name, introducerId, introducerName, amountMinor, currency, ...row }) => ({
    ...row,
    partner: { id, name },
    introducer: { id: introducerId, name: introducerName },
    thanked: amountMinor === null || currency === null ? null : { amountMinor, currency },
  }));
}

/** What each of the partners brought, class by class. */
export async function soldBy(tx: Tx, partnerIds: readonly string[]): Promise<Map<string, Sold[]>> {
  if (partnerIds.length === 0) return new Map();
  const { rows } = await sql<Sold & { partnerId: string }>`
    SELECT partner_id AS "partnerId", class, currency, sum(paid_minor)::bigint AS "paidMinor"
    FROM insight.v_partner_month
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${partnerIds}::text[])
    GROUP BY partner_id, class, currency HAVING sum(sales_count) > 0
    ORDER BY class, currency`.execute(tx.db);
  const found = new Map<string, Sold[]>();
  for (const { partnerId, ...sold } of rows) found.set(partnerId, [...(found.get(partnerId) ?? []), sold]);
  return found;
}

export interface RewardRecord {
  readonly no: number;
  readonly amountMinor: bigint | null;
  readonly currency: string;
  readonly setOn: BusinessDate;
}

export async function rewardNow(tx: Tx): Promise<RewardRecord | undefined> {
  const { rows } = await sql<RewardRecord>`
    SELECT no, amount_minor AS "amountMinor", currency, set_on AS "setOn" FROM recruiting.introducer_reward
    WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY no DESC LIMIT 1`.execute(tx.db);
  return rows[0];
}

/** Whether it was written: two people at once do not both write the next number. */
export async function insertReward(tx: Tx, reward: RewardRecord): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO recruiting.introducer_reward (workspace_id, no, amount_minor, currency, set_on, set_at, set_by)
    VALUES (${tx.workspaceId}::uuid, ${reward.no}, ${reward.amountMinor}, ${reward.currency}, ${reward.setOn},
      ${tx.now()}, ${tx.actor.id})
    ON CONFLICT DO NOTHING RETURNING no`.execute(tx.db);
  return rows.length > 0;
}

export interface Due {
  readonly partnerId: Id<'partner'>;
  readonly name: string;
  readonly introducerId: Id<'partner'>;
  readonly firstSaleOn: BusinessDate;
  readonly class: 'referral' | 'partner_sales' | 'alliance';
  readonly amountMinor: bigint;
  readonly currency: string;
}

/** Whom somebody brought, who sold for the first time while the reward held, and for whom nobody was thanked yet. */
export async function dueIntroducers(tx: Tx): Promise<Due[]> {
  const { rows } = await sql<Due>`
    SELECT p.id AS "partnerId", p.name, p.introduced_by_partner_id AS "introducerId", l.first_sale_on AS "firstSaleOn",
           l.class, w.amount_minor AS "amountMinor", w.currency
    FROM directory.v_partner p
    CROSS JOIN LATERAL (
      SELECT first_sale_on, class FROM insight.v_partner_life
      WHERE workspace_id = p.workspace_id AND partner_id = p.id AND first_sale_on IS NOT NULL
      ORDER BY first_sale_on, class LIMIT 1) l
    CROSS JOIN LATERAL (
      SELECT amount_minor, currency FROM recruiting.introducer_reward
      WHERE workspace_id = p.workspace_id AND set_on <= l.first_sale_on ORDER BY no DESC LIMIT 1) w
    LEFT JOIN lifecycle.v_standing s ON s.workspace_id = p.workspace_id AND s.partner_id = p.introduced_by_partner_id
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.introduced_by_partner_id IS NOT NULL
      AND w.amount_minor IS NOT NULL AND s.stage IS DISTINCT FROM 'ended' AND s.stage IS DISTINCT FROM 'stop_listed'
      AND NOT EXISTS (SELECT 1 FROM recruiting.introducer_thanked d
                      WHERE d.workspace_id = p.workspace_id AND d.partner_id = p.id)
    ORDER BY l.first_sale_on, p.id LIMIT 500`.execute(tx.db);
  return rows;
}

/** For whom it was written for the first time: the others were thanked in the meantime. */
export async function insertThanked(tx: Tx, due: readonly Due[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO recruiting.introducer_thanked (workspace_id, partner_id, introducer_id, first_sale_on, amount_minor,
      currency, thanked_at)
    SELECT ${tx.workspaceId}::uuid, r."partnerId", r."introducerId", r."firstSaleOn", r."amountMinor", r.currency, ${tx.now()}
    FROM jsonb_to_recordset(${JSON.stringify(due.map((one) => ({ ...one, amountMinor: one.amountMinor.toString() })))}::jsonb)
      AS r("partnerId" text, "introducerId" text, "firstSaleOn" date, "amountMinor" bigint, currency text)
    ON CONFLICT DO NOTHING RETURNING partner_id AS id`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}
