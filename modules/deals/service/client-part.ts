import { defineClientPart, keptPartner } from '@mosty/directory';
import { insertDealEvents } from '../store/deal-events.ts';
import { dealsOfClients, holdRegistrations, lockDeals, saveDeals } from '../store/deals.ts';
import { tellDeals } from './tell-deals.ts';

/**
 * Deals of a client who turned out to be another one. What was answered to a registration stays answered; whoever
 * answers next sees the other deals of the client, and the earlier stands.
 */
defineClientPart('deals', {
  hold: holdRegistrations,
  async move(tx, { from, into }) {
    const ids = (await dealsOfClients(tx, [from])).map(({ id }) => id);
    const deals = await lockDeals(tx, ids);
    for (const partnerId of new Set(deals.flatMap((deal) => deal.partnerId ?? []).toSorted()))
      await keptPartner(tx, partnerId);
    await saveDeals(
      tx,
      deals.map((deal) => ({ ...deal, clientId: into })),
    );
    await insertDealEvents(
      tx,
      ids.map((dealId) => ({ dealId, what: 'client_merged', params: { from, into } })),
    );
    tellDeals(tx, 'deal.client_changed', deals);
    return ids;
  },
  async bringBack(tx, { from, into }, moved) {
    const ids = Array.isArray(moved) ? moved.filter((id) => typeof id === 'string') : [];
    // One that was given another client since is that client's.
    const deals = (await lockDeals(tx, ids)).filter(({ clientId }) => clientId === into);
    await saveDeals(
      tx,
      deals.map((deal) => ({ ...deal, clientId: from })),
    );
    await insertDealEvents(
      tx,
      deals.map(({ id }) => ({ dealId: id, what: 'client_parted', params: { from, into } })),
    );
    tellDeals(tx, 'deal.client_changed', deals);
  },
});
