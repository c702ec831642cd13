import { queueMessage } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { defineReaction } from '@mosty/kernel/events';
import { businessDateOf } from '@mosty/kernel/time';
import * as z from 'zod';
import { requisitesLetter } from '../domain/letters.ts';
import { facesOf } from '../store/faces.ts';
import { partnersById } from '../store/partners.ts';

const changed = z.object({ partnerId: z.string(), frozenUntil: z.iso.datetime().nullable() });

/** A letter to everybody who answers on either side, when payouts were frozen by a change of account. */
export const tellFacesWhenRequisitesChanged = defineReaction({
  name: 'directory.tell-faces-when-requisites-changed',
  on: ['requisites.changed'],
  async run(tx, events) {
    for (const { body } of events) {
      const { partnerId, frozenUntil } = changed.parse(body);
      if (frozenUntil !== null) await tellFaces(tx, partnerId, new Date(frozenUntil));
    }
  },
});

async function tellFaces(tx: Tx, partnerId: string, frozenUntil: Date): Promise<void> {
  const [partner] = await partnersById(tx, [partnerId]);
  if (!partner) return;
  const addresses = new Set((await facesOf(tx, [partnerId])).flatMap((face) => face.email ?? []));
  if (partner.email) addresses.add(partner.email);
  const letter = requisitesLetter({ partner: partner.name, frozenUntil: clockText(frozenUntil, tx.zone) });
  for (const to of addresses) await queueMessage(tx, { kind: 'requisites_changed', to, letter });
}

function clockText(at: Date, zone: string): string {
  const hours = at.toLocaleTimeString('ru', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  return `${businessDateOf(at, zone)} ${hours} (${zone})`;
}
