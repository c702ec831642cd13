import { withdrawAttribution } from '@mosty/attribution';
import { reverseSales } from '@mosty/deals';
import { permit } from '@mosty/identity';
import { reverseAccruals } from '@mosty/incentives';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import { archiveLink } from '@mosty/tracking';
import { rights } from '../policy.ts';
import { endPlay } from '../store/play.ts';
import { asPlayer } from './play/as-player.ts';
import { putTrialAway } from './play/trial-partner.ts';
import { trialNames } from './play/words.ts';

/**
 * Takes the played sale back as the undo of an import does: nothing is erased, linked entries bring every balance back.
 * The click and the lead stay: they happened, and they move no money.
 * @throws integrations.no_play
 */
export function undoPlayedSale(ctx: Context): Promise<{ saleId: Id<'sale'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'sale.play');
    const play = (await endPlay(tx)) ?? refuse('not_found', 'integrations.no_play');
    const player = asPlayer(tx);
    const reason = (await trialNames(tx)).undone;
    const saleIds = [play.saleId];
    await reverseSales(player, { saleIds, reason });
    await reverseAccruals(player, { saleIds, reason });
    await withdrawAttribution(player, { subject: 'sale', ids: saleIds });
    if (play.made.link) await archiveLink(player, { linkId: play.linkId });
    if (play.made.trial) await putTrialAway(player, play, play.made.trial, reason);
    tx.audit({ verb: 'integrations.undo_played_sale', subject: play.saleId });
    return { saleId: play.saleId };
  });
}
