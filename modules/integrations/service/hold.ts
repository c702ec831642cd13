import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Refusal } from '@mosty/kernel/refusal';
import type { Failure } from '../contract/import.ts';
import { saveFile, type ImportFile } from '../store/files.ts';
import { knownImport } from './known-import.ts';

/** One process at work on one import. The token is written into the row; whoever writes another one takes it over. */
export interface Work {
  readonly importId: string;
  readonly token: string;
  readonly during: Failure['during'];
  /** False once the server is stopping: the work is left between two steps, and taken up at the next start. */
  readonly goesOn: () => boolean;
}

/** The import is no longer this worker's: stopped by a person, or taken over by another process. */
export class LetGo extends Error {}

/**
 * One step in one transaction that holds the import's row: so two processes can never do the same step, and what a
 * step did and how far it got are committed together. Returns what `step` made of the row.
 * @throws LetGo
 */
export async function hold(
  ctx: Context,
  work: Work,
  step: (tx: Tx, file: ImportFile) => Promise<ImportFile>,
): Promise<ImportFile> {
  if (!work.goesOn()) throw new LetGo();
  return transact(ctx, async (tx) => {
    const file = await knownImport(tx, work.importId, true);
    if (file.state !== work.during || file.runToken !== work.token) throw new LetGo();
    const next = await step(tx, file);
    await saveFile(tx, next);
    return next;
  });
}

/** Takes an import for this worker, whoever had it. @throws LetGo when there is no such work any more */
export async function takeUp(ctx: Context, work: Work): Promise<ImportFile> {
  return transact(ctx, async (tx) => {
    const file = await knownImport(tx, work.importId, true);
    if (file.state !== work.during) throw new LetGo();
    const next = { ...file, runToken: work.token };
    await saveFile(tx, next);
    return next;
  });
}

/** The step cannot be done as asked; a person reads why. */
export async function giveUp(
  ctx: Context,
  work: Work,
  refusal: Pick<Refusal, 'code' | 'params'>,
): Promise<void> {
  await hold(ctx, work, async (tx, file) => {
    tx.audit({
      verb: 'integrations.fail_import',
      subject: file.id,
      change: { during: work.during, code: refusal.code },
    });
    return {
      ...file,
      state: 'failed',
      failure: { code: refusal.code, params: { ...refusal.params }, during: work.during },
      runToken: null,
      finishedAt: tx.now(),
    };
  });
}
