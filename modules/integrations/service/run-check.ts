import type { Context } from '@mosty/kernel/context';
import { refreshStatistics } from '@mosty/kernel/db';
import { Refusal } from '@mosty/kernel/refusal';
import { rowCheck } from '../domain/rows/check-row.ts';
import { fold } from '../domain/rows/fold.ts';
import { makePlan, type Plan } from '../domain/rows/plan.ts';
import type { ImportFile } from '../store/files.ts';
import { countFound } from '../store/found.ts';
import {
  findKnown,
  holdInvoices,
  joinPieces,
  planForBulk,
  refuseRepeats,
  refuseSigns,
  refuseVat,
} from '../store/sort-out.ts';
import { deleteRows, stagedLine, stageRows } from '../store/stage.ts';
import { giveUp, hold, takeUp, type Work } from './hold.ts';
import { importPath } from './import-folder.ts';
import { findStrangers } from './find-strangers.ts';
import { readRecords } from './read-file.ts';
import { rehearse } from './rehearse.ts';

/** Rows of the file in one staging transaction: enough for COPY to pay, few enough to wait in memory meanwhile. */
const STAGE_ROWS = 10_000;

/**
 * The dry run: every row of the file read, checked and laid down, and what would become of it counted. Nothing of
 * the business changes. Begun again from the start if it was cut off.
 * @throws LetGo
 */
export async function runCheck(ctx: Context, work: Work): Promise<void> {
  const file = await takeUp(ctx, work);
  const plan = makePlan(file.mapping, file.header.columns, ctx);
  if (plan instanceof Refusal) return giveUp(ctx, work, plan);
  await hold(ctx, work, async (tx, held) => {
    await planForBulk(tx);
    await deleteRows(tx, held.id);
    return { ...held, found: null, progress: 0n, progressOf: held.bytes };
  });
  const rows = await stageFile(ctx, work, file, plan);
  // The planner still takes the table for what it was before the file.
  await refreshStatistics(ctx.database);
  await sortOut(ctx, work, file);
  const refusal = await rehearse(ctx, work, file);
  if (refusal) return giveUp(ctx, work, refusal);
  await hold(ctx, work, async (tx, held) => {
    await planForBulk(tx);
    const found = await countFound(tx, held.id, rows);
    const strangers = await findStrangers(tx, held);
    tx.audit({
      verb: 'integrations.finish_check',
      subject: held.id,
      change: { rows, bad: found.badRows, new: found.states.new },
    });
    return {
      ...held,
      state: 'checked',
      found: { ...found, ...strangers },
      progress: held.progressOf,
      runToken: null,
    };
  });
}

/** Reads on while the database writes: staging of one batch runs beside the check of the next. */
async function stageFile(ctx: Context, work: Work, file: ImportFile, plan: Plan): Promise<number> {
  const check = rowCheck(plan);
  const folder = fold(file.mapping.grouping !== null);
  let rows = 0;
  let staged = 0;
  let waiting: string[] = [];
  let staging: Promise<unknown> = Promise.resolve();

  const stage = async (bytes: number): Promise<void> => {
    const batch = waiting;
    waiting = [];
    await staging;
    staging = hold(ctx, work, async (tx, held) => {
      await stageRows(tx, held.id, batch);
      return { ...held, progress: BigInt(bytes) };
    });
    // It is awaited before the next batch; until then a failure must not count as unheard.
    staging.catch(() => {});
  };

  let last = 0;
  const asked = {
    path: importPath(file.id),
    format: file.format,
    file: file.mapping.file,
    expect: file.header.columns.length,
  };
  for await (const { records, bytes } of readRecords(asked)) {
    for (const record of records) {
      if (record.line <= file.header.line) continue;
      rows += 1;
      folder.take(check(record));
    }
    for (const row of folder.drain(false)) waiting.push(stagedLine(row));
    last = bytes;
    if (rows - staged >= STAGE_ROWS) {
      staged = rows;
      await stage(bytes);
    }
  }
  for (const row of folder.drain(true)) waiting.push(stagedLine(row));
  await stage(last);
  await staging;
  return rows;
}

async function sortOut(ctx: Context, work: Work, file: ImportFile): Promise<void> {
  const { kind, columns, grouping, creditSign, source } = file.mapping;
  if (kind === 'partners' || kind === 'clients') return;
  await hold(ctx, work, async (tx, held) => {
    await planForBulk(tx);
    if (grouping) {
      await joinPieces(tx, held.id);
      if (grouping.badLine === 'hold') await holdInvoices(tx, held.id);
    } else await refuseRepeats(tx, held.id);
    if (kind !== 'costs') {
      await refuseSigns(tx, held.id, creditSign);
      if (columns['vat'] !== undefined) await refuseVat(tx, held.id);
      await findKnown(tx, held.id, source);
    }
    return held;
  });
}
