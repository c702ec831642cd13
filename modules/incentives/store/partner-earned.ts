import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';

export interface Earned {
  readonly currency: string;
  /** Of sales since `since`, less what their refunds took back. */
  readonly earnedMinor: bigint;
  /** Accruals of that time that nobody took back whole. */
  readonly accruals: number;
  /** When the nearest of what is still being checked becomes ours to pay. */
  readonly maturesOn: BusinessDate | null;
}

/** How far back something may still be pending: longer than any refund window in use. */
const PENDING_DAYS = 400;

/** What one partner earned since a moment, by currency. */
export async function earnedSince(tx: Tx, partnerId: Id<'partner'>, since: Date): Promise<Earned[]> {
  const { rows } = await sql<Earned>`
    SELECT currency,
           COALESCE(sum(amount_minor) FILTER (WHERE effective_at >= ${since}), 0)::bigint AS "earnedMinor",
           count(*) FILTER (WHERE effective_at >= ${since} AND state <> 'reversed')::int AS accruals,
           min(matures_on) FILTER (WHERE state = 'pending' AND amount_minor > 0) AS "maturesOn"
    FROM incentives.accrual
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
      AND effective_at >= ${since}::timestamptz - make_interval(days => ${PENDING_DAYS})
    GROUP BY currency ORDER BY currency`.execute(tx.db);
  return rows;
}
