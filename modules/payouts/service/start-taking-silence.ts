import { listWorkspaces } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import { acceptSilentStatements } from './answer-statement.ts';

export interface TakingSilence {
  /** Waits for the pass that runs. */
  stop(): Promise<void>;
}

interface Setup {
  readonly database: Database;
  readonly contextOf: (workspaceId: string, job: string) => Promise<Context>;
  readonly onFault: (error: unknown) => void;
  readonly everyMs?: number;
}

const QUARTER_OF_HOUR_MS = 900_000;

/**
 * Takes silence for consent once the last day to object is over, in every workspace, now and every quarter of an
 * hour: midnight comes at different moments in different zones. Safe to repeat and to run in two processes.
 */
export function startTakingSilence({
  database,
  contextOf,
  onFault,
  everyMs = QUARTER_OF_HOUR_MS,
}: Setup): TakingSilence {
  let stopped = false;
  let pass = Promise.resolve();

  async function run(): Promise<void> {
    for (const workspaceId of await listWorkspaces(database)) {
      if (stopped) return;
      try {
        await acceptSilentStatements(await contextOf(workspaceId, 'payouts.take_silence'));
      } catch (error) {
        onFault(error);
      }
    }
  }
  const kick = () => {
    pass = pass.then(run).catch(onFault);
  };

  kick();
  const timer = setInterval(kick, everyMs);
  timer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await pass;
    },
  };
}
