import { may, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { orRefuse } from '@mosty/kernel/refusal';
import { NOTHING_APPLIED } from '../contract/result.ts';
import { orNotNow, type Step } from '../domain/life.ts';
import { makePlan } from '../domain/rows/plan.ts';
import { rights } from '../policy.ts';
import { saveFile, type ImportFile } from '../store/files.ts';
import { keepMapping } from '../store/mappings.ts';
import { deleteRows } from '../store/stage.ts';
import { dropImportedBytes } from './import-folder.ts';
import { knownImport, standingOf } from './known-import.ts';

let wake: () => void = () => {};

/** The runner asks to be woken when there is work. */
export function onImportAsked(listener: () => void): void {
  wake = listener;
}

/** Asks for a dry run; the runner does it. The mapping is kept for the next file with these columns. */
export async function checkImport(ctx: Context, input: { importId: string }): Promise<ImportFile> {
  permit(ctx, rights, 'import.prepare');
  return ask(ctx, input.importId, 'check', async (tx, file) => {
    orRefuse(makePlan(file.mapping, file.header.columns, tx));
    const now = tx.now();
    const saved = {
      id: tx.id('mapping'),
      name: file.program ?? file.filename.slice(0, 200),
      kind: file.kind,
      signature: file.signature,
      mapping: file.mapping,
      createdAt: now,
      createdBy: tx.actor.id,
      usedAt: now,
    };
    const mappingId = await keepMapping(tx, saved);
    return {
      ...file,
      state: 'checking',
      mappingId,
      found: null,
      failure: null,
      progress: 0n,
      progressOf: file.bytes,
    };
  });
}

/** Asks for the good rows to be written; one that was stopped or failed goes on where it was. */
export async function applyImport(ctx: Context, input: { importId: string }): Promise<ImportFile> {
  // Which of the two rights the file needs is known only when it is open: whoever has neither opens none.
  if (!may(ctx, rights, 'import.apply_costs')) permit(ctx, rights, 'import.apply');
  return ask(ctx, input.importId, 'apply', async (tx, file) => {
    permit(tx, rights, file.kind === 'costs' ? 'import.apply_costs' : 'import.apply');
    const { found } = file;
    const todo = found ? found.states.new + found.states.changed : 0;
    const fresh = file.result === null;
    return {
      ...file,
      state: 'applying',
      failure: null,
      finishedAt: null,
      result: file.result ?? NOTHING_APPLIED,
      ...(fresh && { progress: 0n, progressOf: BigInt(todo) }),
    };
  });
}

/** Stops the step at work between two batches; what is written stays, and applying can go on later. */
export async function stopImport(ctx: Context, input: { importId: string }): Promise<ImportFile> {
  permit(ctx, rights, 'import.prepare');
  return ask(ctx, input.importId, 'stop', async (_tx, file) => ({
    ...file,
    state: 'stopped',
    runToken: null,
  }));
}

/**
 * Asks for everything the import wrote to be taken back by reversing entries.
 * @throws integrations.cannot_undo, integrations.directory_stays
 */
export async function undoImport(
  ctx: Context,
  input: { importId: string; reason: string },
): Promise<ImportFile> {
  permit(ctx, rights, 'import.undo');
  return ask(ctx, input.importId, 'undo', async (_tx, file) => {
    const done = (file.result?.created ?? 0) + (file.result?.credits ?? 0);
    return {
      ...file,
      state: 'undoing',
      undoneReason: input.reason,
      failure: null,
      finishedAt: null,
      progress: 0n,
      progressOf: BigInt(done),
    };
  });
}

/** Forgets a file of which nothing was written. */
export async function cancelImport(ctx: Context, input: { importId: string }): Promise<ImportFile> {
  permit(ctx, rights, 'import.prepare');
  const file = await ask(ctx, input.importId, 'cancel', async (tx, known) => {
    await deleteRows(tx, known.id);
    return { ...known, state: 'cancelled', found: null, finishedAt: tx.now(), sample: { rows: [] } };
  });
  await dropImportedBytes(file.id);
  return file;
}

function ask(
  ctx: Context,
  importId: string,
  step: Step,
  change: (tx: Parameters<Parameters<typeof transact>[1]>[0], file: ImportFile) => Promise<ImportFile>,
): Promise<ImportFile> {
  return transact(ctx, async (tx) => {
    const file = await knownImport(tx, importId, true);
    const refusal = orNotNow(standingOf(file), step);
    if (refusal) throw refusal;
    const next = await change(tx, file);
    await saveFile(tx, next);
    tx.audit({
      verb: `integrations.${step}_import`,
      subject: file.id,
      ...(step === 'undo' && { reason: next.undoneReason ?? undefined }),
      change: { from: file.state, to: next.state },
    });
    tx.afterCommit(() => wake());
    return next;
  });
}
