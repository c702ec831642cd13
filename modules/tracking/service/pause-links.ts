import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { definePassageEffect } from '@mosty/lifecycle';
import { pauseCodesOf } from '../store/codes.ts';
import { pauseLinksOf, resumeLinksOf } from '../store/pauses.ts';
import { leadsWhenNeutral } from './leads-when-neutral.ts';

/**
 * Whoever pauses a partner says whether its links go on (S0.49). If not, they lead to a page of the company's own,
 * uncounted, and its codes stop with them. Back at work they lead where they did, and the codes work again.
 */
definePassageEffect('*', 'paused', async (tx, { partnerId, details }) => {
  if (details.linksStay === false) await stop(tx, { partnerId });
});
definePassageEffect('*', 'working', goOn);

/** With one on the stop list nothing goes on, until it is taken off (S0.72). */
definePassageEffect('*', 'stop_listed', stop);

/** Whoever left from a pause and comes back begins anew: nothing that is made from now on is paused. */
definePassageEffect('ended', 'candidate', goOn);
definePassageEffect('stop_listed', 'candidate', goOn);

type Whose = { readonly partnerId: Id<'partner'> };

async function stop(tx: Tx, { partnerId }: Whose): Promise<void> {
  tellChanged(tx, partnerId, await pauseLinksOf(tx, partnerId, await leadsWhenNeutral(tx)));
  await pauseCodesOf(tx, partnerId, tx.now());
}

async function goOn(tx: Tx, { partnerId }: Whose): Promise<void> {
  tellChanged(tx, partnerId, await resumeLinksOf(tx, partnerId));
  await pauseCodesOf(tx, partnerId, null);
}

function tellChanged(tx: Tx, partnerId: Id<'partner'>, links: readonly Id<'link'>[]): void {
  for (const linkId of links) tx.emit({ type: 'link.changed', linkId, partnerId });
}
