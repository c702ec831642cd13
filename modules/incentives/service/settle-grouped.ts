import type { RecordedSales, RecordSales } from '@mosty/deals';
import type { Context } from '@mosty/kernel/context';
import { isTx } from '@mosty/kernel/context';
import { settleSales } from './settle-sales.ts';

/** How many sales one transaction of a group takes at most. */
const GROUP = 500;

export type Settled = Pick<RecordedSales, 'recorded' | 'known'>;

/** How a group is settled: `settleSales`, or what a door does around it. */
type Settle = (ctx: Context, input: RecordSales) => Promise<RecordedSales>;

interface Waiting {
  readonly ctx: Context;
  readonly input: RecordSales;
  readonly settle: Settle;
  readonly resolve: (outcome: Settled) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * So many transactions of a group at once: while one waits for its commit the next is read and priced. More only wait
 * for each other, for both post to the same accounts of the company.
 */
const LANES = 2;

/** A group of fewer is not parted between lanes: the forty statements of each cost more than waiting does. */
const PARTED_MIN = 64;

interface Queue {
  readonly waiting: Waiting[];
  lanes: number;
  /** Lanes that are about to take a group. */
  taking: number;
}

const queues = new WeakMap<object, Map<string, Queue>>();

/**
 * `settleSales` for many callers with a sale or a few each: those that come while a transaction runs wait together
 * and become the next one. Each is answered after the commit that holds its sale. A transaction for each costs some
 * fifteen times as much (bench/sale.ts). The group is signed by its first caller, so only callers with the same rights
 * (the same key or person) are grouped.
 */
export function settleSalesGrouped(
  ctx: Context,
  input: RecordSales,
  settle: Settle = settleSales,
): Promise<Settled> {
  if (isTx(ctx)) return settle(ctx, input);
  const byKey = queues.get(ctx.database) ?? new Map<string, Queue>();
  queues.set(ctx.database, byKey);
  const key = JSON.stringify([ctx.workspaceId, ctx.actor, input.source, input.importId ?? null, settle.name]);
  const queue = byKey.get(key) ?? { waiting: [], lanes: 0, taking: 0 };
  byKey.set(key, queue);
  return new Promise((resolve, reject) => {
    queue.waiting.push({ ctx, input, settle, resolve, reject });
    if (queue.lanes < LANES) void work(queue, () => byKey.delete(key));
  });
}

/**
 * One turn of the loop before a group is taken: callers that were just answered and requests read from the sockets
 * together go together, and groups are more than twice as large. The queue is given up in the same breath in which it
 * is found empty: nobody can join it in between.
 */
async function work(queue: Queue, giveUp: () => void): Promise<void> {
  queue.lanes += 1;
  while (queue.waiting.length > 0) {
    queue.taking += 1;
    await new Promise(setImmediate);
    const group = takeGroup(queue.waiting, shareOf(queue));
    queue.taking -= 1;
    if (group.length > 0) await settleGroup(group);
  }
  queue.lanes -= 1;
  if (queue.lanes === 0) giveUp();
}

/** Lanes that take at once share alike: one that took all would leave the other nothing to do beside it. */
function shareOf({ waiting, taking }: Queue): number {
  return Math.min(GROUP, Math.max(PARTED_MIN, Math.ceil(waiting.length / taking)));
}

/** The first that wait, without a key that is in the group already: told twice, a sale is known the second time. */
function takeGroup(queue: Waiting[], limit: number): Waiting[] {
  const keys = new Set<string>();
  let taken = 0;
  for (const { input } of queue) {
    const fits = taken === 0 || keys.size + input.sales.length <= limit;
    if (!fits || input.sales.some((sale) => keys.has(sale.externalId))) break;
    for (const sale of input.sales) keys.add(sale.externalId);
    taken += 1;
  }
  return queue.splice(0, taken);
}

async function settleGroup(group: readonly Waiting[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  if (group.length === 1) return settleOne(first);
  try {
    const sales = group.flatMap(({ input }) => input.sales);
    const outcome = await first.settle(first.ctx, { ...first.input, sales });
    for (const waiting of group) waiting.resolve(partOf(outcome, waiting.input));
  } catch {
    // One bad sale does not fail the others: each is tried by itself and refused for its own reason.
    for (const waiting of group) await settleOne(waiting);
  }
}

async function settleOne({ ctx, input, settle, resolve, reject }: Waiting): Promise<void> {
  try {
    resolve(await settle(ctx, input));
  } catch (error) {
    reject(error);
  }
}

function partOf(outcome: RecordedSales, input: RecordSales): Settled {
  const told = new Set(input.sales.map((sale) => sale.externalId));
  return {
    recorded: outcome.recorded.filter((sale) => told.has(sale.externalId)),
    known: outcome.known.filter((sale) => told.has(sale.externalId)),
  };
}
