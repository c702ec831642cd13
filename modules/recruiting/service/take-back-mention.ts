import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { findMention, insertTakenBack } from '../store/mentions.ts';

/** A mention was a mistake: it stays in the log and counts no more. @throws recruiting.mention_unknown, recruiting.taken_back_already */
export function takeBackMention(
  ctx: Context,
  { mentionId, reason }: { mentionId: Id<'mention'>; reason: string },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'mention.take_back');
    const mention =
      (await findMention(tx, mentionId)) ?? refuse('not_found', 'recruiting.mention_unknown', { mentionId });
    if (!(await insertTakenBack(tx, mentionId, reason)))
      refuse('conflict', 'recruiting.taken_back_already', { mentionId });
    tx.audit({
      verb: 'recruiting.take_back_mention',
      subject: mention.nameId,
      reason,
      change: { mentionId },
    });
  });
}
