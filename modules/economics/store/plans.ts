import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { firstDay, monthOf, type BusinessDate, type Month } from '@mosty/kernel/time';
import type { Book } from '../contract.ts';

export interface PlanRecord {
  readonly month: Month;
  readonly class: Book;
  readonly no: number;
  readonly currency: string;
  readonly revenueMinor: bigint;
  readonly clients: number;
  readonly reason: string | null;
  readonly writtenAt: Date;
  readonly writtenBy: string;
}

/** Every plan of months `from`…`to`, the last of each class and month first. */
export async function plansOf(tx: Tx, span: { from: Month; to: Month }): Promise<PlanRecord[]> {
  const { rows } = await sql<Omit<PlanRecord, 'month'> & { month: BusinessDate }>`
    SELECT month, class, no, currency, revenue_minor AS "revenueMinor", clients, reason, written_at AS "writtenAt",
           written_by AS "writtenBy"
    FROM economics.plan
    WHERE workspace_id = ${tx.workspaceId}::uuid AND month BETWEEN ${firstDay(span.from)}::date AND ${firstDay(span.to)}::date
    ORDER BY month, class, no DESC`.execute(tx.db);
  return rows.map((row) => ({ ...row, month: monthOf(row.month) }));
}

export async function insertPlan(tx: Tx, plan: PlanRecord): Promise<void> {
  await sql`
    INSERT INTO economics.plan (workspace_id, month, class, no, currency, revenue_minor, clients, reason, written_at, written_by)
    VALUES (${tx.workspaceId}::uuid, ${firstDay(plan.month)}::date, ${plan.class}, ${plan.no}, ${plan.currency},
            ${plan.revenueMinor}, ${plan.clients}, ${plan.reason}, ${plan.writtenAt}, ${plan.writtenBy})`.execute(
    tx.db,
  );
}

/** Whoever changes the economics of a company waits for the one before: a month is closed, planned and priced by one at a time. */
export async function takeTurn(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('economics:' || ${tx.workspaceId}, 0))`.execute(
    tx.db,
  );
}
