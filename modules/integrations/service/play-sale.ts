import { settleSales } from '@mosty/incentives';
import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { MICRO_PER_MINOR } from '@mosty/kernel/money';
import { refuse } from '@mosty/kernel/refusal';
import { judge, recordLeads, trackClicks } from '@mosty/tracking';
import { PLAY_SOURCE } from '../contract/play.ts';
import { rights } from '../policy.ts';
import { countPlays, insertPlay, type PlayRecord } from '../store/play.ts';
import { asPlayer } from './play/as-player.ts';
import { chooseCast, type Cast } from './play/cast.ts';
import { whyNotPlay } from './play/may-play.ts';
import { trialNames, type TrialNames } from './play/words.ts';

const AMOUNT_MINOR = 5_000_000n;
const COST_MINOR = 1_000_000n;

/**
 * Plays a click, a lead and a sale by the verbs that take real ones, all in one transaction: who brought is decided,
 * accrued and posted as ever. Only where it can spoil nothing, and one at a time.
 * @throws integrations.play_among_sales, integrations.play_stands
 */
export function playSale(ctx: Context, input: { userAgent: string | null }): Promise<PlayRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'sale.play');
    const refusal = await whyNotPlay(tx);
    if (refusal) throw refusal;
    const player = asPlayer(tx);
    const names = await trialNames(tx);
    const cast = await chooseCast(player, names);
    const { saleId, clientId } = await bring(player, cast, names, input.userAgent);
    const { partnerId, agreementId, made } = cast;
    const play = { saleId, clientId, linkId: cast.link.id, partnerId, agreementId, made, playedAt: tx.now() };
    if (!(await insertPlay(tx, play))) return refuse('conflict', 'integrations.play_stands');
    tx.audit({
      verb: 'integrations.play_sale',
      subject: saleId,
      change: { partnerId, linkId: cast.link.id, isTrial: made.trial !== null },
    });
    return play;
  });
}

/** Somebody follows the link, signs up and pays. */
async function bring(
  tx: Tx,
  { link }: Cast,
  names: TrialNames,
  userAgent: string | null,
): Promise<{ saleId: Id<'sale'>; clientId: Id<'client'> }> {
  const number = (await countPlays(tx)) + 1;
  const clientExternalId = `${PLAY_SOURCE}-${number}`;
  const [click] = await trackClicks(tx, {
    clicks: [{ key: link.key, consented: true, userAgent: browserOnly(userAgent) }],
    origin: null,
    userAgent: null,
  });
  const { clientIds } = await recordLeads(tx, {
    source: PLAY_SOURCE,
    leads: [
      {
        clientExternalId,
        clientName: names.client(number),
        eventName: 'sign_up',
        // Asked anew at each step: a click after its sale would be of another purchase.
        occurredAt: tx.now(),
        clickId: click?.clickId,
      },
    ],
  });
  const { recorded } = await settleSales(tx, {
    source: PLAY_SOURCE,
    sales: [
      {
        externalId: names.sale(number),
        clientExternalId,
        occurredAt: tx.now(),
        currency: tx.currency,
        amountMicro: AMOUNT_MINOR * MICRO_PER_MINOR,
        costMinor: COST_MINOR,
        clickId: click?.clickId,
      },
    ],
  });
  const [sale] = recorded;
  const clientId = clientIds.get(clientExternalId);
  if (!sale || !clientId) throw new Error('the sale that was played was not recorded');
  return { saleId: sale.id, clientId };
}

/** A program that presses the button for a person is not the visitor; a robot's click would credit nobody. */
function browserOnly(userAgent: string | null): string | undefined {
  if (userAgent === null) return undefined;
  const { verdict } = judge({ method: 'GET', userAgent, purpose: undefined });
  return verdict === 'human' ? userAgent : undefined;
}
