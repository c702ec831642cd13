import { queueMessage } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { businessDateOf } from '@mosty/kernel/time';
import { requisitesLetter } from '../domain/letters.ts';
import { facesOf } from '../store/faces.ts';
import { partnersById } from '../store/partners.ts';

/** A letter to everybody who answers on either side: payouts are frozen because an account changed. */
export async function tellFaces(tx: Tx, partnerId: string, frozenUntil: Date): Promise<void> {
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
