import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';

export interface Hold {
  readonly id: Id<'hold'>;
  readonly partnerId: Id<'partner'>;
  readonly reason: string;
  readonly until: BusinessDate;
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
    INSERT INTO incentives.hold (workspace_id, id, partner_id, reason, until, held_by, held_at)
    VALUES (${tx.workspaceId}::uuid, ${hold.id}, ${hold.partnerId}, ${hold.reason}, ${hold.until}, ${tx.actor.id},
      ${tx.now()})`.execute(tx.db);
}

const HOLD = sql`
  id, partner_id AS "partnerId", reason, until, held_by AS "heldBy", held_at AS "heldAt", lifted_by AS "liftedBy",
  lifted_at AS "liftedAt", lift_reason AS "liftReason"`;

/** Locked: of two people who lift it at once one does. */
export async function findHold(tx: Tx, id: string): Promise<KeptHold | undefined> {
  const { rows } = await sql<KeptHold>`
    SELECT ${HOLD} FROM incentives.hold WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(
    tx.db,
  );
  return rows[0];
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
    SELECT h.id, h.partner_id AS "partnerId", h.reason, h.until, h.held_by AS "heldBy", h.held_at AS "heldAt",
           h.lifted_by AS "liftedBy", h.lifted_at AS "liftedAt", h.lift_reason AS "liftReason",
           p.name AS "partnerName", a.currency, count(*)::int AS accruals, sum(a.amount_minor)::bigint AS "amountMinor"
    FROM incentives.hold h
    JOIN incentives.accrual a ON a.workspace_id = h.workspace_id AND a.hold_id = h.id AND a.state = 'on_hold'
    JOIN directory.v_partner p ON p.workspace_id = h.workspace_id AND p.id = h.partner_id
    WHERE h.workspace_id = ${tx.workspaceId}::uuid AND h.lifted_at IS NULL
    GROUP BY h.workspace_id, h.id, p.name, a.currency ORDER BY h.until, h.id LIMIT 500`.execute(tx.db);
  return rows;
}
