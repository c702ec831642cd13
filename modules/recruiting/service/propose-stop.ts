import { keptPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Role } from '@mosty/identity/contract';
import type { Actor, Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { StopWho } from '../contract/stop-list.ts';
import { rights } from '../policy.ts';
import { insertStop, stopOfPartner, type StopRecord } from '../store/stop-list.ts';
import { describedPartner, stopKeys } from './stop-matches.ts';

export interface ProposeStop extends StopWho {
  readonly partnerId?: Id<'partner'> | undefined;
  readonly reasonCode: string;
  readonly evidence: string;
  readonly evidenceLink?: string | undefined;
}

/**
 * Proposes to never work with somebody again. Nothing changes for them until a second person approves.
 * @throws recruiting.stop_exists, and the refusals of the partner's keeping
 */
export function proposeStop(ctx: Context, input: ProposeStop): Promise<StopRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'stop_list.decide');
    const { partnerId } = input;
    if (partnerId) {
      await keptPartner(tx, partnerId);
      const there = await stopOfPartner(tx, partnerId);
      if (there) refuse('conflict', 'recruiting.stop_exists', { entryId: there.id });
    }
    const entry: StopRecord = {
      id: tx.id('stop_entry'),
      partnerId: partnerId ?? null,
      name: input.name,
      taxNumber: input.taxNumber ?? null,
      phone: input.phone ?? null,
      email: input.email?.toLowerCase() ?? null,
      site: input.site ?? null,
      person: input.person ?? null,
      reasonCode: input.reasonCode,
      evidence: input.evidence,
      evidenceLink: input.evidenceLink ?? null,
      proposedAt: tx.now(),
      proposedBy: tx.actor.id,
      proposedRole: handOf(tx.actor).role,
      approved: null,
      decidedAt: null,
      decidedBy: null,
      decidedRole: null,
      decisionNote: null,
      offAskedAt: null,
      offAskedBy: null,
      offAskedRole: null,
      offReason: null,
      offAt: null,
      offBy: null,
      offRole: null,
    };
    const known = partnerId ? await describedPartner(tx, partnerId) : [];
    await insertStop(tx, entry, stopKeys([entry, ...known]));
    tx.audit({
      verb: 'recruiting.propose_stop',
      subject: partnerId ?? entry.id,
      change: { entryId: entry.id, reasonCode: entry.reasonCode },
    });
    tx.emit({ type: 'stop.proposed', entryId: entry.id });
    return entry;
  });
}

/** Whose hand it is. The policy lets only heads and owners so far; a job of the program signs for the owner who set it up. */
export function handOf(actor: Actor): { readonly by: string; readonly role: Role } {
  return { by: actor.id, role: actor.type === 'person' ? (actor.role as Role) : 'owner' };
}
