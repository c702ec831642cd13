import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';

export interface Hold {
  readonly id: Id<'hold'>;
  readonly partnerId: Id<'partner'>;
  readonly reason: string;
  readonly until: BusinessDate;
  /** Earned beyond what the partner's stage allows; held by nobody in particular. */
  readonly ofLimit: boolean;
}

export interface KeptHold extends Hold {
  readonly heldBy: string;
  readonly heldAt: Date;
  readonly liftedBy: string | null;
  readonly liftedAt: Date | null;
  readonly liftReason: string | null;
}

export async function insertHold(tx: Tx, hold: Hold): Promise<void> {
  await sql`
    INSERT INTO incentives.hold (workspace_id, id, partner_id, reason, until, of_limit, held_by, held_at)
    VALUES (${tx.workspaceId}::uuid, ${hold.id}, ${hold.partnerId}, ${hold.reason}, ${hold.until}, ${hold.ofLimit}, ${tx.actor.id},
      ${tx.now()})`.execute(tx.db);
}

const HOLD = sql`
  id, partner_id AS "partnerId", reason, until, of_limit AS "ofLimit", held_by AS "heldBy", held_at AS "heldAt", lifted_by AS "liftedBy",
  lifted_at AS "liftedAt", lift_reason AS "liftReason"`;

/** Locked: of two people who lift it at once one does. */
export async function findHold(tx: Tx, id: string): Promise<KeptHold | undefined> {
  const { rows } = await sql<KeptHold>`
    SELECT ${HOLD} FROM incentives.hold WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(
    tx.db,
  );
  return rows[0];
}

/** The hold of what a partner earned beyond its limit, while it stands. Under `lockLimit`. */
export async function standingLimitHold(tx: Tx, partnerId: string): Promise<KeptHold | undefined> {
  const { rows } = await sql<KeptHold>`
    SELECT ${HOLD} FROM incentives.hold
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND of_limit AND lifted_at IS NULL
    FOR UPDATE`.execute(tx.db);
  return rows[0];
}

/** Whose earnings wait beyond a limit. */
export async function heldByLimit(tx: Tx): Promise<Id<'partner'>[]> {
  const { rows } = await sql<{ partnerId: Id<'partner'> }>`
    SELECT partner_id AS "partnerId" FROM incentives.hold
    WHERE workspace_id = ${tx.workspaceId}::uuid AND of_limit AND lifted_at IS NULL ORDER BY partner_id`.execute(
    tx.db,
  );
  return rows.map(({ partnerId }) => partnerId);
}

/** One after another for a partner: of two that earn at once each would see room for itself. */
export async function lockLimit(tx: Tx, partnerId: string): Promise<void> {
  await sql`
    SELECT pg_advisory_xact_lock(hashtextextended('incentives.limit:' || ${tx.workspaceId} || ${partnerId}, 0))`.execute(
    tx.db,
  );
}

/** Earned and let through since the moment, without these rows. */
export async function letThrough(
  tx: Tx,
  of: { partnerId: string; currency: string; since: Date; without: readonly string[] },
): Promise<bigint> {
  const { rows } = await sql<{ sum: bigint }>`
    SELECT COALESCE(sum(amount_minor), 0)::bigint AS sum FROM incentives.accrual
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${of.partnerId} AND currency = ${of.currency}
      AND recorded_at >= ${of.since} AND state NOT IN ('on_hold', 'reversed')
      AND NOT id = ANY(${of.without}::text[])`.execute(tx.db);
  return rows[0]?.sum ?? 0n;
}

export async function liftHold(tx: Tx, id: string, reason: string): Promise<void> {
  await sql`
    UPDATE incentives.hold SET lifted_by = ${tx.actor.id}, lifted_at = ${tx.now()}, lift_reason = ${reason}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

/** With what stands under each of them now, per currency. */
export interface StandingHold extends KeptHold {
  readonly partnerName: string;
  readonly accruals: number;
  readonly amountMinor: bigint;
  readonly currency: string;
}

export async function standingHolds(tx: Tx): Promise<StandingHold[]> {
  const { rows } = await sql<StandingHold>`
    SELECT h.id, h.partner_id AS "partnerId", h.reason, h.until, h.of_limit AS "ofLimit",
           h.held_by AS "heldBy", h.held_at AS "heldAt",
           h.lifted_by AS "liftedBy", h.lifted_at AS "liftedAt", h.lift_reason AS "liftReason",
           p.name AS "partnerName", a.currency, count(*)::int AS accruals, sum(a.amount_minor)::bigint AS "amountMinor"
    FROM incentives.hold h
    JOIN incentives.accrual a ON a.workspace_id = h.workspace_id AND a.hold_id = h.id AND a.state = 'on_hold'
    JOIN directory.v_partner p ON p.workspace_id = h.workspace_id AND p.id = h.partner_id
    WHERE h.workspace_id = ${tx.workspaceId}::uuid AND h.lifted_at IS NULL
    GROUP BY h.workspace_id, h.id, p.name, a.currency ORDER BY h.until, h.id LIMIT 500`.execute(tx.db);
  return rows;
}
