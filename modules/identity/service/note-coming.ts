import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { businessDateOf } from '@mosty/kernel/time';
import { insertPortalDay } from '../store/portal-days.ts';

/** Days this process has written already: every request asks, and one a day is written. */
const noted = new Set<string>();
const NOTED_MAX = 100_000;

/** Somebody of a partner came to its portal today (S1.59). Nobody's name is kept, and a look with its eyes is no visit. */
export async function noteComing(ctx: Context): Promise<void> {
  const partnerId = ctx.actor.type === 'person' ? ctx.actor.partnerId : null;
  if (partnerId === null || ctx.readOnly) return;
  const day = businessDateOf(ctx.clock.now(), ctx.zone);
  const key = `${ctx.workspaceId} ${partnerId} ${day}`;
  if (noted.has(key)) return;
  await transact(ctx, (tx) => insertPortalDay(tx, partnerId, day));
  if (noted.size >= NOTED_MAX) noted.clear();
  noted.add(key);
}
