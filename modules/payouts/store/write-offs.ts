import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

export interface NewWriteOff {
  readonly id: Id<'write_off'>;
  readonly partnerId: Id<'partner'>;
  readonly currency: string;
  readonly earnedMinor: bigint;
  readonly carriedMinor: bigint;
  readonly amountMinor: bigint;
  readonly reason: string;
  readonly settlementId: Id<'payout'>;
}

export interface WriteOff extends NewWriteOff {
  readonly state: 'proposed' | 'approved' | 'declined';
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

const COLUMNS = sql`
  w.id, w.partner_id AS "partnerId", w.currency, w.earned_minor AS "earnedMinor", w.carried_minor AS "carriedMinor",
  w.amount_minor AS "amountMinor", w.reason, w.settlement_id AS "settlementId", w.state, w.proposed_at AS "proposedAt",
  w.proposed_by AS "proposedBy", w.decided_at AS "decidedAt", w.decided_by AS "decidedBy"`;

/** False when one is proposed for the partner already. */
export async function insertWriteOff(tx: Tx, one: NewWriteOff): Promise<boolean> {
  const inserted = await sql`
    INSERT INTO payouts.write_off (workspace_id, id, partner_id, currency, earned_minor, carried_minor, amount_minor, reason,
      settlement_id, state, proposed_at, proposed_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.currency}, ${one.earnedMinor}, ${one.carriedMinor},
      ${one.amountMinor}, ${one.reason}, ${one.settlementId}, 'proposed', ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id, partner_id, currency) WHERE state = 'proposed' DO NOTHING`.execute(tx.db);
  return inserted.numAffectedRows === 1n;
}

export async function lockWriteOff(tx: Tx, id: Id<'write_off'>): Promise<WriteOff | undefined> {
  const { rows } = await sql<WriteOff>`
    SELECT ${COLUMNS} FROM payouts.write_off w WHERE w.workspace_id = ${tx.workspaceId}::uuid AND w.id = ${id} FOR UPDATE`.execute(
    tx.db,
  );
  return rows[0];
}

export async function saveDecision(
  tx: Tx,
  id: Id<'write_off'>,
  state: 'approved' | 'declined',
): Promise<void> {
  await sql`
    UPDATE payouts.write_off SET state = ${state}, decided_at = ${tx.now()}, decided_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function listWriteOffs(
  tx: Tx,
  filter: { state?: string | undefined; before?: string | undefined; limit: number },
): Promise<(WriteOff & { partnerName: string })[]> {
  const { rows } = await sql<WriteOff & { partnerName: string }>`
    SELECT ${COLUMNS}, d.name AS "partnerName"
    FROM payouts.write_off w JOIN directory.v_partner d ON d.workspace_id = w.workspace_id AND d.id = w.partner_id
    WHERE w.workspace_id = ${tx.workspaceId}::uuid AND (${filter.state ?? null}::text IS NULL OR w.state = ${filter.state ?? null}::text)
      AND (${filter.before ?? null}::text IS NULL OR w.id < ${filter.before ?? null}::text)
    ORDER BY w.id DESC LIMIT ${filter.limit}`.execute(tx.db);
  return rows;
}
