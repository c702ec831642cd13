import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { WaiverHow, WaiverState } from '../contract/waiver.ts';

export interface Waiver {
  readonly id: Id<'waiver'>;
  readonly partnerId: Id<'partner'>;
  readonly currency: string;
  readonly earnedMinor: bigint;
  readonly carriedMinor: bigint;
  readonly amountMinor: bigint;
  readonly saidHow: WaiverHow;
  readonly proof: string | null;
  readonly settlementId: Id<'payout'>;
  readonly state: WaiverState;
  readonly saidAt: Date;
  readonly saidBy: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
}

const COLUMNS = sql`
  w.id, w.partner_id AS "partnerId", w.currency, w.earned_minor AS "earnedMinor", w.carried_minor AS "carriedMinor",
  w.amount_minor AS "amountMinor", w.said_how AS "saidHow", w.proof, w.settlement_id AS "settlementId", w.state,
  w.said_at AS "saidAt", w.said_by AS "saidBy", w.decided_at AS "decidedAt", w.decided_by AS "decidedBy"`;

/** False when one waits to be confirmed already. */
export async function insertWaiver(tx: Tx, one: Waiver): Promise<boolean> {
  const inserted = await sql`
    INSERT INTO payouts.waiver (workspace_id, id, partner_id, currency, earned_minor, carried_minor, amount_minor, said_how,
      proof, settlement_id, state, said_at, said_by, decided_at, decided_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.partnerId}, ${one.currency}, ${one.earnedMinor}, ${one.carriedMinor},
      ${one.amountMinor}, ${one.saidHow}, ${one.proof}, ${one.settlementId}, ${one.state}, ${one.saidAt}, ${one.saidBy},
      ${one.decidedAt}, ${one.decidedBy})
    ON CONFLICT (workspace_id, partner_id, currency) WHERE state = 'proposed' DO NOTHING`.execute(tx.db);
  return inserted.numAffectedRows === 1n;
}

export async function lockWaiver(tx: Tx, id: Id<'waiver'>): Promise<Waiver | undefined> {
  const { rows } = await sql<Waiver>`
    SELECT ${COLUMNS} FROM payouts.waiver w WHERE w.workspace_id = ${tx.workspaceId}::uuid AND w.id = ${id} FOR UPDATE`.execute(
    tx.db,
  );
  return rows[0];
}

export async function saveWaiverDecision(
  tx: Tx,
  id: Id<'waiver'>,
  state: 'accepted' | 'declined',
): Promise<void> {
  await sql`
    UPDATE payouts.waiver SET state = ${state}, decided_at = ${tx.now()}, decided_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function listWaivers(
  tx: Tx,
  filter: {
    partnerId?: string | undefined;
    state?: string | undefined;
    before?: string | undefined;
    limit: number;
  },
): Promise<(Waiver & { partnerName: string })[]> {
  const { partnerId = null, state = null, before = null } = filter;
  const { rows } = await sql<Waiver & { partnerName: string }>`
    SELECT ${COLUMNS}, d.name AS "partnerName"
    FROM payouts.waiver w JOIN directory.v_partner d ON d.workspace_id = w.workspace_id AND d.id = w.partner_id
    WHERE w.workspace_id = ${tx.workspaceId}::uuid AND (${partnerId}::text IS NULL OR w.partner_id = ${partnerId}::text)
      AND (${state}::text IS NULL OR w.state = ${state}::text) AND (${before}::text IS NULL OR w.id < ${before}::text)
    ORDER BY w.id DESC LIMIT ${filter.limit}`.execute(tx.db);
  return rows;
}

/** `called` stands where the partner's people were named. */
export async function forgetProofs(tx: Tx, partnerId: string, called: string): Promise<void> {
  await sql`
    UPDATE payouts.waiver SET proof = ${called}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND proof IS NOT NULL`.execute(
    tx.db,
  );
}
