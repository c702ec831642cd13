import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Reason } from '../contract.ts';
import type { ToldBySale } from '../domain/timeline.ts';

/** Reasons of one sale with what they speak of called by name: stored they hold ids only. In their order. */
export async function spokenReasons(tx: Tx, saleId: string, reasons: readonly Reason[]): Promise<Reason[]> {
  if (reasons.length === 0) return [];
  const { rows } = await sql<{ reason: Reason }>`
    SELECT attribution.spoken(${tx.workspaceId}::uuid, r.reason, ${saleId}, NULL) AS reason
    FROM jsonb_array_elements(${JSON.stringify(reasons)}::jsonb) WITH ORDINALITY AS r(reason, place)
    ORDER BY r.place`.execute(tx.db);
  return rows.map((row) => row.reason);
}

/** The same things, each with its reason spoken. */
export async function withSpokenReasons<Thing extends { readonly reason: Reason }>(
  tx: Tx,
  saleId: string,
  things: readonly Thing[],
): Promise<Thing[]> {
  const spoken = await spokenReasons(
    tx,
    saleId,
    things.map(({ reason }) => reason),
  );
  return things.map((thing, place) => ({ ...thing, reason: spoken[place] as Reason }));
}

export async function toldBySale(tx: Tx, saleId: string): Promise<ToldBySale> {
  const { rows } = await sql<ToldBySale>`
    SELECT attribution.told_by_sale(${tx.workspaceId}::uuid, ${saleId}, 'partner') AS partner,
           attribution.told_by_sale(${tx.workspaceId}::uuid, ${saleId}, 'code') AS code`.execute(tx.db);
  return rows[0] ?? { partner: null, code: null };
}
