import './small-heap.ts';
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { resourceUsage } from 'node:process';
import { importNow, openImportFolder } from '@mosty/integrations';
import type { MappingInput } from '@mosty/integrations/contract';
import type { Context } from '@mosty/kernel/context';
import { migrate, openPool } from '@mosty/kernel/db';
import { openDatabase, temporaryFolder } from '@mosty/server/database';
import { openCompany } from './import/company.ts';
import { writeDeals } from './import/generate.ts';
import { rawCopy } from './import/raw-copy.ts';

const ROWS = Number(process.env['ROWS'] ?? 1_000_000);
const APPLIED_ROWS = Math.min(ROWS, 100_000);
const ROUNDS = 3;
const PARTNERS = 500;
const MEMORY_MB_MAX = 300;
const SALES_PER_SECOND_MIN = 5_000;
const RATIO_MAX = 6;

const MAPPING: MappingInput = {
  kind: 'sales',
  source: 'bench',
  columns: {
    externalId: 'invoice',
    occurredAt: 'paid_at',
    clientExternalId: 'customer',
    clientName: 'customer_name',
    amount: 'amount',
    currency: 'currency',
    product: 'product',
    partner: 'partner',
  },
};

/**
 * A file of a million deals: checked row by row and laid down for applying, against PostgreSQL's bare COPY of the
 * same file in the same minute, medians of several rounds; then how many sales a second become accruals and ledger.
 */
async function importBench(): Promise<void> {
  const folder = temporaryFolder('mosty-bench-');
  const opened = await openDatabase({ dataDir: path.join(folder, 'data'), log: () => {} });
  try {
    await migrate(opened.ownerUrl);
    const database = openPool(opened.appUrl);
    openImportFolder(folder);
    const ctx = await openCompany(database, folder, PARTNERS);
    const file = path.join(folder, 'deals.csv');
    await writeDeals(file, { rows: ROWS, partners: PARTNERS, prefix: 'INV-' });
    console.log(`${ROWS} deals, ${Math.round(statSync(file).size / 1e6)} MB`);
    const seen = { upload: [] as number[], check: [] as number[], raw: [] as number[] };
    for (let round = 1; round <= ROUNDS; round += 1) {
      const raw = await rawCopy(opened.ownerUrl, file);
      const { upload, check } = await stage(ctx, file);
      seen.raw.push(raw);
      seen.upload.push(upload);
      seen.check.push(check);
      console.log(
        `round ${round}: raw COPY ${raw.toFixed(2)} s, uploaded ${upload.toFixed(2)} s, staged and checked ${check.toFixed(2)} s`,
      );
    }
    const salesPerSecond = await apply(ctx, folder);
    await database.close();
    report(median(seen.check), median(seen.raw), { uploadSeconds: median(seen.upload), salesPerSecond });
  } finally {
    await opened.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stage(ctx: Context, file: string): Promise<{ upload: number; check: number }> {
  const { view, milliseconds } = await importNow(ctx, {
    path: file,
    filename: 'deals.csv',
    mapping: MAPPING,
    dryRun: true,
  });
  if (view.found?.states.new !== ROWS)
    throw new Error(`not every row was staged: ${JSON.stringify(view.found ?? view.failure)}`);
  return { upload: milliseconds.upload / 1000, check: milliseconds.check / 1000 };
}

async function apply(ctx: Context, folder: string): Promise<number> {
  const file = path.join(folder, 'applied.csv');
  await writeDeals(file, { rows: APPLIED_ROWS, partners: PARTNERS, prefix: 'APP-' });
  const { view, milliseconds } = await importNow(ctx, {
    path: file,
    filename: 'applied.csv',
    mapping: MAPPING,
  });
  if (view.result?.created !== APPLIED_ROWS)
    throw new Error(`not every sale was applied: ${JSON.stringify(view.result)}`);
  const rate = APPLIED_ROWS / (milliseconds.apply / 1000);
  console.log(`${APPLIED_ROWS} sales recorded, attributed, accrued and posted: ${Math.round(rate)}/s`);
  return rate;
}

function report(
  ours: number,
  reference: number,
  rest: { uploadSeconds: number; salesPerSecond: number },
): void {
  const ratio = ours / reference;
  const peakMb = Math.round(resourceUsage().maxRSS / 1024);
  const met = ratio <= RATIO_MAX && rest.salesPerSecond >= SALES_PER_SECOND_MIN && peakMb < MEMORY_MB_MAX;
  console.log(
    JSON.stringify({
      name: 'import',
      ours: rounded(ours),
      reference: rounded(reference),
      ratio: rounded(ratio),
      goal: `≤ ${RATIO_MAX} × raw COPY to staged and checked, ≥ ${SALES_PER_SECOND_MIN} sales/s applied, < ${MEMORY_MB_MAX} MB`,
      met,
      uploadSeconds: rounded(rest.uploadSeconds),
      salesPerSecond: Math.round(rest.salesPerSecond),
      peakMb,
    }),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

await importBench();
