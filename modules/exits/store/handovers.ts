import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { sql } from 'kysely';
import type { ExitRecord } from './exits.ts';

export interface HandoverRecord {
  readonly what: Id<'client'> | Id<'deal'>;
  readonly kind: 'client' | 'deal';
  readonly toPartnerId: Id<'partner'> | null;
  readonly toMemberId: Id<'member'> | null;
  readonly at: Date;
}

/** Handed over once more, it is with whom it was given to last. */
export async function saveHandovers(
  tx: Tx,
  { partnerId, no }: ExitRecord,
  given: readonly Omit<HandoverRecord, 'at'>[],
): Promise<void> {
  if (given.length === 0) return;
  await sql`
    INSERT INTO exits.handover (workspace_id, partner_id, exit_no, what, kind, to_partner_id, to_member_id, at, by_actor)
    SELECT ${tx.workspaceId}::uuid, ${partnerId}, ${no}, g.*, ${tx.now()}, ${tx.actor.id}
    FROM unnest(${given.map(({ what }) => what)}::text[], ${given.map(({ kind }) => kind)}::text[],
      ${given.map(({ toPartnerId }) => toPartnerId)}::text[], ${given.map(({ toMemberId }) => toMemberId)}::text[]) AS g
    ON CONFLICT (workspace_id, partner_id, exit_no, what) DO UPDATE SET to_partner_id = EXCLUDED.to_partner_id,
      to_member_id = EXCLUDED.to_member_id, at = EXCLUDED.at, by_actor = EXCLUDED.by_actor`.execute(tx.db);
}

/** The newest first. */
export async function handoversOf(
  tx: Tx,
  { partnerId, no }: ExitRecord,
  limit: number,
): Promise<HandoverRecord[]> {
  const { rows } = await sql<HandoverRecord>`
    SELECT what, kind, to_partner_id AS "toPartnerId", to_member_id AS "toMemberId", at FROM exits.handover
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND exit_no = ${no}
    ORDER BY at DESC, what LIMIT ${limit}`.execute(tx.db);
  return rows;
}

export async function countHandovers(tx: Tx, { partnerId, no }: ExitRecord): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM exits.handover
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND exit_no = ${no}`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
}
