import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { MeetingDecision } from '../contract/stop-meetings.ts';
import { isSure } from '../domain/stop-list.ts';
import { rights } from '../policy.ts';
import { insertNamesake } from '../store/stop-list.ts';
import { lockMeeting, saveMeeting, type StopMeetingRecord } from '../store/stop-meetings.ts';
import { likeNow } from './meet-stop-listed.ts';

/**
 * A person looked: it is them, or somebody else who is only called alike. Of a partner told apart the gate is told too.
 * Nothing is blocked by it: what follows is done where partners, deals and people are kept.
 * @throws recruiting.meeting_unknown, recruiting.meeting_decided, recruiting.surely_the_same, and the refusals of the
 *   partner's keeping
 */
export function decideStopMeeting(
  ctx: Context,
  input: { meetingId: Id<'stop_meeting'>; decision: MeetingDecision; note?: string | undefined },
): Promise<StopMeetingRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'stop_list.decide');
    const { meetingId, decision, note = null } = input;
    const met =
      (await lockMeeting(tx, meetingId)) ?? refuse('not_found', 'recruiting.meeting_unknown', { meetingId });
    if (met.decision !== null) refuse('conflict', 'recruiting.meeting_decided', { decision: met.decision });
    const { entryId, partnerId } = met;
    if (partnerId !== null) await keptPartner(tx, partnerId);
    if (decision === 'other') {
      const by = met.sure ? met.by : await likeNow(tx, met);
      if (isSure(by)) refuse('conflict', 'recruiting.surely_the_same', { by });
      if (met.metIn === 'partner' && partnerId !== null)
        await insertNamesake(tx, { entryId, partnerId, reason: note ?? '' });
    }
    const decided = { ...met, decision, decidedAt: tx.now(), decidedBy: tx.actor.id, note };
    await saveMeeting(tx, decided);
    tx.audit({
      verb: 'recruiting.decide_stop_meeting',
      subject: met.subjectId,
      reason: note ?? undefined,
      change: { entryId, decision },
    });
    return decided;
  });
}
