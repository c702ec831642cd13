import { keptPartner, knownPartner } from '@mosty/directory';
import { permit, twoPeople } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { tryMove } from '@mosty/lifecycle';
import type { EvidenceKind, Subject } from '../contract/check.ts';
import { rights } from '../policy.ts';
import { findShown, insertShown, insertVerdict } from '../store/check.ts';

/** Something that can be looked at: dated, with its source. @throws recruiting.seen_in_future */
export function addEvidence(
  ctx: Context,
  input: {
    partnerId: Id<'partner'>;
    subject: Subject;
    kind: EvidenceKind;
    says: string;
    source: string;
    seenOn: string;
  },
): Promise<{ readonly id: Id<'check_evidence'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'check.write');
    await keptPartner(tx, input.partnerId);
    const today = businessDateOf(tx.now(), tx.zone);
    if (input.seenOn > today) refuse('invalid', 'recruiting.seen_in_future', { today });
    const id = tx.id('check_evidence');
    await insertShown(tx, { ...input, id });
    tx.audit({
      verb: 'recruiting.add_evidence',
      subject: input.partnerId,
      change: { evidenceId: id, about: input.subject, kind: input.kind },
    });
    await tryMove(tx, input.partnerId, 'approved');
    return { id };
  });
}

/**
 * Another person saw the thing itself: it is so, or it is not. Also of a partner somebody else keeps: that is the point.
 * @throws recruiting.evidence_unknown, identity.two_people
 */
export function verifyEvidence(
  ctx: Context,
  input: { evidenceId: Id<'check_evidence'>; verdict: 'verified' | 'refuted'; how: string },
): Promise<{ readonly partnerId: Id<'partner'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'check.verify');
    const { evidenceId } = input;
    const shown =
      (await findShown(tx, evidenceId)) ?? refuse('not_found', 'recruiting.evidence_unknown', { evidenceId });
    twoPeople(shown.addedBy, tx);
    const { id: partnerId } = await knownPartner(tx, shown.partnerId);
    await insertVerdict(tx, input);
    tx.audit({
      verb: 'recruiting.verify_evidence',
      subject: partnerId,
      reason: input.how,
      change: { evidenceId, verdict: input.verdict },
    });
    await tryMove(tx, partnerId, 'approved');
    return { partnerId };
  });
}
