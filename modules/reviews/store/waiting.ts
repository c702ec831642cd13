import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';

/** How many reviews of one day wait for one person of ours; null: nobody leads these partners. */
export interface Waiting {
  readonly ownerMemberId: Id<'member'> | null;
  readonly dueOn: BusinessDate;
  readonly count: number;
}

export async function waitingOf(tx: Tx, reviewIds: readonly string[]): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    SELECT p.owner_member_id AS "ownerMemberId", r.due_on AS "dueOn", count(*)::int AS count
    FROM reviews.review r JOIN directory.v_partner p ON p.workspace_id = r.workspace_id AND p.id = r.partner_id
    WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.id = ANY(${reviewIds}::text[])
    GROUP BY 1, 2 ORDER BY 2, 1`.execute(tx.db);
  return rows;
}

/** Not decided, and the day passed no longer than so many days ago. */
export async function overdueSince(tx: Tx, today: BusinessDate, days: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    SELECT p.owner_member_id AS "ownerMemberId", r.due_on AS "dueOn", count(*)::int AS count
    FROM reviews.review r JOIN directory.v_partner p ON p.workspace_id = r.workspace_id AND p.id = r.partner_id
    WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.decided_at IS NULL
      AND r.due_on < ${today}::date AND r.due_on >= ${today}::date - ${days}::int
    GROUP BY 1, 2 ORDER BY 2, 1`.execute(tx.db);
  return rows;
}

/** Decided, and the partner has not signed though the day passed. */
export async function unsignedSince(
  tx: Tx,
  today: BusinessDate,
  days: number,
): Promise<{ id: Id<'review'>; partnerId: Id<'partner'>; dueOn: BusinessDate }[]> {
  const { rows } = await sql<{ id: Id<'review'>; partnerId: Id<'partner'>; dueOn: BusinessDate }>`
    SELECT id, partner_id AS "partnerId", due_on AS "dueOn" FROM reviews.review
    WHERE workspace_id = ${tx.workspaceId}::uuid AND decided_at IS NOT NULL AND signed_at IS NULL
      AND due_on < ${today}::date AND due_on >= ${today}::date - ${days}::int
    ORDER BY due_on, id`.execute(tx.db);
  return rows;
}
