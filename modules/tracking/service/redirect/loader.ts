import type { Context, WorkspaceId } from '@mosty/kernel/context';
import type { Spool } from '@mosty/kernel/spool';
import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Click } from '../../domain/click.ts';
import { keepClicks } from '../keep-clicks.ts';
import { fromLine } from './spooled-click.ts';

export interface Loader {
  /** Loads what was answered for before the call. Fails where the database is away. */
  load(): Promise<number>;
  stop(): Promise<void>;
}

interface Setup {
  readonly spool: Spool;
  readonly contextOf: (workspaceId: string, job: string) => Promise<Context>;
  readonly onFault: (error: unknown) => void;
  /** Where lines go that the database will never take. */
  readonly setAside: string;
  readonly everyMs?: number;
}

const EVERY_MS = 500;
const AWAY_MS_MAX = 5_000;
const BATCH = 2_000;
/** So many times as long as a batch took. */
const RESTS = 3;
/** Classes of SQLSTATE that tell of the data: the same again will fail again. */
const OF_THE_DATA = /^(22|23)/;

/**
 * Carries clicks from the spool into the table. A segment is forgotten when all of it was taken; what is handed over twice
 * after a crash is written once, by its id. While the database is away clicks wait on the disk.
 */
export function startLoader(setup: Setup): Loader {
  const { spool, contextOf, onFault, setAside, everyMs = EVERY_MS } = setup;
  let stopped = false;
  let waitMs = everyMs;
  let timer: NodeJS.Timeout | undefined;
  let loading: Promise<unknown> = Promise.resolve();

  /** One after another: a load under way has left out what came since it began. */
  function load(calmly = false): Promise<number> {
    const before = loading;
    const mine = (async () => {
      await before.catch(() => {});
      return spool.drain((lines) => take(lines, calmly));
    })();
    loading = mine;
    return mine;
  }

  async function take(lines: readonly string[], calmly: boolean): Promise<void> {
    for (let from = 0; from < lines.length; from += BATCH) {
      const begin = performance.now();
      await takeSome(lines.slice(from, from + BATCH));
      // Whoever clicks waits for us, whoever counts clicks does not: in a rush most of the machine is left to the former.
      if (calmly && !stopped) await sleep(RESTS * (performance.now() - begin));
    }
  }

  async function takeSome(lines: readonly string[]): Promise<void> {
    try {
      for (const [company, clicks] of byCompany(lines))
        await keepClicks(await contextOf(company, 'tracking.loader'), clicks);
    } catch (error) {
      if (!isOfTheData(error)) throw error;
      if (lines.length === 1) {
        onFault(error);
        appendFileSync(setAside, `${lines[0]}\n`, { mode: 0o600 });
        return;
      }
      // One bad line must not hold up the others: halves until it stands alone.
      const middle = Math.ceil(lines.length / 2);
      await takeSome(lines.slice(0, middle));
      await takeSome(lines.slice(middle));
    }
  }

  async function turn(): Promise<void> {
    try {
      await load(true);
      waitMs = everyMs;
    } catch (error) {
      if (waitMs === everyMs) onFault(error);
      waitMs = Math.min(waitMs * 2, AWAY_MS_MAX);
    }
    if (!stopped) timer = setTimeout(() => void turn(), waitMs).unref();
  }
  timer = setTimeout(() => void turn(), everyMs).unref();

  return {
    load: () => load(),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await load().catch(() => {});
    },
  };
}

function byCompany(lines: readonly string[]): Map<WorkspaceId, Click[]> {
  const clicks = new Map<WorkspaceId, Click[]>();
  for (const line of lines) {
    const { company, click } = fromLine(line);
    const some = clicks.get(company);
    if (some) some.push(click);
    else clicks.set(company, [click]);
  }
  return clicks;
}

function isOfTheData(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && (OF_THE_DATA.test(code) || code === 'identity.no_workspace');
}
