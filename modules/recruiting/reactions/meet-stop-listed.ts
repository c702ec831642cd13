import { defineReaction, type KeptEvent } from '@mosty/kernel/events';
import type { Id, Noun } from '@mosty/kernel/id';
import * as z from 'zod';
import { meetDeals, meetEverybody, meetInvited, meetPartners } from '../service/meet-stop-listed.ts';

const told = z.object({
  partnerId: z.string().optional(),
  partnerIds: z.array(z.string()).default([]),
  dealIds: z.array(z.string()).default([]),
  invitationId: z.string().optional(),
  approved: z.boolean().default(false),
});
const PARTNER_CAME = ['partner.created', 'partner.imported', 'requisites.changed'];

/** The doors that hold nobody: what comes in by them, or came before, is compared with the stop list and told (S0.72). */
export const meetStopListed = defineReaction({
  name: 'recruiting.meet-stop-listed',
  on: [...PARTNER_CAME, 'deal.registered', 'invitation.sent', 'stop.decided'],
  async run(tx, events) {
    const partners = events.filter(({ type }) => PARTNER_CAME.includes(type));
    await meetPartners(
      tx,
      came(partners, ({ partnerId, partnerIds }) => (partnerId ? [partnerId] : partnerIds)),
    );
    const deals = events.filter(({ type }) => type === 'deal.registered');
    await meetDeals(
      tx,
      came(deals, ({ dealIds }) => dealIds),
    );
    const invited = events.filter(({ type }) => type === 'invitation.sent');
    await meetInvited(
      tx,
      came(invited, ({ invitationId }) => (invitationId ? [invitationId] : [])),
    );
    const listed = events.filter(({ type, body }) => type === 'stop.decided' && told.parse(body).approved);
    const last = listed.at(-1);
    if (last) await meetEverybody(tx, last.at);
  },
});

/** Of whom it was told, and when first. */
function came<N extends Noun>(
  events: readonly KeptEvent[],
  idsOf: (body: z.output<typeof told>) => readonly string[],
): Map<Id<N>, Date> {
  const first = new Map<Id<N>, Date>();
  for (const { at, body } of events)
    for (const id of idsOf(told.parse(body)) as readonly Id<N>[]) if (!first.has(id)) first.set(id, at);
  return first;
}
