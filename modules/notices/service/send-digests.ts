import { findWorkspace, listMembers, ORIGIN, queueMessage, type Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { addDays, businessDateOf, startOfDay, type BusinessDate } from '@mosty/kernel/time';
import { KIND_NAMES } from '../domain/kind-names.ts';
import { digestLetter } from '../domain/letters.ts';
import { isQuiet } from '../domain/quiet.ts';
import { digestedOn, insertDigest, unreadSince } from '../store/digests.ts';
import { settingsLink } from './settings-link.ts';
import { wishesOf } from './wishes.ts';

const HOUR_MS = 3_600_000;
/** Monday, eight in the morning by the company's clock. */
const MONDAY = 1;
const HOUR = 8;

/**
 * One letter a week to whoever wants it: how much of each kind of last week's news is not read, and a link. Whose hours
 * are quiet at eight gets it when they end, the same Monday. Nothing unread, no letter. Safe to repeat.
 */
export function sendDigests(ctx: Context): Promise<number> {
  return transact(ctx, async (tx) => {
    const monday = businessDateOf(tx.now(), tx.zone);
    const from = new Date(startOfDay(monday, tx.zone).getTime() + HOUR * HOUR_MS);
    if (weekdayOf(monday) !== MONDAY || tx.now() < from) return 0;
    const had = await digestedOn(tx, monday);
    const members = (await listMembers(tx, false)).filter(({ id }) => !had.has(id));
    const wishes = await wishesOf(tx, members);
    const unread = await unreadSince(tx, startOfDay(addDays(monday, -7), tx.zone));
    const language = (await findWorkspace(tx))?.language ?? 'ru';
    let sent = 0;
    for (const member of members) {
      const counts = unread.get(member.id) ?? [];
      if (counts.length === 0 || wishes.way(member, 'digest') !== 'letter') continue;
      if (isQuiet(tx.now(), wishes.quiet(member))) continue;
      const isFirst = await insertDigest(tx, {
        memberId: member.id,
        partnerId: member.partnerId,
        monday,
        unread: counts.reduce((sum, { count }) => sum + count, 0),
      });
      if (!isFirst) continue;
      const counted = counts.map(({ kind, count }) => ({ name: KIND_NAMES[kind], count }));
      const list = `${ORIGIN}${member.partnerId === null ? '/notices' : '/portal/notices'}`;
      await queueMessage(tx, {
        kind: 'notice_digest',
        to: member.email,
        letter: digestLetter(language, counted, list, settingsLink(member)),
      });
      sent += 1;
    }
    return sent;
  });
}

const weekdayOf = (day: BusinessDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();

export const sendMondayDigests: Round = { name: 'notices.send_digests', run: sendDigests };
