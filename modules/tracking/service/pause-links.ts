import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { definePassageEffect } from '@mosty/lifecycle';
import { allowedHosts } from '../store/hosts.ts';
import { pauseLinksOf, resumeLinksOf } from '../store/pauses.ts';

/**
 * Whoever pauses a partner says whether its links go on (S0.49). If not, they lead to the first site the company let links
 * lead to, uncounted; nobody could have made a link before there was one. Back at work they lead where they did.
 */
definePassageEffect('*', 'paused', async (tx, { partnerId, details }) => {
  if (details.linksStay !== false) return;
  const [first] = await allowedHosts(tx);
  if (first) tellChanged(tx, partnerId, await pauseLinksOf(tx, partnerId, `https://${first.host}/`));
});
definePassageEffect('paused', 'working', async (tx, { partnerId }) => {
  tellChanged(tx, partnerId, await resumeLinksOf(tx, partnerId));
});

function tellChanged(tx: Tx, partnerId: Id<'partner'>, links: readonly Id<'link'>[]): void {
  for (const linkId of links) tx.emit({ type: 'link.changed', linkId, partnerId });
}
