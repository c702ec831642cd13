import { rmSync } from 'node:fs';
import path from 'node:path';
import { settleSales, settleSalesGrouped } from '@mosty/incentives';
import { migrate, openPool, refreshStatistics } from '@mosty/kernel/db';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { saleCompany } from './sale/company.ts';
import { inParallel, median } from './sale/load.ts';
import { openTpcB } from './sale/tpc-b.ts';

/**
 * A sale in: idempotency, who brought, accruals and ledger, acknowledged after its commit; against a TPC-B-like
 * workload (pgbench's) on the same server in the same minute. Rounds alternate, medians are compared.
 */
const ROUNDS = 5;
const SECONDS = 3;
/** Callers that wait for their answer, as a shop's server does; pgbench's own advice is a few per core. */
const CALLERS = 256;
const CLIENTS = 8;
const BATCH = 5_000;
const FILLED = 20_000;

const folder = temporaryFolder('mosty-bench-');
const opened = await openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
try {
  await migrate(opened.ownerUrl);
  const database = openPool(opened.appUrl, CLIENTS);
  const tpcB = await openTpcB(opened.ownerUrl, CLIENTS);
  const { ctx, nextSale } = await saleCompany(database);
  const source = 'bench';
  const one = async () => void (await settleSales(ctx, { source, sales: [nextSale()] }));
  const grouped = async () => void (await settleSalesGrouped(ctx, { source, sales: [nextSale()] }));
  const batch = async () =>
    void (await settleSales(ctx, { source, sales: Array.from({ length: BATCH }, nextSale) }));
  const round = (workers: number, work: (worker: number) => Promise<void>) =>
    inParallel(workers, SECONDS * 1_000, work);

  // A company that has been at work for a while: the planner knows its tables, as it does a minute after any import.
  for (let filled = 0; filled < FILLED; filled += BATCH) await batch();
  await refreshStatistics(database);

  const seen = {
    tpcB: [] as number[],
    one: [] as number[],
    grouped: [] as number[],
    batched: [] as number[],
  };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    seen.tpcB.push(await round(CLIENTS, (client) => tpcB.transaction(client)));
    seen.grouped.push(await round(CALLERS, grouped));
    seen.one.push(await round(CLIENTS, one));
    seen.batched.push(BATCH * (await round(1, batch)));
    const now = Object.entries(seen).map(([name, rates]) => `${name} ${Math.round(rates.at(-1) ?? 0)}/s`);
    console.log(`round ${turn + 1}: ${now.join('  ')}`);
  }
  await tpcB.close();
  await database.close();

  const [ours, reference] = [median(seen.grouped), median(seen.tpcB)];
  const [oneByOne, batched] = [median(seen.one), median(seen.batched)];
  const ratio = ours / reference;
  const met = ratio >= 1.2 && ours >= 4 * oneByOne && batched >= 5_000;
  const rounded = (value: number) => Math.round(value * 100) / 100;
  console.log(
    JSON.stringify({
      name: 'sale',
      ours: Math.round(ours),
      reference: Math.round(reference),
      ratio: rounded(ratio),
      goal: '≥ 1.2 × TPC-B, ≥ 4 × one transaction each, batches ≥ 5000 sales/s',
      met,
      oneByOne: Math.round(oneByOne),
      timesOneByOne: rounded(ours / oneByOne),
      batched: Math.round(batched),
    }),
  );
} finally {
  await opened.stop();
  rmSync(folder, { recursive: true, force: true });
}
