import type { Context, WorkspaceId } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import { systemClock, type Clock } from '@mosty/kernel/time';
import type { Outcome } from '../domain/outcome.ts';
import { deliveriesDue, type Due } from '../store/due.ts';
import { prepare } from './prepare.ts';
import type { Letter } from './send.ts';
import { settleAttempt } from './settle-attempt.ts';
import { onDeliveriesQueued } from './wake.ts';

export interface DeliveriesSetup {
  readonly database: Database;
  /** A system context of a workspace that signs as `job`. */
  readonly contextOf: (workspaceId: WorkspaceId, job: string) => Promise<Context>;
  readonly send: (letter: Letter) => Promise<Outcome>;
  /** Instead of sending, for the demo company: nothing of it leaves the house. */
  readonly sendInDemo?: (letter: Letter) => Promise<Outcome>;
  readonly onFault: (error: unknown) => void;
  readonly clock?: Clock;
  readonly pollMs?: number;
}

export interface Deliveries {
  /** Waits until nothing is due any more. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

const JOB = 'webhooks.sender';
const POLL_MS = 2_000;
/** A sender that died with a delivery in hand loses it to another after this long. */
const LEASE_MS = 60_000;
/**
 * Letters on their way at once: to one address, of one workspace, in all. A receiver that never answers holds its own
 * slots for ten seconds and nobody else's; a workspace of nothing but such receivers holds a twelfth of all.
 */
const OF_TARGET = 2;
const OF_WORKSPACE = 16;
const IN_ALL = 192;

const kept: Outcome = { status: null, durationMs: 0, error: 'demo', answer: null, retryAfterMs: 0 };

/**
 * Sends what is due, at least once, in no promised order. The rows are the queue: what a killed process had in hand
 * is taken up when its lease ends.
 */
export function startDeliveries(setup: DeliveriesSetup): Deliveries {
  const clock = setup.clock ?? systemClock;
  const underWay = new Map<string, number>();
  const ofWorkspace = new Map<string, number>();
  const works = new Set<Promise<void>>();
  let stopped = false;
  let again = false;
  let pass: Promise<void> | null = null;

  function kick(): void {
    if (stopped) return;
    again = true;
    pass ??= look().finally(() => {
      pass = null;
      if (again) kick();
    });
  }

  async function look(): Promise<void> {
    while (again && !stopped) {
      again = false;
      try {
        const room = IN_ALL - works.size;
        if (room <= 0) return;
        const due = await deliveriesDue(setup.database, {
          at: clock.now(),
          ofEach: OF_TARGET,
          upTo: room,
          fullTargets: fullOf(underWay, OF_TARGET),
          fullWorkspaces: fullOf(ofWorkspace, OF_WORKSPACE),
        });
        for (const one of due) begin(one);
      } catch (error) {
        setup.onFault(error);
      }
    }
  }

  function begin(due: Due): void {
    const { targetId, workspaceId } = due;
    if (held.has(due.id) || isFull(targetId, workspaceId)) return;
    held.add(due.id);
    count(underWay, targetId, 1);
    count(ofWorkspace, workspaceId, 1);
    const work: Promise<void> = deliver(due)
      .catch(setup.onFault)
      .finally(() => {
        held.delete(due.id);
        count(underWay, targetId, -1);
        count(ofWorkspace, workspaceId, -1);
        works.delete(work);
        kick();
      });
    works.add(work);
  }

  const held = new Set<string>();
  const isFull = (targetId: string, workspaceId: string) =>
    (underWay.get(targetId) ?? 0) >= OF_TARGET ||
    (ofWorkspace.get(workspaceId) ?? 0) >= OF_WORKSPACE ||
    works.size >= IN_ALL;

  async function deliver({ workspaceId, id }: Due): Promise<void> {
    const ctx = await setup.contextOf(workspaceId, JOB);
    const prepared = await prepare(ctx, id, new Date(clock.now().getTime() + LEASE_MS));
    if (!prepared) return;
    // Outside a transaction: a slow receiver must not hold a connection of the database.
    const outcome = await attempt(prepared.letter, prepared.isDemo);
    await settleAttempt(ctx, prepared, outcome, Math.random());
  }

  async function attempt(letter: Letter | null, isDemo: boolean): Promise<Outcome> {
    if (letter === null) return { ...kept, error: 'our_fault' };
    if (isDemo) return setup.sendInDemo ? setup.sendInDemo(letter) : kept;
    return setup.send(letter);
  }

  const forget = onDeliveriesQueued(kick);
  const timer = setInterval(kick, setup.pollMs ?? POLL_MS);
  timer.unref();
  kick();
  return {
    async settle() {
      kick();
      while (pass || works.size > 0) await Promise.all([pass, ...works]);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      forget();
      await pass;
      await Promise.all(works);
    },
  };
}

function fullOf(counts: ReadonlyMap<string, number>, limit: number): string[] {
  return [...counts].flatMap(([key, running]) => (running >= limit ? [key] : []));
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const now = (counts.get(key) ?? 0) + by;
  if (now > 0) counts.set(key, now);
  else counts.delete(key);
}
