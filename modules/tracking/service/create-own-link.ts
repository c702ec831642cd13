import { agreementsAt } from '@mosty/agreements';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { beyondPartner, transact } from '@mosty/kernel/db';
import { askingCounter } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { rights } from '../policy.ts';
import type { LinkRecord } from '../store/links.ts';
import { draftLink, saveLink } from './draft-link.ts';

/** Of one partner an hour: a link for every post, not for every reader. */
const isTooOften = askingCounter(30, 3_600_000);

export interface OwnLink {
  readonly destination: string;
  readonly title?: string | undefined;
  readonly content?: string | undefined;
}

/**
 * A partner's person makes a link for themselves, to an allowed address and by the agreement they work under. What the
 * advertising register gave (`erid`, the label) is put on it by the company.
 * @throws tracking.link_before_rules, tracking.destination_not_allowed, tracking.links_too_often, identity.not_permitted
 */
export function createOwnLink(ctx: Context, input: OwnLink): Promise<LinkRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'link.create_own');
    const { actor } = tx;
    if (actor.type !== 'person' || actor.partnerId === null)
      return refuse('not_permitted', 'identity.not_permitted');
    const partnerId = actor.partnerId;
    if (isTooOften(`${tx.workspaceId} ${partnerId}`, tx.now().getTime()))
      refuse('limit', 'tracking.links_too_often');
    // Addresses are of the whole company: whether one is free cannot be seen among one's own.
    return beyondPartner(tx, async () => {
      const agreementId = await agreementInForce(tx, partnerId);
      const { link } = await draftLink(tx, { ...input, agreementId });
      await saveLink(tx, link);
      return link;
    });
  });
}

/** A launched agreement before one that is accepted only, then the oldest. @throws tracking.link_before_rules */
async function agreementInForce(tx: Tx, partnerId: string): Promise<Id<'agreement'>> {
  const today = businessDateOf(tx.now(), tx.zone);
  const [best] = (await agreementsAt(tx, [partnerId]))
    .filter((one) => one.accepted && one.endedOn === null && (one.endsOn === null || today < one.endsOn))
    .toSorted(
      (a, b) => Number(b.launchedOn !== null) - Number(a.launchedOn !== null) || (a.id < b.id ? -1 : 1),
    );
  return best?.id ?? refuse('not_now', 'tracking.link_before_rules');
}
