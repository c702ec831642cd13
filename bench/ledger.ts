import { rmSync } from 'node:fs';
import path from 'node:path';
import { ledgerVerdict } from '@mosty/ledger';
import { look, migrate, openPool } from '@mosty/kernel/db';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { openOurLedger } from './ledger/our-ledger.ts';
import { openPlainLedger } from './ledger/plain-ledger.ts';
import { inParallel, median } from './sale/load.ts';
import { openTpcB } from './sale/tpc-b.ts';

/**
 * Posting to the ledger, each answer after its commit: ours in batches, as imports and grouped sales post, against a
 * plain SQL ledger one transfer at a time and in batches, and against a TPC-B-like workload (pgbench's). The same
 * server, the same minute: rounds alternate and medians are compared. All transfers touch one hot account, as
 * commissions do.
 */
const ROUNDS = 5;
const SECONDS = 2;
const CLIENTS = 4;
const BATCH = 1_000;
const PARTNERS = 1_000;

const folder = temporaryFolder('mosty-bench-');
const opened = await openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
try {
  await migrate(opened.ownerUrl);
  const database = openPool(opened.appUrl, CLIENTS);
  const plain = await openPlainLedger(opened.ownerUrl, CLIENTS, PARTNERS);
  const tpcB = await openTpcB(opened.ownerUrl, CLIENTS);
  const ours = await openOurLedger(database, PARTNERS);
  const round = (work: (client: number) => Promise<void>) => inParallel(CLIENTS, SECONDS * 1_000, work);
  await ours.post(BATCH);

  const seen = {
    ours: [] as number[],
    plain: [] as number[],
    plainBatched: [] as number[],
    tpcB: [] as number[],
  };
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    await plain.tidy();
    seen.plain.push(await round((client) => plain.one(client)));
    seen.ours.push(BATCH * (await round(() => ours.post(BATCH))));
    await plain.tidy();
    seen.plainBatched.push(BATCH * (await round((client) => plain.batch(client, BATCH))));
    seen.tpcB.push(await round((client) => tpcB.transaction(client)));
    const now = Object.entries(seen).map(([name, rates]) => `${name} ${Math.round(rates.at(-1) ?? 0)}/s`);
    console.log(`round ${turn + 1}: ${now.join('  ')}`);
  }
  const balances: number[] = [];
  for (let reads = 0; reads < 200; reads += 1) balances.push(await ours.balance());
  const verdict = await look(ours.ctx, ledgerVerdict);
  await plain.close();
  await tpcB.close();
  await database.close();

  const [our, one, batched, tpc] = [
    median(seen.ours),
    median(seen.plain),
    median(seen.plainBatched),
    median(seen.tpcB),
  ];
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const met =
    our >= 8 * one && our >= 4 * batched && verdict.strayed.length + verdict.unbalanced.length === 0;
  console.log(
    JSON.stringify({
      name: 'ledger',
      ours: Math.round(our),
      reference: Math.round(one),
      ratio: rounded(our / one),
      goal: '≥ 8 × a plain SQL ledger one by one, ≥ 4 × its batches; balances equal replay',
      met,
      plainBatched: Math.round(batched),
      ratioToBatches: rounded(our / batched),
      tpcB: Math.round(tpc),
      balanceMs: rounded(median(balances)),
      strayed: verdict.strayed.length,
    }),
  );
} finally {
  await opened.stop('immediate');
  rmSync(folder, { recursive: true, force: true });
}
