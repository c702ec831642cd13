import { randomUUID } from 'node:crypto';
import type { Context } from '@mosty/kernel/context';
import { look, type Database } from '@mosty/kernel/db';
import type { Failure } from '../contract/import.ts';
import { findFile, lastSignOfLife, listImportsToRun } from '../store/files.ts';
import { onImportAsked } from './ask-import.ts';
import { giveUp, LetGo, type Work } from './hold.ts';
import { openImportFolder } from './import-folder.ts';
import { runApply } from './run-apply.ts';
import { runCheck } from './run-check.ts';
import { runUndo } from './run-undo.ts';

export interface ImportJobsSetup {
  readonly database: Database;
  /** A system context of a workspace that signs as `job`. */
  readonly contextOf: (workspaceId: string, job: string) => Promise<Context>;
  readonly dataDir: string;
  readonly onFault?: (importId: string, error: unknown) => void;
}

export interface ImportJobs {
  /** Waits until nothing is left to do. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

const POLL_MS = 5_000;
/** A worker that has said nothing for this long is dead; another one takes its import over. */
const SILENT_MS = 120_000;
const TRIES = 5;
const PAUSE_MS = 500;

/**
 * Works on imports that people asked for, one at a time: two at once would only halve each on one disk, and memory
 * stays that of one. What was cut off (the process killed, the database restarted) is taken up at once at the start.
 */
export async function startImportJobs(setup: ImportJobsSetup): Promise<ImportJobs> {
  openImportFolder(setup.dataDir);
  const token = randomUUID();
  let stopped = false;
  let again = false;
  let pass: Promise<void> | null = null;
  let first = true;

  function kick(): void {
    if (stopped) return;
    again = true;
    pass ??= loop().finally(() => {
      pass = null;
      if (again) kick();
    });
  }

  async function loop(): Promise<void> {
    while (again && !stopped) {
      again = false;
      try {
        const waiting = await listImportsToRun(setup.database);
        const takeOver = first;
        first = false;
        for (const { workspaceId, importId } of waiting)
          if (!stopped) await run(workspaceId, importId, takeOver);
      } catch (error) {
        setup.onFault?.('imports', error);
      }
    }
  }

  async function run(workspaceId: string, importId: string, takeOver: boolean): Promise<void> {
    const ctx = await setup.contextOf(workspaceId, `import ${importId}`);
    if (!takeOver && (await isAnothers(ctx, importId, token))) return;
    await workOn(ctx, importId, {
      token,
      onFault: (error) => setup.onFault?.(importId, error),
      goesOn: () => !stopped,
    });
  }

  onImportAsked(kick);
  const timer = setInterval(kick, POLL_MS);
  timer.unref();
  kick();
  return {
    async settle() {
      kick();
      while (pass) await pass;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      onImportAsked(() => {});
      await pass;
    },
  };
}

async function isAnothers(ctx: Context, importId: string, token: string): Promise<boolean> {
  const sign = await look(ctx, (tx) => lastSignOfLife(tx, importId, token));
  return sign !== null && ctx.clock.now().getTime() - sign.getTime() < SILENT_MS;
}

interface Worker {
  readonly token: string;
  readonly onFault: (error: unknown) => void;
  readonly goesOn: () => boolean;
}

/** Does what the import's state asks for, to its end. A fault is tried again a few times, then written down. */
export async function workOn(ctx: Context, importId: string, worker: Worker): Promise<void> {
  const { token, onFault, goesOn } = worker;
  for (let attempt = 1; ; attempt += 1) {
    const file = await look(ctx, (tx) => findFile(tx, importId));
    const during = file?.state;
    if (!file || (during !== 'checking' && during !== 'applying' && during !== 'undoing')) return;
    const work: Work = { importId, token, during, goesOn };
    try {
      await STEPS[during](ctx, work);
      return;
    } catch (error) {
      if (error instanceof LetGo || !goesOn()) return;
      onFault(error);
      if (attempt >= TRIES)
        return giveUp(ctx, work, { code: 'integrations.fault', params: { because: words(error) } });
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** attempt));
    }
  }
}

const STEPS: Record<Failure['during'], (ctx: Context, work: Work) => Promise<void>> = {
  checking: runCheck,
  applying: runApply,
  undoing: runUndo,
};

function words(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}
