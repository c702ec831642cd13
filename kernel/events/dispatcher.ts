import { sql } from 'kysely';
import type { Context, Tx } from '../context/index.ts';
import { onEventsCommitted, transact } from '../db/transact.ts';
import type { Database } from '../db/database.ts';
import type { KeptEvent, Reaction } from './reaction.ts';

const BATCH = 500;
/** Also looked at without being woken: another process may have committed, and failures are retried. */
const POLL_MS = 2_000;
const BACKOFF_MS_MAX = 300_000;

export interface Dispatcher {
  /** Waits until every event committed before the call has been reacted to, or has failed. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

interface Setup {
  readonly database: Database;
  readonly reactions: readonly Reaction[];
  /** A system context for one workspace. */
  readonly contextOf: (workspaceId: string, job: string) => Promise<Context>;
  readonly onFailure: (reaction: string, error: unknown) => void;
}

/** Carries committed events to the reactions, one workspace and reaction at a time, in order. */
export function startDispatcher(setup: Setup): Dispatcher {
  let stopped = false;
  let pass: Promise<boolean> = Promise.resolve(false);
  let again = false;
  let running = false;

  function kick(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = true;
    pass = loop().finally(() => {
      running = false;
    });
  }

  async function loop(): Promise<boolean> {
    do {
      again = false;
      try {
        await drainEvents(setup);
      } catch (error) {
        setup.onFailure('dispatcher', error);
      }
    } while (again && !stopped);
    return true;
  }

  onEventsCommitted(kick);
  const timer = setInterval(kick, POLL_MS);
  timer.unref();
  kick();

  return {
    async settle() {
      kick();
      do await pass;
      while (running);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      onEventsCommitted(() => {});
      await pass;
    },
  };
}

/** One pass over everything that waits. Ends when nothing moves any more. */
export async function drainEvents(setup: Setup): Promise<void> {
  const byName = new Map(setup.reactions.map((reaction) => [reaction.name, reaction]));
  for (;;) {
    let moved = false;
    for (const behind of await workspacesBehind(setup.database, [...byName.keys()])) {
      const reaction = byName.get(behind.reaction);
      if (reaction && (await step(setup, behind.workspace_id, reaction))) moved = true;
    }
    if (!moved) return;
  }
}

async function workspacesBehind(database: Database, names: string[]) {
  const connection = await database.connect();
  try {
    const { rows } = await sql<{ workspace_id: string; reaction: string }>`
      SELECT workspace_id, reaction FROM kernel.workspaces_behind(${names}::text[])`.execute(
      connection.queries,
    );
    return rows;
  } finally {
    connection.release();
  }
}

/** Returns whether the reaction moved forward. A failure is written down and retried later, ever more slowly. */
async function step(setup: Setup, workspaceId: string, reaction: Reaction): Promise<boolean> {
  const ctx = await setup.contextOf(workspaceId, reaction.name);
  try {
    return await transact(ctx, async (tx) => {
      const from = await lockProgress(tx, reaction.name);
      if (from === null) return false;
      const { rows } = await sql<KeptEvent>`
        SELECT seq, id, type, at, body FROM kernel.event
        WHERE workspace_id = ${tx.workspaceId}::uuid AND seq > ${from} ORDER BY seq LIMIT ${BATCH}`.execute(
        tx.db,
      );
      const last = rows.at(-1);
      if (!last) return false;
      const heard = rows.filter((event) => reaction.on.includes(event.type));
      if (heard.length > 0) await reaction.run(tx, heard);
      await sql`
        UPDATE kernel.reaction_progress SET seq = ${last.seq}, failed_at = NULL, failure = NULL, failures = 0
        WHERE workspace_id = ${tx.workspaceId}::uuid AND reaction = ${reaction.name}`.execute(tx.db);
      return true;
    });
  } catch (error) {
    setup.onFailure(reaction.name, error);
    await noteFailure(ctx, reaction.name, error);
    return false;
  }
}

/** The sequence number to continue after; null when another process has it or it is backing off. */
async function lockProgress(tx: Tx, reaction: string): Promise<bigint | null> {
  await sql`
    INSERT INTO kernel.reaction_progress (workspace_id, reaction, seq)
    VALUES (${tx.workspaceId}::uuid, ${reaction}, 0) ON CONFLICT DO NOTHING`.execute(tx.db);
  const { rows } = await sql<{ seq: bigint; failed_at: Date | null; failures: number }>`
    SELECT seq, failed_at, failures FROM kernel.reaction_progress
    WHERE workspace_id = ${tx.workspaceId}::uuid AND reaction = ${reaction} FOR UPDATE SKIP LOCKED`.execute(
    tx.db,
  );
  const row = rows[0];
  if (!row) return null;
  if (row.failed_at) {
    const waitMs = Math.min(BACKOFF_MS_MAX, 1_000 * 2 ** row.failures);
    if (tx.now().getTime() - row.failed_at.getTime() < waitMs) return null;
  }
  return row.seq;
}

async function noteFailure(ctx: Context, reaction: string, error: unknown): Promise<void> {
  const words = error instanceof Error ? error.message : String(error);
  await transact(ctx, async (tx) => {
    await sql`
      INSERT INTO kernel.reaction_progress (workspace_id, reaction, seq, failed_at, failure, failures)
      VALUES (${tx.workspaceId}::uuid, ${reaction}, 0, ${tx.now()}, ${words}, 1)
      ON CONFLICT (workspace_id, reaction) DO UPDATE
      SET failed_at = EXCLUDED.failed_at, failure = EXCLUDED.failure, failures = reaction_progress.failures + 1`.execute(
      tx.db,
    );
  });
}
