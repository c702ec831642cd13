import { findWorkspace, listMembers, ORIGIN, queueMessage, type Round } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { newsLetter } from '../domain/letters.ts';
import { firstLoud } from '../domain/quiet.ts';
import { dropLetters, lockOwedLetters, noteLetters, putOffLetters } from '../store/notices.ts';
import { noticeOf } from './define-notice.ts';
import { settingsLink } from './settings-link.ts';
import { wishesOf } from './wishes.ts';

/** So many are looked at in one pass; the next comes in a quarter of an hour. */
const BATCH = 500;

/**
 * The quiet hours of some are over: what was put off goes out, all of a person's in one letter. Read meanwhile, or not
 * wanted any more, needs no letter; whose quiet hours were moved is put off again. Safe to repeat and to run twice at once.
 */
export function sendPutOff(ctx: Context): Promise<number> {
  return transact(ctx, async (tx) => {
    const owed = Map.groupBy(await lockOwedLetters(tx, BATCH), ({ memberId }) => memberId);
    if (owed.size === 0) return 0;
    const members = new Map((await listMembers(tx, false)).map((member) => [member.id, member]));
    const wishes = await wishesOf(tx, [...members.values()]);
    const language = (await findWorkspace(tx))?.language ?? 'ru';
    let sent = 0;
    for (const [memberId, notices] of owed) {
      const member = members.get(memberId);
      const wanted = notices.filter(
        ({ readAt, kind }) => readAt === null && member && wishes.way(member, kind) === 'letter',
      );
      const kept = new Set(wanted.map(({ id }) => id));
      await dropLetters(
        tx,
        notices.flatMap(({ id }) => (kept.has(id) ? [] : id)),
      );
      if (!member || wanted.length === 0) continue;
      const loud = firstLoud(tx.now(), wishes.quiet(member));
      if (loud > tx.now()) {
        await putOffLetters(tx, [...kept], loud);
        continue;
      }
      const lines = wanted.map(({ code, path }) => ({
        title: noticeOf(code).title,
        link: `${ORIGIN}${path}`,
      }));
      await queueMessage(tx, {
        kind: 'notice',
        to: member.email,
        letter: newsLetter(language, lines, settingsLink(member)),
      });
      await noteLetters(tx, [...kept]);
      sent += 1;
    }
    return sent;
  });
}

export const sendPutOffLetters: Round = { name: 'notices.send_put_off', run: sendPutOff };
