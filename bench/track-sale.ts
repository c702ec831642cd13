import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { createApiKey } from '@mosty/identity';
import { settleSales } from '@mosty/incentives';
import { migrate, openPool, refreshStatistics } from '@mosty/kernel/db';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { child } from './process/child.ts';
import { saleCompany } from './sale/company.ts';
import { inParallel, median } from './sale/load.ts';
import { openTpcB } from './sale/tpc-b.ts';
import { openTeller } from './track-sale/ask.ts';

/**
 * A sale told through `POST /api/v1/track/sale` by many at once: key, checks, idempotency, who brought, accruals and ledger,
 * answered after its commit. Beside it one transaction for each without HTTP, and a TPC-B-like workload on the same server
 * in the same minute. Server and callers are processes of their own; rounds alternate, medians are compared.
 */
const ROUNDS = 5;
const SECONDS = 3;
const CALLERS = 256;
const CLIENTS = 8;
const FILLED = 20_000;
const BATCH = 5_000;
const TWICE = 500;

const folder = temporaryFolder('mosty-bench-');
const opened = await openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
try {
  await migrate(opened.ownerUrl);
  const database = openPool(opened.appUrl, CLIENTS);
  const tpcB = await openTpcB(opened.ownerUrl, CLIENTS);
  const { ctx, nextSale } = await saleCompany(database);
  for (let filled = 0; filled < FILLED; filled += BATCH)
    await settleSales(ctx, { source: 'bench', sales: Array.from({ length: BATCH }, nextSale) });
  await refreshStatistics(database);
  const { secret } = await createApiKey(ctx, { name: 'shop', scopes: ['sales:write'] });
  const server = child('track-sale/server.ts', opened.appUrl, String(CLIENTS));
  const teller = openTeller(await server.line(), secret, CALLERS);

  const nextTold = () => {
    const { externalId, clientExternalId, occurredAt } = nextSale();
    return {
      invoiceId: externalId,
      customerExternalId: clientExternalId,
      amount: 100_000 + Math.floor(Math.random() * 9_973),
      timestamp: occurredAt.toISOString(),
    };
  };
  let wrong = 0;
  const tell = async () => {
    const { status } = await teller.tell(nextTold());
    if (status !== 201) wrong += 1;
  };
  const one = async () => void (await settleSales(ctx, { source: 'bench', sales: [nextSale()] }));
  const round = (workers: number, work: (worker: number) => Promise<void>) =>
    inParallel(workers, SECONDS * 1_000, work);

  const seen = { tpcB: [] as number[], told: [] as number[], one: [] as number[], cpu: [] as number[] };
  await round(CALLERS, tell);
  for (let turn = 1; turn <= ROUNDS; turn += 1) {
    seen.tpcB.push(await round(CLIENTS, (client) => tpcB.transaction(client)));
    server.tell('cpu');
    await server.line();
    const rate = await round(CALLERS, tell);
    server.tell('cpu');
    const { cpuMicros } = JSON.parse(await server.line()) as { cpuMicros: number };
    seen.told.push(rate);
    seen.cpu.push(cpuMicros / (rate * SECONDS));
    seen.one.push(await round(CLIENTS, one));
    const now = Object.entries(seen).map(([name, all]) => `${name} ${Math.round(all.at(-1) ?? 0)}`);
    console.log(`round ${turn}: ${now.join('  ')}   load ${loadavg()[0]?.toFixed(1)}`);
  }

  // The same sale by two at once: both are answered with the same id, and one of them is told that it was known.
  const twice = await Promise.all(
    Array.from({ length: TWICE }, nextTold).map((sale) =>
      Promise.all([teller.tell(sale), teller.tell(sale)]),
    ),
  );
  const parted = twice.filter(
    ([a, b]) =>
      a.status !== 201 || b.status !== 201 || a.id === undefined || a.id !== b.id || a.known === b.known,
  );
  teller.close();
  await server.end();
  await tpcB.close();
  await database.close();

  const [ours, reference, oneByOne] = [median(seen.told), median(seen.tpcB), median(seen.one)];
  const rounded = (value: number) => Math.round(value * 100) / 100;
  console.log(
    JSON.stringify({
      name: 'track-sale',
      ours: Math.round(ours),
      reference: Math.round(reference),
      ratio: rounded(ours / reference),
      goal: '≥ 1.2 × TPC-B, ≥ 4 × one transaction each, 0 errors under concurrent duplicates',
      met: ours >= 1.2 * reference && ours >= 4 * oneByOne && wrong === 0 && parted.length === 0,
      oneByOne: Math.round(oneByOne),
      timesOneByOne: rounded(ours / oneByOne),
      cpuMicrosOfServer: Math.round(median(seen.cpu)),
      refused: wrong,
      toldTwice: TWICE,
      toldTwiceWrong: parted.length,
    }),
  );
} finally {
  await opened.stop();
  rmSync(folder, { recursive: true, force: true });
}
