import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

export interface DealEvent {
  readonly dealId: string;
  readonly what: string;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  /** For a list that tells of the past; now when left out. */
  readonly at?: Date | undefined;
}

/** The next lines of each deal's history, in the order given. The deals are locked by the caller, or new. */
export async function insertDealEvents(tx: Tx, events: readonly DealEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ dealId, what, params = {}, at }) => ({
    dealId,
    what,
    params,
    at: at ?? tx.now(),
  }));
  await sql`
    INSERT INTO deals.deal_event (workspace_id, deal_id, step, at, by_actor, what, params)
    SELECT ${tx.workspaceId}::uuid, r."dealId",
      COALESCE((SELECT max(step) FROM deals.deal_event e
        WHERE e.workspace_id = ${tx.workspaceId}::uuid AND e.deal_id = r."dealId"), 0)
        + row_number() OVER (PARTITION BY r."dealId" ORDER BY r.place),
      r.at, ${tx.actor.id}, r.what, r.params
    FROM jsonb_to_recordset(${JSON.stringify(rows.map((row, place) => ({ ...row, place })))}::jsonb)
      AS r(place int, "dealId" text, what text, params jsonb, at timestamptz)`.execute(tx.db);
}

export async function eventsOfDeal(tx: Tx, dealId: string) {
  const { rows } = await sql<{ at: Date; by: string; what: string; params: Record<string, unknown> }>`
    SELECT at, by_actor AS by, what, params FROM deals.deal_event
    WHERE workspace_id = ${tx.workspaceId}::uuid AND deal_id = ${dealId} ORDER BY step DESC`.execute(tx.db);
  return rows;
}
