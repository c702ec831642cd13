import { knownPartner } from '@mosty/directory';
import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { beyondPartner, look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { rights } from '../policy.ts';
import { payoutsToPartner, type PayoutToPartner } from '../store/portal.ts';

/** What was paid to one partner and what is on its way. @throws directory.partner_unknown */
export function payoutsOfPartner(
  ctx: Context,
  { partnerId, ...page }: { partnerId: Id<'partner'>; after: string | undefined; limit: number },
): Promise<PayoutToPartner[]> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'money.read');
    const { id } = await knownPartner(tx, partnerId);
    return beyondPartner(tx, () => payoutsToPartner(tx, id, page));
  });
}
