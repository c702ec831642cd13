import { temporaryFolder } from '@mosty/server/database';
import { rmSync, writeFileSync } from 'node:fs';
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
import type { ImportView } from '@mosty/integrations/contract';
import { look } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { ledgerVerdict } from '@mosty/ledger';
import { seededRandom, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { untilKilled } from './until-killed.ts';

/** Kills that hit the work, half of them while checking and half while applying. ROUNDS=40 is the full number. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 4);
const ROWS = 6_000;
const BROKEN_EVERY = 100;
const GOOD_ROWS = ROWS - ROWS / BROKEN_EVERY;
const SEED = 5;

const folder = temporaryFolder('mosty-kill-import-');
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
  const validFrom = businessDate('2020-01-01');
  const { versionId } = await draftScheme(owner, { name: 'Ten', terms, validFrom });
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
    const amount = row % BROKEN_EVERY === 0 ? 'broken' : `${row}.07`;
    const day = String((row % 28) + 1).padStart(2, '0');
    return `k${number}-${row},2026-01-${day},C${row % 40},${amount},P${(row % 2) + 1}`;
  });
  return `invoice,date,customer id,amount,partner\n${rows.join('\n')}\n`;
}

/** Ten per cent of the good amounts of one file, in kopecks, each rounded by itself. */
function owedForFile(): bigint {
  const ofRow = (row: number) => (row % BROKEN_EVERY === 0 ? 0 : Math.round((row * 100 + 7) / 10));
  return BigInt(Array.from({ length: ROWS }, (_, row) => ofRow(row)).reduce((sum, one) => sum + one, 0));
}

const worker = (afterMs: number | null) =>
  untilKilled(path.join(import.meta.dirname, 'import-worker.ts'), [db.appUrl, folder], afterMs);

test(`${ROUNDS} × kill -9 while checking and applying: every good row once, every bad one listed`, {
  timeout: 900_000,
}, async () => {
  const owner = world.contextOf('owner');
  const random = seededRandom(SEED);
  const kills = { checking: 0, applying: 0 };
  const isDue = (state: string) =>
    (state === 'checking' || state === 'applying') && kills[state] < ROUNDS / 2;
  let files = 0;

  /** A worker of the one file that is there; killed once in a while, later the longer nothing came of it. */
  async function workOn(id: ImportView['id']): Promise<void> {
    let { state } = await readImport(owner, id);
    for (let attempt = 1; state !== 'applied'; attempt += 1) {
      const { lines, faults } = await worker(
        isDue(state) ? 10 + Math.floor(random() * (300 + 100 * attempt)) : null,
      );
      expect(faults).toBe('');
      const after = await readImport(owner, id);
      expect(after.failure).toBeNull();
      state = after.state;
      if (state === 'checking' || state === 'applying') {
        expect(lines).not.toContain('settled');
        kills[state] += 1;
      }
      if (state === 'checked') ({ state } = await applyImport(owner, { importId: id }));
    }
  }

  while (isDue('checking') || isDue('applying')) {
    files += 1;
    const { id } = await uploadImport(owner, {
      bytes: Readable.from([Buffer.from(fileOf(files))]),
      filename: `kill-${files}.csv`,
      kind: 'sales',
    });
    await checkImport(owner, { importId: id });
    await workOn(id);
    expect(await readImport(owner, id)).toMatchObject({
      found: { rows: ROWS, badRows: ROWS / BROKEN_EVERY, states: { new: GOOD_ROWS } },
      result: { created: GOOD_ROWS, known: 0, refused: 0 },
    });
  }

  const kept = await look(world.system, (tx) =>
    sql<{ sales: number; numbers: number; commissions: number; owed: bigint }>`
      SELECT (SELECT count(*)::int FROM deals.v_sale WHERE workspace_id = ${tx.workspaceId}::uuid) AS sales,
             (SELECT count(DISTINCT external_id)::int FROM deals.v_sale WHERE workspace_id = ${tx.workspaceId}::uuid) AS numbers,
             count(*)::int AS commissions, sum(amount_minor)::bigint AS owed
      FROM incentives.v_accrual WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db),
  );
  const sales = files * GOOD_ROWS;
  expect(kept.rows[0]).toEqual({
    sales,
    numbers: sales,
    commissions: sales,
    owed: BigInt(files) * owedForFile(),
  });
  expect((await look(world.system, ledgerVerdict)).holds).toBe(true);
  process.stdout.write(
    `kill -9 × ${kills.checking} while checking, ${kills.applying} while applying: ${files} files, ${sales} sales\n`,
  );
});
