import type { Tx } from '@mosty/kernel/context';
import { clientKeys, type Described } from '../domain/client-keys.ts';
import { isSame, strongest, weightOf, type Met } from '../domain/likeness.ts';
import { keysMeeting, keysOf } from '../store/client-keys.ts';
import { clientsById, type ClientRecord } from '../store/clients.ts';

/** A client like the one described, and why it seems so. */
export interface Likeness {
  readonly client: ClientRecord;
  readonly met: readonly Met[];
  /** As far as the keys tell it is the same client; otherwise a person looks. */
  readonly same: boolean;
}

const LIKE_MAX = 10;

/**
 * Clients that may be the one described, the surest first. Looks at the whole company: whoever asks for a partner's
 * person answers for what of it is shown.
 */
export async function similarClients(tx: Tx, described: Described): Promise<Likeness[]> {
  const asked = clientKeys(described);
  const meeting = await keysMeeting(tx, asked, LIKE_MAX);
  const ids = [...new Set(meeting.map(({ clientId }) => clientId))];
  const known = Map.groupBy(await keysOf(tx, ids), ({ clientId }) => clientId);
  const clients = await clientsById(tx, ids);
  return clients
    .map((client) => {
      const met = strongest(
        meeting
          .filter(({ clientId }) => clientId === client.id)
          .map(({ kind, score }): Met => ({ kind, how: score === 1 ? 'exact' : 'close', score })),
      );
      return { client, met, same: isSame(met, asked, known.get(client.id) ?? []) };
    })
    .toSorted(
      (a, b) =>
        Number(b.same) - Number(a.same) ||
        weightOf(b.met) - weightOf(a.met) ||
        (a.client.id < b.client.id ? -1 : 1),
    )
    .slice(0, LIKE_MAX);
}
