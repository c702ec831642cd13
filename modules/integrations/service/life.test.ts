import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { systemContext } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyImport, cancelImport, checkImport, stopImport, undoImport } from './ask-import.ts';
import { openImports, type Imports } from './imports.fixture.ts';
import { readImport } from './read-imports.ts';
import { startImportJobs, type ImportJobs } from './start-import-jobs.ts';
import { uploadImport } from './upload-import.ts';

let imports: Imports;
let jobs: ImportJobs;
const folder = mkdtempSync(path.join(tmpdir(), 'mosty-jobs-'));

async function start(): Promise<ImportJobs> {
  const { database } = imports.world;
  const world = { clock: imports.world.clock };
  return startImportJobs({
    database,
    dataDir: folder,
    contextOf: (id, job) => systemContext(database, id, job, world),
    onFault: (_id, fault) => console.error(fault),
  });
}

beforeAll(async () => {
  imports = await openImports();
  await imports.scheme(100_000);
  await imports.load('name,partner id,scheme,agreement date\nOne,P1,scheme 100000,2026-01-01\n', {
    kind: 'partners',
  });
  jobs = await start();
});
beforeEach(async () => {
  await jobs.settle();
});
afterAll(async () => {
  await jobs.stop();
  await imports.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(prefix: string, rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `${prefix}-${row},2026-01-${String((row % 28) + 1).padStart(2, '0')},K${row % 9},100.00,P1`,
  );
  return `invoice,date,customer id,amount,partner\n${lines.join('\n')}\n`;
}

function upload(text: string) {
  return uploadImport(imports.ctx, {
    bytes: Readable.from([Buffer.from(text)]),
    filename: 'sales.csv',
    kind: 'sales',
  });
}

/** What is owed to partners by the ledger, in minor units. */
async function owed(): Promise<bigint> {
  const { rows } = await look(imports.world.system, (tx) =>
    sql<{
      owed: bigint;
    }>`SELECT COALESCE(sum(amount_minor), 0)::bigint AS owed FROM incentives.v_accrual WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
      tx.db,
    ),
  );
  return rows[0]?.owed ?? -1n;
}

async function salesOf(importId: string): Promise<number> {
  const { rows } = await look(imports.world.system, (tx) =>
    sql<{
      n: number;
    }>`SELECT count(*)::int AS n FROM deals.v_sale WHERE workspace_id = ${tx.workspaceId}::uuid AND import_id = ${importId}`.execute(
      tx.db,
    ),
  );
  return rows[0]?.n ?? -1;
}

describe('an import that runs while nobody looks', { timeout: 60_000 }, () => {
  it('is checked, applied, found again in its state, and undone with every balance as before', async () => {
    const before = await owed();
    const sales = await imports.count('deals.sale');
    const { id } = await upload(file('u', 2_500));
    await checkImport(imports.ctx, { importId: id });
    await jobs.settle();
    expect(await readImport(imports.ctx, id)).toMatchObject({
      state: 'checked',
      found: { states: { new: 2_500 } },
      can: { apply: true, undo: false },
    });
    expect(await imports.count('deals.sale')).toBe(sales);
    await applyImport(imports.ctx, { importId: id });
    await jobs.settle();
    expect(await readImport(imports.ctx, id)).toMatchObject({
      state: 'applied',
      result: { created: 2_500 },
      can: { apply: false, undo: true },
    });
    expect(await owed()).toBe(before + 2_500n * 1_000n);

    await undoImport(imports.ctx, { importId: id, reason: 'не тот файл' });
    await jobs.settle();
    expect(await readImport(imports.ctx, id)).toMatchObject({
      state: 'undone',
      result: { reversed: 2_500 },
      undoneReason: 'не тот файл',
    });
    expect(await owed()).toBe(before);

    const again = await upload(file('u', 2_500));
    await checkImport(imports.ctx, { importId: again.id });
    await jobs.settle();
    expect(await readImport(imports.ctx, again.id)).toMatchObject({
      found: { states: { new: 2_500, known: 0 } },
    });
    await cancelImport(imports.ctx, { importId: again.id });
  });

  it('stops between two batches when asked, and goes on from there', async () => {
    const { id } = await upload(file('s', 4_500));
    await checkImport(imports.ctx, { importId: id });
    await jobs.settle();
    await applyImport(imports.ctx, { importId: id });
    await stopImport(imports.ctx, { importId: id });
    await jobs.settle();
    const half = await readImport(imports.ctx, id);
    expect(half).toMatchObject({ state: 'stopped', can: { apply: true, undo: true, check: false } });
    expect(await salesOf(id)).toBe(half.result?.created);
    await applyImport(imports.ctx, { importId: id });
    await jobs.settle();
    expect(await readImport(imports.ctx, id)).toMatchObject({ state: 'applied', result: { created: 4_500 } });
  });

  it('is left between two steps when the server stops, and taken up by the next one', async () => {
    const { id } = await upload(file('r', 4_100));
    await checkImport(imports.ctx, { importId: id });
    await jobs.settle();
    await applyImport(imports.ctx, { importId: id });
    await jobs.stop();
    expect(await readImport(imports.ctx, id)).toMatchObject({ state: 'applying' });
    jobs = await start();
    await jobs.settle();
    expect(await readImport(imports.ctx, id)).toMatchObject({
      state: 'applied',
      result: { created: 4_100, known: 0 },
    });
  });

  it('refuses what its state does not allow', async () => {
    const { id } = await upload(file('n', 1));
    await expect(applyImport(imports.ctx, { importId: id })).rejects.toMatchObject({
      code: 'integrations.cannot_apply',
    });
    await expect(undoImport(imports.ctx, { importId: id, reason: 'просто так' })).rejects.toMatchObject({
      code: 'integrations.cannot_undo',
    });
    await cancelImport(imports.ctx, { importId: id });
    await expect(checkImport(imports.ctx, { importId: id })).rejects.toMatchObject({
      code: 'integrations.cannot_check',
    });
    await expect(
      undoImport(imports.world.contextOf('manager'), { importId: id, reason: 'не моё' }),
    ).rejects.toMatchObject({ code: 'identity.not_permitted' });
  });
});
