import { sql } from 'kysely';
import type { Tx } from '../context/index.ts';
import type { KeptEvent } from './reaction.ts';

/** Events after `seq`, in order. */
export async function eventsAfter(
  tx: Tx,
  asked: { seq: bigint; types: readonly string[]; limit: number },
): Promise<KeptEvent[]> {
  const { rows } = await sql<KeptEvent>`
    SELECT seq, id, type, at, body FROM kernel.event
    WHERE workspace_id = ${tx.workspaceId}::uuid AND seq > ${asked.seq} AND type = ANY(${asked.types}::text[])
    ORDER BY seq LIMIT ${asked.limit}`.execute(tx.db);
  return rows;
}

/** Those of a period, after `seq`, in order. */
export async function eventsBetween(
  tx: Tx,
  asked: { seq: bigint; from: Date; to: Date; types: readonly string[]; limit: number },
): Promise<KeptEvent[]> {
  const { rows } = await sql<KeptEvent>`
    SELECT seq, id, type, at, body FROM kernel.event
    WHERE workspace_id = ${tx.workspaceId}::uuid AND seq > ${asked.seq} AND at >= ${asked.from} AND at < ${asked.to}
      AND type = ANY(${asked.types}::text[])
    ORDER BY seq LIMIT ${asked.limit}`.execute(tx.db);
  return rows;
}

/** One event by its number. */
export async function eventAt(tx: Tx, seq: bigint): Promise<KeptEvent | undefined> {
  const { rows } = await sql<KeptEvent>`
    SELECT seq, id, type, at, body FROM kernel.event
    WHERE workspace_id = ${tx.workspaceId}::uuid AND seq = ${seq}`.execute(tx.db);
  return rows[0];
}

/** The number of the newest event; 0 before the first. */
export async function lastEvent(tx: Tx): Promise<bigint> {
  const { rows } = await sql<{ seq: bigint }>`
    SELECT event_seq AS seq FROM kernel.workspace_head WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
    tx.db,
  );
  return rows[0]?.seq ?? 0n;
}
