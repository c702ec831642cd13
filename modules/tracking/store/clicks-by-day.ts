import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';

export interface ClickDay {
  readonly day: BusinessDate;
  /** Of people: machines, previews and prefetches are left out. */
  readonly clicks: number;
}

/** What people opened of one partner's links, by day; a day without clicks has no row. */
export async function clicksByDay(
  tx: Tx,
  partnerId: Id<'partner'>,
  since: BusinessDate,
): Promise<ClickDay[]> {
  const { rows } = await sql<ClickDay>`
    SELECT day, sum(clicks)::int AS clicks FROM tracking.click_day
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND day >= ${since}::date
      AND verdict = 'human'
    GROUP BY day ORDER BY day`.execute(tx.db);
  return rows;
}
