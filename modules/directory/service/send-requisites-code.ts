import { permit, sendProofCode } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { rights } from '../policy.ts';
import { facesOf } from '../store/faces.ts';
import { keptPartner } from './keep-partner.ts';

/**
 * A code before the partner's money changes its way: to the contact known before, not to whoever asks. Without one it
 * goes to the person's own box.
 * @throws directory.proof_is_for_partners, identity.proof_by_factor, identity.too_often
 */
export function sendRequisitesCode(
  ctx: Context,
  { partnerId }: { partnerId: Id<'partner'> },
): Promise<{ sentTo: string }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'requisites.write');
    const partner = await keptPartner(tx, partnerId);
    if (tx.actor.type !== 'person' || tx.actor.partnerId === null)
      refuse('not_now', 'directory.proof_is_for_partners', {});
    const theirs = (await facesOf(tx, [partner.id])).filter(({ side }) => side === 'theirs');
    const known = theirs.toSorted((a, b) => Number(b.isMain) - Number(a.isMain)).find(({ email }) => email);
    return sendProofCode(tx, partner.email ?? known?.email ?? null);
  });
}
