import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { clientsByExternalId, insertClients } from '../store/clients.ts';
import { newClient } from './import-clients.ts';

/** What a sale needs to know of its client. */
export interface SaleClient {
  readonly id: Id<'client'>;
  readonly keeperPartnerId: Id<'partner'> | null;
  /** Null with a keeper: kept from the beginning. */
  readonly keeperSince: Date | null;
  readonly firstPaidAt: Date | null;
}

/** External id → client, for those that are known. */
export async function clientsByExternal(
  tx: Tx,
  externalIds: readonly string[],
): Promise<Map<string, SaleClient>> {
  const wanted = [...new Set(externalIds)];
  const found = await clientsByExternalId(tx, wanted);
  return new Map(
    found.flatMap(({ externalId, id, keeperPartnerId, keeperSince, firstPaidAt }) =>
      externalId === null ? [] : [[externalId, { id, keeperPartnerId, keeperSince, firstPaidAt }]],
    ),
  );
}

/**
 * The same, and those nobody knows yet are written down: a sale may speak of a client before any list does. Named by
 * their external id until somebody names them. Part of recording sales: the caller has checked the right to do that.
 */
export async function ensureClients(
  tx: Tx,
  wanted: readonly { externalId: string; name?: string | undefined }[],
): Promise<Map<string, SaleClient>> {
  const names = new Map<string, string | undefined>();
  for (const { externalId, name } of wanted) names.set(externalId, names.get(externalId) ?? name);
  const known = await clientsByExternal(tx, [...names.keys()]);
  const strangers = [...names].filter(([externalId]) => !known.has(externalId));
  if (strangers.length === 0) return known;
  const rows = strangers.map(([externalId, name]) =>
    newClient(tx, { externalId, name: name?.trim() || externalId }, null),
  );
  await insertClients(tx, rows);
  // Read again: another transaction may have been first with some of them.
  const written = await clientsByExternal(
    tx,
    strangers.map(([externalId]) => externalId),
  );
  return new Map([...known, ...written]);
}
