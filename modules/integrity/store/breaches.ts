import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface BreachRecord {
  readonly id: Id<'breach'>;
  readonly partnerId: Id<'partner'>;
  readonly partnerName: string;
  readonly rule: number;
  readonly at: Date;
  readonly flagId: Id<'flag'> | null;
  readonly note: string | null;
  readonly by: string;
  readonly takenBackAt: Date | null;
}

export async function breachesOf(tx: Tx, partnerId: string | null): Promise<BreachRecord[]> {
  const { rows } = await sql<BreachRecord>`
    SELECT b.id, b.partner_id AS "partnerId", p.name AS "partnerName", b.rule, b.at, b.flag_id AS "flagId", b.note,
           b.by_actor AS by, b.taken_back_at AS "takenBackAt"
    FROM integrity.breach b
    JOIN directory.v_partner p ON p.workspace_id = b.workspace_id AND p.id = b.partner_id
    WHERE b.workspace_id = ${tx.workspaceId}::uuid ${partnerId ? sql`AND b.partner_id = ${partnerId}` : sql``}
    ORDER BY b.at DESC, b.id DESC LIMIT 500`.execute(tx.db);
  return rows;
}

export async function insertBreach(
  tx: Tx,
  one: Pick<BreachRecord, 'id' | 'partnerId' | 'rule' | 'flagId' | 'note'>,
): Promise<void> {
  await sql`
    INSERT INTO integrity.breach (workspace_id, id, partner_id, rule, at, flag_id, note, by_actor)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.rule}, ${tx.now()}, ${one.flagId}, ${one.note},
      ${tx.actor.id})`.execute(tx.db);
}

/** False: no such breach, or it was taken back already. */
export async function takeBack(tx: Tx, id: string, because: string): Promise<boolean> {
  const { rows } = await sql`
    UPDATE integrity.breach SET taken_back_at = ${tx.now()}, taken_back_by = ${tx.actor.id}, taken_back_because = ${because}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} AND taken_back_at IS NULL RETURNING id`.execute(
    tx.db,
  );
  return rows.length > 0;
}

export interface Brought {
  readonly partnerId: string;
  readonly class: 'referral' | 'partner_sales' | 'alliance';
  readonly currency: string;
  readonly amountMinor: bigint;
}

export async function broughtBy(tx: Tx, partnerIds: readonly string[], since: string): Promise<Brought[]> {
  const { rows } = await sql<Brought>`
    SELECT partner_id AS "partnerId", class, currency, sum(paid_minor)::bigint AS "amountMinor"
    FROM insight.v_partner_month
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ANY(${[...partnerIds]}::text[]) AND month >= ${since}::date
    GROUP BY partner_id, class, currency ORDER BY class, currency`.execute(tx.db);
  return rows;
}
