import { createHash, randomBytes } from 'node:crypto';
import { contextOfMember, ORIGIN, permit, type World } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { look, transact, type Database } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { addDays, businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { writeIcal } from '../domain/ical.ts';
import { rights } from '../policy.ts';
import { feedOf, saveFeed, type FeedScope } from '../store/feeds.ts';
import { entriesBetween } from './calendar.ts';

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');
const PAST_DAYS = 30;
const AHEAD_DAYS = 180;

/** A new secret address of a calendar; the former one of its kind is dead from now on. @throws rhythm.feed_of_person */
export function makeFeed(ctx: Context, scope: FeedScope = 'own'): Promise<{ url: string }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'week.read');
    if (tx.actor.type !== 'person') return refuse('not_permitted', 'rhythm.feed_of_person');
    const token = randomBytes(32).toString('base64url');
    await saveFeed(tx, tx.actor.id, scope, hashOf(token));
    tx.audit({ verb: 'rhythm.make_feed', subject: tx.actor.id, change: { scope } });
    return { url: `${ORIGIN}/calendar/${token}.ics` };
  });
}

/**
 * The calendar behind a secret address: of one person, with that person's rights of this minute. Null: no such address,
 * or the person left.
 */
export async function calendarBehind(
  database: Database,
  token: string,
  world: World = {},
): Promise<string | null> {
  const feed = await feedOf(database, hashOf(token));
  if (!feed) return null;
  const ctx = await contextOfMember(database, feed.workspaceId, feed.memberId, world).catch(() => null);
  if (!ctx) return null;
  return look(ctx, async (tx) => {
    permit(tx, rights, 'week.read');
    const today: BusinessDate = businessDateOf(tx.now(), tx.zone);
    const { entries } = await entriesBetween(tx, addDays(today, -PAST_DAYS), addDays(today, AHEAD_DAYS), {
      stepsOf: feed.scope === 'own' ? feed.memberId : null,
    });
    return writeIcal(entries, tx.now());
  });
}
