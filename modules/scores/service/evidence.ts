import { keptPartner, knownPartner } from '@mosty/directory';
import { permit, twoPeople } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import type { ScoreEvidenceKind } from '../contract/evidence.ts';
import { rights } from '../policy.ts';
import { insertEvidence, lockEvidence, saveVerdict } from '../store/evidence.ts';
import { scorePartners } from './count-scores.ts';

/** Something that can be looked at. Moves nothing until another person looked. @throws scores.seen_in_future */
export function addScoreEvidence(
  ctx: Context,
  input: {
    partnerId: Id<'partner'>;
    kind: ScoreEvidenceKind;
    says: string;
    source: string;
    seenOn: string;
  },
): Promise<{ readonly id: Id<'score_evidence'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'score_evidence.write');
    await keptPartner(tx, input.partnerId);
    const today = businessDateOf(tx.now(), tx.zone);
    if (input.seenOn > today) refuse('invalid', 'scores.seen_in_future', { today });
    const id = tx.id('score_evidence');
    await insertEvidence(tx, { ...input, id });
    tx.audit({
      verb: 'scores.add_evidence',
      subject: input.partnerId,
      change: { evidenceId: id, kind: input.kind },
    });
    return { id };
  });
}

/**
 * Another person saw the thing itself; also of a partner somebody else keeps: that is the point. Trust moves at once.
 * @throws scores.evidence_unknown, scores.already_judged, identity.two_people
 */
export function verifyScoreEvidence(
  ctx: Context,
  input: { evidenceId: Id<'score_evidence'>; verdict: 'verified' | 'refuted'; how: string },
): Promise<{ readonly partnerId: Id<'partner'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'score_evidence.verify');
    const { evidenceId } = input;
    const shown =
      (await lockEvidence(tx, evidenceId)) ?? refuse('not_found', 'scores.evidence_unknown', { evidenceId });
    if (shown.verdict) refuse('conflict', 'scores.already_judged', { evidenceId });
    twoPeople(shown.addedBy, tx);
    const { id: partnerId } = await knownPartner(tx, shown.partnerId as Id<'partner'>);
    await saveVerdict(tx, evidenceId, input);
    tx.audit({
      verb: 'scores.verify_evidence',
      subject: partnerId,
      reason: input.how,
      change: { evidenceId, verdict: input.verdict },
    });
    await scorePartners(tx, [partnerId]);
    return { partnerId };
  });
}
