import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { withoutContacts, withoutNotes } from '../domain/hidden.ts';
import { missingProofs } from '../domain/proofs.ts';
import type { ClientRecord } from '../store/clients.ts';
import type { FaceRecord } from '../store/faces.ts';
import { partnersById, type PartnerRecord } from '../store/partners.ts';

interface Named {
  readonly id: Id<'partner'>;
  readonly name: string;
}

export async function presentPartner(tx: Tx, partner: PartnerRecord) {
  const names = await namesOf(tx, [partner.introducedByPartnerId]);
  return {
    ...withoutContacts(tx.actor, withoutNotes(tx.actor, partner)),
    introducedBy: named(names, partner.introducedByPartnerId),
  };
}

export function presentFace(tx: Tx, face: FaceRecord) {
  return withoutContacts(tx.actor, face);
}

export async function presentClients(tx: Tx, clients: readonly ClientRecord[]) {
  const names = await namesOf(
    tx,
    clients.map((client) => client.keeperPartnerId),
  );
  return clients.map((client) => ({
    ...withoutContacts(tx.actor, client),
    keeper: named(names, client.keeperPartnerId),
    missingProofs: missingProofs(client),
  }));
}

export async function presentClient(tx: Tx, client: ClientRecord) {
  const [presented] = await presentClients(tx, [client]);
  if (!presented) throw new Error('a list of one has one row');
  return presented;
}

async function namesOf(tx: Tx, ids: readonly (Id<'partner'> | null)[]): Promise<ReadonlyMap<string, Named>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  return new Map((await partnersById(tx, wanted)).map(({ id, name }) => [id, { id, name }]));
}

function named(names: ReadonlyMap<string, Named>, id: Id<'partner'> | null): Named | null {
  return id === null ? null : (names.get(id) ?? null);
}
