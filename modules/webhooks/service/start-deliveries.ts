import type { Context, WorkspaceId } from '@mosty/kernel/context';
import type { Database } from '@mosty/kernel/db';
import { systemClock, type Clock } from '@mosty/kernel/time';
import type { Outcome } from '../domain/outcome.ts';
import { deliveriesDue, type Due } from '../store/due.ts';
import { prepare } from './prepare.ts';
import type { Letter } from './send.ts';
import { settleAttempt } from './settle-attempt.ts';
import { OF_TARGET, slotBook } from './slots.ts';
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
const LOOKED_AT_MAX = 500;

const kept: Outcome = { status: null, durationMs: 0, error: 'demo', answer: null, retryAfterMs: 0 };

/**
 * Sends what is due, at least once, in no promised order. The rows are the queue: what a killed process had in hand
 * is taken up when its lease ends.
 */
export function startDeliveries(setup: DeliveriesSetup): Deliveries {
  const clock = setup.clock ?? systemClock;
  const slots = slotBook();
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
        const due = await deliveriesDue(setup.database, {
          at: clock.now(),
          ofEach: OF_TARGET,
          upTo: LOOKED_AT_MAX,
          ...slots.full(),
        });
        const begun = due.filter(begin).length;
        // What stood behind those that found no slot is met with them named.
        if (begun > 0 && due.length === LOOKED_AT_MAX) again = true;
      } catch (error) {
        setup.onFault(error);
      }
    }
  }

  function begin(due: Due): boolean {
    const leave = slots.enter(due);
    if (!leave) return false;
    const began = performance.now();
    const work: Promise<void> = deliver(due)
      // After a fault of ours the next look is the clock's: at once, it would go round and round.
      .then(() => true, report)
      .then((went) => {
        leave(performance.now() - began);
        works.delete(work);
        if (went) kick();
      });
    works.add(work);
    return true;
  }

  function report(error: unknown): boolean {
    setup.onFault(error);
    return false;
  }

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
