import { keptPartner, knownPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { Path, Source } from '../contract/stages.ts';
import { rights } from '../policy.ts';
import { insertPassages, type PassageRecord } from '../store/passages.ts';
import { standingOf } from '../store/standing.ts';
import { orViolation } from '../store/violations.ts';

export interface EnterLifecycle {
  readonly partnerId: Id<'partner'>;
  readonly path: Path;
  readonly to: 'mention';
  /** Where the name came from; by hand unless told. */
  readonly source?: Source | undefined;
}

/**
 * A partner enters the conveyor: its name is known, and where it came from. Of the verbs that find names; they have
 * asked for their right before.
 * @throws directory.partner_unknown, lifecycle.already_inside
 */
export async function enterLifecycle(tx: Tx, input: EnterLifecycle): Promise<PassageRecord> {
  const { partnerId, path, to, source = 'by_hand' } = input;
  const partner = await knownPartner(tx, partnerId);
  if (partner.archivedAt !== null) refuse('not_now', 'directory.partner_archived', {});
  const here = (await standingOf(tx, [partnerId])).get(partnerId);
  if (here) refuse('conflict', 'lifecycle.already_inside', { stage: here.stage });
  const passage: PassageRecord = {
    partnerId,
    no: 1,
    path,
    from: null,
    to,
    at: tx.now(),
    byActor: tx.actor.id,
    reasonCode: null,
    returnOn: null,
    takenOver: false,
    evidence: [{ code: 'name_and_source', rows: [{ code: 'lifecycle.source', params: { source } }] }],
  };
  await orViolation(insertPassages(tx, [passage]));
  tx.audit({ verb: 'lifecycle.enter_conveyor', subject: partnerId, change: { path, source } });
  tx.emit({ type: 'partner.moved', partnerId, from: null, to });
  return passage;
}

/** The same by hand, from the partner's card. */
export function enterConveyor(ctx: Context, input: Omit<EnterLifecycle, 'to'>): Promise<PassageRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'lifecycle.enter');
    await keptPartner(tx, input.partnerId);
    return enterLifecycle(tx, { ...input, to: 'mention' });
  });
}
