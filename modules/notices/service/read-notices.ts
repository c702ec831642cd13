import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { Instant } from '@mosty/kernel/time';
import { countUnread, markAllRead, markRead } from '../store/notices.ts';
import { me } from './me.ts';

/** One's own, and nobody else's; answers how many are left. To read is no deed: the journal is not told. @throws notices.unknown */
export function readNotice(ctx: Context, { noticeId }: { readonly noticeId: Id<'notice'> }): Promise<number> {
  return transact(ctx, async (tx) => {
    const { id } = await me(tx);
    if (!(await markRead(tx, id, noticeId))) refuse('not_found', 'notices.unknown', { noticeId });
    return countUnread(tx, id);
  });
}

/** All that stood on the page: what was told after `upTo` nobody has seen. */
export function readAllNotices(ctx: Context, { upTo }: { readonly upTo: Instant }): Promise<number> {
  return transact(ctx, async (tx) => {
    const { id } = await me(tx);
    await markAllRead(tx, id, upTo);
    return countUnread(tx, id);
  });
}
