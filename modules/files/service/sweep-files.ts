import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Round } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { FilePurpose } from '../contract.ts';
import { deleteFiles, filesBefore, knownContents, lockContents } from '../store/files.ts';
import { placeOfFiles } from './contents.ts';

/** Which of these files are still needed. */
type FindUsed = (tx: Tx, fileIds: readonly string[]) => Promise<ReadonlySet<string>>;

const users = new Map<FilePurpose, FindUsed>();

/**
 * Tells who needs files of a purpose. Those it needs no longer, or never came to need, are swept; files of a purpose
 * that nobody speaks for stay.
 */
export function defineFileUse(purpose: FilePurpose, find: FindUsed): void {
  if (users.has(purpose)) throw new Error(`files of ${purpose} are spoken for twice`);
  users.set(purpose, find);
}

/** What is uploaded first and named later, in a form that a person is still filling in, is not an orphan yet. */
const DAY_MS = 86_400_000;

/** Takes away files nobody came to need, bytes nobody names and what a broken upload left. Safe to repeat. */
export function sweepFiles(ctx: Context): Promise<{ files: number; contents: number }> {
  return transact(ctx, async (tx) => {
    await lockContents(tx, 'sweeping');
    const before = new Date(tx.now().getTime() - DAY_MS);
    const old = await filesBefore(tx, before, [...users.keys()]);
    const orphans: string[] = [];
    for (const [purpose, find] of users) {
      const ids = old.filter((file) => file.purpose === purpose).map((file) => file.id);
      const used = ids.length > 0 ? await find(tx, ids) : new Set();
      orphans.push(...ids.filter((id) => !used.has(id)));
    }
    await deleteFiles(tx, orphans);
    const { contents, incoming } = placeOfFiles();
    const lying: string[] = [];
    for await (const { sha256, putAt } of contents.list(tx.workspaceId))
      if (putAt < before) lying.push(sha256);
    const known = await knownContents(tx, lying);
    const unnamed = lying.filter((sha256) => !known.has(sha256));
    if (orphans.length > 0 || unnamed.length > 0)
      tx.audit({
        verb: 'files.sweep',
        subject: tx.workspaceId,
        change: { files: orphans, contents: unnamed.length },
      });
    for (const sha256 of unnamed) await contents.remove(tx.workspaceId, sha256);
    await dropLeftovers(incoming, before);
    return { files: orphans.length, contents: unnamed.length };
  });
}

async function dropLeftovers(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found && found.mtime < before) await rm(file, { force: true });
  }
}

export const sweepOrphans: Round = { name: 'files.sweep', run: sweepFiles };
