import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look } from '@mosty/kernel/db';
import { ledgerVerdict } from '@mosty/ledger';
import type { Id } from '@mosty/kernel/id';
import { cancelPayoutBatch, markPaid, setPayoutPolicy } from '@mosty/payouts';
import { seededRandom, testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { smallCompany } from '../api/company.ts';
import { untilKilled } from './until-killed.ts';

/** TigerBeetle’s promise at our size: what was acknowledged is there, once, and every transaction sums to zero. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 40);
const SEED = 11;

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db, { startAt: new Date() });
  await smallCompany(world, 'К');
  await setPayoutPolicy(world.contextOf('owner'), {
    payDay: 10,
    silenceDays: 5,
    secondApproverAboveMinor: null,
    requisites: 'not_asked',
    payer: null,
  });
}, 60_000);
afterAll(async () => {
  await world.close();
  await db.drop();
});

interface Heard {
  readonly sales: string[];
  readonly refunds: string[];
  readonly paid: Map<string, bigint>;
}

/** Kills a worker some time after its first word; what it said stands, for it was told so. Answers its faults. */
async function round(number: number, heard: Heard, afterMs: number): Promise<string> {
  const { lines, faults } = await untilKilled(
    path.join(import.meta.dirname, 'worker.ts'),
    [db.appUrl, world.workspaceId, world.member('finance').id, world.member('owner').id, String(number)],
    afterMs,
  );
  for (const line of lines) {
    const [what, name = '', amount] = line.split(' ');
    if (what === 'sale') heard.sales.push(name);
    if (what === 'refund') heard.refunds.push(name);
    if (what === 'paid') heard.paid.set(name, BigInt(amount ?? 0));
  }
  return faults;
}

/** A batch that the dead worker left half-way is finished or cancelled by a person, as it would be in life. */
async function tidy(): Promise<void> {
  const { rows } = await look(world.system, (tx) =>
    sql<{
      id: string;
      state: string;
    }>`SELECT id, state FROM payouts.payout_batch WHERE state IN ('draft', 'approved', 'sent')`.execute(
      tx.db,
    ),
  );
  for (const { id, state } of rows) {
    const batchId = id as Id<'payout_batch'>;
    // What went to the bank was paid, whoever died meanwhile; the rest is made anew.
    if (state === 'sent') await markPaid(world.contextOf('finance'), { batchId });
    else await cancelPayoutBatch(world.contextOf('owner'), { batchId, reason: 'the worker died' });
  }
}

test(`${ROUNDS} × kill -9 while selling and paying: nothing acknowledged is lost, nothing is there twice`, {
  timeout: 900_000,
}, async () => {
  const random = seededRandom(SEED);
  const heard: Heard = { sales: [], refunds: [], paid: new Map() };
  for (let number = 0; number < ROUNDS; number += 1) {
    const faults = await round(number, heard, 60 + Math.floor(random() * 400));
    expect(faults).toBe('');
    await tidy();
  }
  expect(heard.sales.length).toBeGreaterThan(ROUNDS);
  const kept = await look(world.system, async (tx) => {
    const names = async (table: 'v_sale' | 'v_refund') =>
      (
        await sql<{
          name: string;
        }>`SELECT external_id AS name FROM ${sql.table(`deals.${table}`)} WHERE source = 'kill'`.execute(
          tx.db,
        )
      ).rows.map((row) => row.name);
    const paid = await sql<{ id: string; minor: bigint }>`
      SELECT batch_id AS id, sum(amount_minor)::bigint AS minor FROM payouts.payout WHERE state = 'paid' GROUP BY batch_id`.execute(
      tx.db,
    );
    const accrued = await sql<{ n: number; sales: number }>`
      SELECT count(*)::int AS n, count(DISTINCT sale_id)::int AS sales FROM incentives.v_accrual x
      JOIN deals.v_sale s ON s.workspace_id = x.workspace_id AND s.id = x.sale_id
      WHERE s.source = 'kill' AND x.kind = 'commission'`.execute(tx.db);
    return {
      sales: await names('v_sale'),
      refunds: await names('v_refund'),
      paid: new Map(paid.rows.map((row) => [row.id, row.minor])),
      accrued: accrued.rows[0],
    };
  });
  const sales = new Set(kept.sales);
  expect(kept.sales.length).toBe(sales.size);
  expect(heard.sales.filter((name) => !sales.has(name))).toEqual([]);
  expect(heard.refunds.filter((name) => !kept.refunds.includes(name))).toEqual([]);
  for (const [batch, minor] of heard.paid) expect(kept.paid.get(batch)).toBe(minor);
  // Every sale that stands has exactly one commission: the two were written together or not at all.
  expect(kept.accrued).toEqual({ n: sales.size, sales: sales.size });
  const verdict = await look(world.system, ledgerVerdict);
  expect(verdict.holds).toBe(true);
  process.stdout.write(
    `kill -9 × ${ROUNDS}: ${heard.sales.length} sales, ${heard.refunds.length} refunds, ${heard.paid.size} payout batches acknowledged\n`,
  );
});
