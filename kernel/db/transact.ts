import type { Context, Tx, AuditNote, EventNote } from '../context/index.ts';
import { isTx, workspaceId } from '../context/index.ts';
import { isId } from '../id/index.ts';
import { writeNotes } from '../audit/write.ts';

/**
 * Runs `work` in one transaction of one workspace. A verb called by another verb joins its transaction.
 * Audit and events are written last: they take the workspace's head row, so the lock is held only for the commit.
 */
export async function transact<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isTx(ctx)) return work(ctx);
  return run(ctx, ctx.readOnly ? 'BEGIN READ ONLY' : 'BEGIN', work);
}

/** Like `transact`, for reads: one snapshot, and the database refuses writes. */
export async function look<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isTx(ctx)) return work(ctx);
  return run(ctx, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
}

/** Serialization failures and deadlocks: the database asks to try the same again. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const TRIES = 5;

async function run<T>(ctx: Context, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(ctx, begin, work);
    } catch (error) {
      if (attempt >= TRIES || !TRY_AGAIN.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

async function once<T>(ctx: Context, begin: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = await ctx.database.connect();
  const audits: AuditNote[] = [];
  const events: EventNote[] = [];
  const effects: (() => void)[] = [];
  let broken = false;
  try {
    await connection.client.query(`${begin}; ${scope(ctx)}`);
    const tx: Tx = {
      ...ctx,
      db: connection.queries,
      connection,
      now: () => ctx.clock.now(),
      id: (noun) => ctx.ids.next(noun, ctx.clock.now()),
      audit: (note) => void audits.push(note),
      emit: (event) => void events.push(event),
      afterCommit: (effect) => void effects.push(effect),
    };
    const result = await work(tx);
    await writeNotes(tx, audits, events);
    await connection.client.query('COMMIT');
    for (const effect of effects) effect();
    if (events.length > 0) wake();
    return result;
  } catch (error) {
    await connection.client.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

/**
 * Row level security reads these. Literals, not `set_config()`: that does not reach the workers of a cluster.
 * Both values were validated, so they cannot end the literal.
 */
function scope(ctx: Context): string {
  const partner = ctx.actor.type === 'person' ? ctx.actor.partnerId : null;
  if (partner !== null && !isId('partner', partner)) throw new Error('not a partner id');
  return (
    `SET LOCAL app.workspace_id = '${workspaceId(ctx.workspaceId)}'; ` +
    `SET LOCAL app.partner_id = '${partner ?? ''}'`
  );
}

let wake: () => void = () => {};

/** The dispatcher of events asks to be woken after each commit that left some. */
export function onEventsCommitted(listener: () => void): void {
  wake = listener;
}
