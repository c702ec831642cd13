import { listWorkspaces } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import { accrueFees } from './accrue-fees.ts';
import { approveMatured } from './approve-accruals.ts';

export interface Maturing {
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
 * Approves what matured and accrues fixed fees that fell due, in every workspace, now and every quarter of an hour:
 * midnight comes at different moments in different zones. Both verbs are safe to repeat and to run in two processes.
 */
export function startMaturing({
  database,
  contextOf,
  onFault,
  everyMs = QUARTER_OF_HOUR_MS,
}: Setup): Maturing {
  let stopped = false;
  let pass = Promise.resolve();

  async function run(): Promise<void> {
    for (const workspaceId of await listWorkspaces(database)) {
      if (stopped) return;
      try {
        const ctx = await contextOf(workspaceId, 'incentives.mature');
        await accrueFees(ctx);
        await approveMatured(ctx);
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
