import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Exchange, Recognition } from '../contract/value.ts';

type ExchangeRecord = Omit<Exchange, 'estimateMinor'> & { readonly estimateMinor: bigint | null };

export const VALUE_ROWS = 200;

export async function exchangesOf(tx: Tx, partnerId: string): Promise<ExchangeRecord[]> {
  const { rows } = await sql<ExchangeRecord>`
    SELECT id, direction, kind, text, on_day AS "onDay", estimate_minor AS "estimateMinor", currency FROM rhythm.exchange
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    ORDER BY on_day DESC, id DESC LIMIT ${VALUE_ROWS + 1}`.execute(tx.db);
  return rows;
}

export async function insertExchange(tx: Tx, partnerId: string, one: ExchangeRecord): Promise<void> {
  await sql`
    INSERT INTO rhythm.exchange (workspace_id, id, partner_id, direction, kind, text, on_day, estimate_minor, currency,
      written_at, written_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${partnerId}, ${one.direction}, ${one.kind}, ${one.text},
      ${one.onDay}::date, ${one.estimateMinor}, ${one.currency}, ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}

export async function recognitionsOf(tx: Tx, partnerId: string): Promise<Recognition[]> {
  const { rows } = await sql<Recognition>`
    SELECT id, kind, text, on_day AS "onDay" FROM rhythm.recognition
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId}
    ORDER BY on_day DESC, id DESC LIMIT ${VALUE_ROWS + 1}`.execute(tx.db);
  return rows;
}

export async function insertRecognition(tx: Tx, partnerId: string, one: Recognition): Promise<void> {
  await sql`
    INSERT INTO rhythm.recognition (workspace_id, id, partner_id, kind, text, on_day, written_at, written_by)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${partnerId}, ${one.kind}, ${one.text}, ${one.onDay}::date, ${tx.now()},
      ${tx.actor.id})`.execute(tx.db);
}
