import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftScheme, publishVersion } from '@mosty/incentives';
import { termsSchema } from '@mosty/incentives/contract';
import {
  applyImport,
  checkImport,
  importNow,
  openImportFolder,
  readImport,
  uploadImport,
} from '@mosty/integrations';
import { look } from '@mosty/kernel/db';
import { ledgerVerdict } from '@mosty/ledger';
import { businessDate } from '@mosty/kernel/time';
import { seededRandom, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';

/** Kills that must hit; a round that finds its work done begins the next file. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 40);
const ROWS = 6_000;
const PER_CENT_BROKEN = 1;

const folder = mkdtempSync(path.join(tmpdir(), 'mosty-kill-import-'));
let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db, { startAt: new Date() });
  openImportFolder(folder);
  const owner = world.contextOf('owner');
  const terms = termsSchema.parse({
    format: 1,
    currency: 'RUB',
    holdDays: 0,
    pay: [{ kind: 'percent', ratePpm: 100_000 }],
  });
  const { versionId } = await draftScheme(owner, {
    name: 'Ten',
    terms,
    validFrom: businessDate('2020-01-01'),
  });
  await publishVersion(world.contextOf('head'), { versionId });
  const partners = path.join(folder, 'partners.csv');
  writeFileSync(
    partners,
    'partner_id,name,scheme,agreement_date\nP1,One,Ten,2020-01-01\nP2,Two,Ten,2020-01-01\n',
  );
  await importNow(owner, { path: partners, filename: 'partners.csv', kind: 'partners' });
}, 60_000);
afterAll(async () => {
  await world.close();
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

function fileOf(number: number): string {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const amount = row % (100 / PER_CENT_BROKEN) === 0 ? 'broken' : `${row}.07`;
    return `k${number}-${row},2026-01-${String((row % 28) + 1).padStart(2, '0')},C${row % 40},${amount},P${(row % 2) + 1}`;
  });
  return `invoice,date,customer id,amount,partner\n${rows.join('\n')}\n`;
}

/** Lets a worker run for a while after its first word and kills it; true when it had nothing left to do. */
function kill(afterMs: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const worker = spawn(process.execPath, [
      path.join(import.meta.dirname, 'killed-worker.ts'),
      db.appUrl,
      folder,
    ]);
    let said = '';
    worker.stdout.on('data', (chunk: Buffer) => {
      if (said === '') setTimeout(() => worker.kill('SIGKILL'), afterMs);
      said += chunk.toString();
    });
    worker.once('error', reject);
    worker.once('close', () => resolve(said.includes('settled')));
  });
}

test(`${ROUNDS} × kill -9 while checking and applying: every good row once, every bad one listed`, {
  timeout: 900_000,
}, async () => {
  const owner = world.contextOf('owner');
  const random = seededRandom(5);
  let rounds = 0;
  let files = 0;
  while (rounds < ROUNDS) {
    files += 1;
    const { id } = await uploadImport(owner, {
      bytes: Readable.from([Buffer.from(fileOf(files))]),
      filename: `kill-${files}.csv`,
      kind: 'sales',
    });
    await checkImport(owner, { importId: id });
    for (;;) {
      const settled = await kill(10 + Math.floor(random() * 600));
      rounds += 1;
      const { state, failure } = await readImport(owner, id);
      expect(failure).toBeNull();
      if (state === 'checked') await applyImport(owner, { importId: id });
      if (state === 'applied') break;
      expect(settled && state !== 'checked').toBe(false);
    }
    expect(await readImport(owner, id)).toMatchObject({
      found: { rows: ROWS, badRows: ROWS / 100, states: { new: ROWS * 0.99 } },
      result: { created: ROWS * 0.99, known: 0, refused: 0 },
    });
  }
  const kept = await look(world.system, (tx) =>
    sql<{ sales: number; numbers: number; commissions: number; owed: bigint }>`
      SELECT (SELECT count(*)::int FROM deals.v_sale WHERE workspace_id = ${tx.workspaceId}::uuid) AS sales,
             (SELECT count(DISTINCT external_id)::int FROM deals.v_sale WHERE workspace_id = ${tx.workspaceId}::uuid) AS numbers,
             count(*)::int AS commissions, sum(amount_minor)::bigint AS owed
      FROM incentives.v_accrual WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db),
  );
  const sales = files * ROWS * 0.99;
  expect(kept.rows[0]).toMatchObject({ sales, numbers: sales, commissions: sales });
  // Ten per cent of the good amounts of one file, in kopecks, each rounded by itself.
  const ofOneFile = Array.from({ length: ROWS }, (_, row) =>
    row % 100 === 0 ? 0 : Math.round((row * 100 + 7) / 10),
  ).reduce((sum, one) => sum + one, 0);
  expect(kept.rows[0]?.owed).toBe(BigInt(files * ofOneFile));
  expect((await look(world.system, ledgerVerdict)).holds).toBe(true);
  process.stdout.write(`kill -9 × ${rounds}: ${files} files, ${sales} sales\n`);
});
