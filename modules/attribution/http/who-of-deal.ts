import { eventsOfDeal } from '@mosty/deals';
import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { serve } from '@mosty/kernel/http';
import { refuse } from '@mosty/kernel/refusal';
import { businessDateOf } from '@mosty/kernel/time';
import { touchesOfClients } from '@mosty/tracking';
import { getWhoOfDeal } from '../contract/who-brought.ts';
import { contestableTo } from '../domain/claim.ts';
import type { Moment } from '../domain/timeline.ts';
import { rights } from '../policy.ts';
import { sideOf } from '../service/claims.ts';
import { claimsOfDeal } from '../store/claims.ts';
import {
  contestedDeals,
  partsOfDeal,
  registrationsOf,
  salesOfDeal,
  type ContestedDeal,
} from '../store/contested-deals.ts';
import { currentPolicy } from '../store/policies.ts';
import { whoFor } from './who-brought.ts';

const LOOKS_BACK_MS = 730 * 86_400_000;
/** What of a deal's history says whose it is; the rest stands on its card. */
const TELLING = new Set([
  'conflicted',
  'rejected',
  'withdrawn',
  'expired',
  'turn_came',
  'won',
  'lost',
  'reopened',
  'roles_set',
  'client_agreed',
  'ruled',
]);

export const whoOfDealRoute = serve(getWhoOfDeal, (ctx, { params }) =>
  look(ctx, async (tx) => {
    permit(tx, rights, 'participant.read');
    const [deal] = await contestedDeals(tx, [params.dealId]);
    if (!deal) return refuse('not_found', 'attribution.no_such_deal');
    const parts = await partsOfDeal(tx, deal.id);
    const moments = await momentsOf(tx, deal);
    const shown = await whoFor(tx, [
      deal.partnerId,
      ...parts.map((one) => one.partnerId),
      ...moments.map((one) => one.partnerId),
    ]);
    const policy = await currentPolicy(tx);
    const isPartner = sideOf(tx) !== null;
    return {
      dealId: deal.id,
      number: deal.number,
      title: deal.title,
      registrant: shown(deal.partnerId),
      participants: parts.map(({ partnerId, role, sharePpm }) => ({ ...shown(partnerId), role, sharePpm })),
      timeline: moments.map(({ partnerId, text, ...moment }) => ({
        ...moment,
        ...shown(partnerId),
        text: moment.kind === 'deal' && isPartner && shown(partnerId).partnerId === null ? null : text,
      })),
      claims: (await claimsOfDeal(tx, deal.id)).map(({ id, state, openedAt }) => ({
        id,
        state,
        openedAt: openedAt.toISOString(),
      })),
      contestableTo:
        deal.closedAt && contestableTo(businessDateOf(deal.closedAt, tx.zone), policy.body.claims.windowDays),
    };
  }),
);

/** Visits and leads of the client, everybody's registrations of it, what happened to the deal, what it brought. */
async function momentsOf(tx: Tx, deal: ContestedDeal): Promise<Moment[]> {
  const { clientId } = deal;
  const until = tx.now();
  const since = new Date(until.getTime() - LOOKS_BACK_MS);
  const touches = await touchesOfClients(tx, clientId ? [{ clientId, until }] : [], since);
  const registered = clientId ? await registrationsOf(tx, clientId) : [deal];
  const moments: Moment[] = [
    ...[...touches.values()].flat().map(({ at, kind, partnerId }) => moment(at, kind, partnerId)),
    ...registered.flatMap(({ registeredAt, partnerId, number }) =>
      registeredAt ? [moment(registeredAt, 'deal', partnerId, String(number))] : [],
    ),
    ...(await eventsOfDeal(tx, deal.id)).flatMap(({ at, what }) =>
      TELLING.has(what) ? [moment(at, 'happened', null, what)] : [],
    ),
    ...(await salesOfDeal(tx, deal.id)).map(({ at }) => moment(at, 'sale', null)),
  ];
  return moments.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function moment(
  at: Date,
  kind: Moment['kind'],
  partnerId: string | null,
  text: string | null = null,
): Moment {
  return { at: at.toISOString(), kind, partnerId, text };
}
