import { defineReaction, type KeptEvent } from '@mosty/kernel/events';
import * as z from 'zod';
import { MET_IN } from '../contract/stop-meetings.ts';
import { furthestBehind, meetAt, meetNextHere, type LookedSoFar } from '../service/meet-stop-listed.ts';

const told = z.object({
  partnerId: z.string().optional(),
  partnerIds: z.array(z.string()).default([]),
  dealIds: z.array(z.string()).default([]),
  invitationId: z.string().optional(),
  approved: z.boolean().default(false),
});
const looked = z.object({ door: z.enum(MET_IN), after: z.string(), at: z.coerce.date() });
const PARTNER_CAME = ['partner.created', 'partner.changed', 'partner.imported', 'requisites.changed'];

/**
 * The doors that hold nobody: what comes in by them, or came before, is compared with the stop list and told (S0.72).
 * Whoever came before is looked at some at a time, each part names the next one: a stop in between loses nothing.
 */
export const meetStopListed = defineReaction({
  name: 'recruiting.meet-stop-listed',
  on: [...PARTNER_CAME, 'deal.registered', 'invitation.sent', 'stop.decided', 'stop.compared_in_part'],
  async run(tx, events) {
    const of = (...types: readonly string[]) => events.filter(({ type }) => types.includes(type));
    await meetAt(
      tx,
      'partner',
      came(of(...PARTNER_CAME), ({ partnerId, partnerIds }) => (partnerId ? [partnerId] : partnerIds)),
    );
    await meetAt(
      tx,
      'deal',
      came(of('deal.registered'), ({ dealIds }) => dealIds),
    );
    await meetAt(
      tx,
      'invitation',
      came(of('invitation.sent'), ({ invitationId }) => (invitationId ? [invitationId] : [])),
    );
    const begun = of('stop.decided')
      .filter(({ body }) => told.parse(body).approved)
      .map(({ at }): LookedSoFar => ({ door: MET_IN[0], after: '', at }));
    const next = furthestBehind([
      ...begun,
      ...of('stop.compared_in_part').map(({ body }) => looked.parse(body)),
    ]);
    if (next) await meetNextHere(tx, next);
  },
});

/** Of whom it was told, and when first. */
function came(
  events: readonly KeptEvent[],
  idsOf: (body: z.output<typeof told>) => readonly string[],
): Map<string, Date> {
  const first = new Map<string, Date>();
  for (const { at, body } of events)
    for (const id of idsOf(told.parse(body))) if (!first.has(id)) first.set(id, at);
  return first;
}
