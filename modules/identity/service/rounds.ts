import type { Context } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import { listWorkspaces } from '../store/looks-across.ts';

/** What the calendar brings about by itself in one company: something matures, falls due or runs out. */
export interface Round {
  /** Stable: it signs what the round does. `module.verb`. */
  readonly name: string;
  /** Safe to repeat, and to run in two processes at once. */
  run(ctx: Context): Promise<unknown>;
}

export interface Rounds {
  /** Waits for the pass that runs. */
  stop(): Promise<void>;
}

interface Setup {
  readonly database: Database;
  readonly rounds: readonly Round[];
  readonly contextOf: (workspaceId: string, job: string) => Promise<Context>;
  readonly onFault: (error: unknown) => void;
  readonly everyMs?: number;
}

const QUARTER_OF_HOUR_MS = 900_000;

/**
 * Makes every round in every workspace, now and every quarter of an hour: midnight comes at different moments in
 * different zones. A fault in one company or one round does not stop the others.
 */
export function startRounds(setup: Setup): Rounds {
  const { database, rounds, contextOf, onFault, everyMs = QUARTER_OF_HOUR_MS } = setup;
  let stopped = false;
  let pass = Promise.resolve();

  async function passOnce(): Promise<void> {
    for (const workspaceId of await listWorkspaces(database))
      for (const round of rounds) {
        if (stopped) return;
        try {
          await round.run(await contextOf(workspaceId, round.name));
        } catch (error) {
          onFault(error);
        }
      }
  }
  const kick = () => {
    pass = pass.then(passOnce).catch(onFault);
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
