import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { FromFile } from '../domain/import-row.ts';
import { clientsByExternalId, clientsById, insertClients } from '../store/clients.ts';
import { newClient } from './import-clients.ts';

/** What a sale needs to know of its client. */
export interface SaleClient {
  readonly id: Id<'client'>;
  readonly keeperPartnerId: Id<'partner'> | null;
  /** Null with a keeper: kept from the beginning. */
  readonly keeperSince: Date | null;
  /** Before the sale that is told of now. */
  readonly firstPaidAt: Date | null;
  /** Written down just now, with the first payment that was told. */
  readonly isNew: boolean;
}

/** External id → client, for those that are known. */
export async function clientsByExternal(
  tx: Tx,
  externalIds: readonly string[],
): Promise<Map<string, SaleClient>> {
  const wanted = [...new Set(externalIds)];
  const found = await clientsByExternalId(tx, wanted);
  // Whoever turned out to be somebody else is known by both numbers.
  const merged = found.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
  const others = new Map(
    merged.length > 0 ? (await clientsById(tx, merged)).map((one) => [one.id, one] as const) : [],
  );
  return new Map(
    found.flatMap((told) => {
      const { id, keeperPartnerId, keeperSince, firstPaidAt } =
        (told.mergedIntoId && others.get(told.mergedIntoId)) ?? told;
      return told.externalId === null
        ? []
        : [[told.externalId, { id, keeperPartnerId, keeperSince, firstPaidAt, isNew: false }]];
    }),
  );
}

interface WantedClient {
  readonly externalId: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  /** Of the sale that speaks of the client; a client that is written down now is given the earliest. */
  readonly paidAt?: Date | undefined;
}

/**
 * The same, and those nobody knows yet are written down: a sale may speak of a client before any list does. Named by
 * their external id until somebody names them. Part of recording sales: the caller has checked the right to do that.
 */
export async function ensureClients(
  tx: Tx,
  wanted: readonly WantedClient[],
  { importId = null }: FromFile = {},
): Promise<Map<string, SaleClient>> {
  const byExternal = new Map<string, WantedClient>();
  for (const one of wanted) byExternal.set(one.externalId, together(byExternal.get(one.externalId), one));
  const clients = await clientsByExternal(tx, [...byExternal.keys()]);
  const rows = [...byExternal.values()].flatMap(({ externalId, name, email, paidAt }) =>
    clients.has(externalId)
      ? []
      : [
          {
            ...newClient(
              tx,
              { externalId, name: name?.trim() || externalId, email: email?.toLowerCase() },
              { importId },
            ),
            externalId,
            firstPaidAt: paidAt ?? null,
          },
        ],
  );
  const written = await insertClients(tx, rows);
  const others: string[] = [];
  for (const { id, externalId } of rows) {
    if (written.has(id))
      clients.set(externalId, {
        id,
        keeperPartnerId: null,
        keeperSince: null,
        firstPaidAt: null,
        isNew: true,
      });
    else others.push(externalId);
  }
  // Another transaction was first with these: read by a statement of its own, which sees what that one wrote.
  for (const [externalId, client] of await clientsByExternal(tx, others)) clients.set(externalId, client);
  return clients;
}

function together(had: WantedClient | undefined, told: WantedClient): WantedClient {
  if (!had) return told;
  const { paidAt } = had;
  return {
    externalId: told.externalId,
    name: had.name ?? told.name,
    email: had.email ?? told.email,
    paidAt: paidAt && (!told.paidAt || paidAt <= told.paidAt) ? paidAt : told.paidAt,
  };
}
