import {
  clientKeys,
  clientsById,
  similarClients,
  writeProspect,
  type ClientRecord,
  type KeyKind,
  type Likeness,
} from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import { refuse } from '@mosty/kernel/refusal';
import type { RegistrantClient } from '../contract/registration.ts';

export interface Recognised {
  /** Undefined: nobody we know; `write` would write them down. */
  readonly client: ClientRecord | undefined;
  /** A person should look: somebody is alike, and it is not sure that it is the same. */
  readonly looksAlike: boolean;
  readonly met: readonly KeyKind[];
}

/** Whom the words of a registration speak of: by a sure key the client we know, otherwise somebody new. */
export async function recogniseClient(tx: Tx, told: RegistrantClient): Promise<Recognised> {
  const likenesses = await similarClients(tx, told);
  const same = likenesses.find((one) => one.same);
  const best = same ?? likenesses[0];
  return {
    client: same?.client,
    looksAlike: same === undefined && likenesses.some(isAlike),
    met: best ? best.met.map(({ kind }) => kind) : [],
  };
}

/** A person of the same name works anywhere: alone it is no likeness. */
const isAlike = ({ met }: Likeness) => met.some(({ kind }) => kind !== 'person');

export async function writeClient(tx: Tx, told: RegistrantClient): Promise<ClientRecord> {
  return writeProspect(tx, told);
}

/** @throws directory.client_unknown, directory.client_merged */
export async function knownClient(tx: Tx, clientId: string): Promise<ClientRecord> {
  const [client] = await clientsById(tx, [clientId]);
  if (client?.mergedIntoId) refuse('not_now', 'directory.client_merged', { client: client.name });
  return client ?? refuse('not_found', 'directory.client_unknown', { clientId });
}

/** Why a client resembles others: for the card, where our own people decide. */
export async function likenessesOf(tx: Tx, client: ClientRecord): Promise<Likeness[]> {
  if (clientKeys(client).length === 0) return [];
  return (await similarClients(tx, client)).filter((one) => one.client.id !== client.id && isAlike(one));
}
