import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { asArrays, type ArrayColumn } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { nameKey, searchText } from '../domain/fold.ts';
import { insertClientKeys, saveClientKeys } from './client-keys.ts';

export interface ClientRecord {
  readonly id: Id<'client'>;
  readonly name: string;
  readonly externalId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly taxNumber: string | null;
  /** Whom to speak with there. */
  readonly person: string | null;
  readonly site: string | null;
  readonly country: string | null;
  readonly segment: string | null;
  readonly keeperPartnerId: Id<'partner'> | null;
  readonly keeperSince: Date | null;
  readonly keeperReason: string | null;
  /** The file that wrote them down first. */
  readonly importId: Id<'import_file'> | null;
  readonly createdAt: Date;
  readonly firstPaidAt: Date | null;
  readonly resultConfirmedAt: Date | null;
  readonly resultEvidence: string | null;
  readonly satisfied: boolean | null;
  readonly consentAt: Date | null;
  /** It turned out to be this one; null: a client by itself. */
  readonly mergedIntoId: Id<'client'> | null;
}

export const CLIENT_COLUMNS = sql`
  id, name, external_id AS "externalId", email, phone, tax_number AS "taxNumber", person, site, country, segment,
  keeper_partner_id AS "keeperPartnerId", keeper_since AS "keeperSince", keeper_reason AS "keeperReason",
  import_id AS "importId", created_at AS "createdAt", first_paid_at AS "firstPaidAt", result_confirmed_at AS "resultConfirmedAt",
  result_evidence AS "resultEvidence", satisfied, consent_at AS "consentAt", merged_into_id AS "mergedIntoId"`;

export async function clientsById(tx: Tx, ids: readonly string[]): Promise<ClientRecord[]> {
  const { rows } = await sql<ClientRecord>`
    SELECT ${CLIENT_COLUMNS} FROM directory.client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return rows;
}

export async function lockClient(tx: Tx, id: Id<'client'>): Promise<ClientRecord | undefined> {
  const { rows } = await sql<ClientRecord>`
    SELECT ${CLIENT_COLUMNS} FROM directory.client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0];
}

export async function clientsByExternalId(tx: Tx, externalIds: readonly string[]): Promise<ClientRecord[]> {
  if (externalIds.length === 0) return [];
  const { rows } = await sql<ClientRecord>`
    SELECT ${CLIENT_COLUMNS} FROM directory.client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND external_id = ANY(${externalIds}::text[])`.execute(
    tx.db,
  );
  return rows;
}

/** By the keys of their names (`nameKey`); several may have one. */
export async function clientsByName(tx: Tx, nameKeys: readonly string[]): Promise<ClientRecord[]> {
  if (nameKeys.length === 0) return [];
  const { rows } = await sql<ClientRecord>`
    SELECT ${CLIENT_COLUMNS} FROM directory.client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND name_key = ANY(${nameKeys}::text[]) AND merged_into_id IS NULL`.execute(
    tx.db,
  );
  return rows;
}

const COLUMNS: readonly ArrayColumn<ClientRecord>[] = [
  { name: 'id', type: 'text', value: (row) => row.id },
  { name: 'name', type: 'text', value: (row) => row.name },
  { name: 'external_id', type: 'text', value: (row) => row.externalId },
  { name: 'email', type: 'text', value: (row) => row.email },
  { name: 'phone', type: 'text', value: (row) => row.phone },
  { name: 'tax_number', type: 'text', value: (row) => row.taxNumber },
  { name: 'person', type: 'text', value: (row) => row.person },
  { name: 'site', type: 'text', value: (row) => row.site },
  { name: 'country', type: 'text', value: (row) => row.country },
  { name: 'segment', type: 'text', value: (row) => row.segment },
  { name: 'keeper_partner_id', type: 'text', value: (row) => row.keeperPartnerId },
  { name: 'keeper_since', type: 'timestamptz', value: (row) => row.keeperSince?.toISOString() ?? null },
  { name: 'keeper_reason', type: 'text', value: (row) => row.keeperReason },
  { name: 'search_text', type: 'text', value: (row) => searchText(row) },
  { name: 'name_key', type: 'text', value: (row) => nameKey(row.name) },
  { name: 'import_id', type: 'text', value: (row) => row.importId },
  { name: 'created_at', type: 'timestamptz', value: (row) => row.createdAt.toISOString() },
  { name: 'first_paid_at', type: 'timestamptz', value: (row) => row.firstPaidAt?.toISOString() ?? null },
];

/** Skips those whose external id somebody else wrote meanwhile; answers the ids that were written. */
export async function insertClients(tx: Tx, clients: readonly ClientRecord[]): Promise<Set<string>> {
  if (clients.length === 0) return new Set();
  const { names, values, from } = asArrays(COLUMNS, clients);
  const written = await sql<{ id: string }>`
    INSERT INTO directory.client (workspace_id, ${names})
    SELECT ${tx.workspaceId}::uuid, ${values} FROM ${from} ORDER BY r.external_id COLLATE "C"
    ON CONFLICT (workspace_id, external_id) WHERE external_id IS NOT NULL DO NOTHING
    RETURNING id`.execute(tx.db);
  const ids = new Set(written.rows.map((row) => row.id));
  await insertClientKeys(
    tx,
    clients.filter((client) => ids.has(client.id)),
  );
  return ids;
}

/** Everything but the first payment, which deals keep with `noteFirstPayments`. */
export async function saveClients(tx: Tx, clients: readonly ClientRecord[]): Promise<void> {
  if (clients.length === 0) return;
  const rows = clients.map((client) => ({
    ...client,
    searchText: searchText(client),
    nameKey: nameKey(client.name),
  }));
  await sql`
    UPDATE directory.client c
    SET name = r.name, external_id = r."externalId", email = r.email, phone = r.phone, tax_number = r."taxNumber",
        person = r.person, site = r.site, country = r.country, segment = r.segment, keeper_partner_id = r."keeperPartnerId",
        keeper_since = r."keeperSince", keeper_reason = r."keeperReason", search_text = r."searchText",
        name_key = r."nameKey", result_confirmed_at = r."resultConfirmedAt", result_evidence = r."resultEvidence",
        satisfied = r.satisfied, consent_at = r."consentAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, name text, "externalId" text, email text,
      phone text, "taxNumber" text, person text, site text, country text, segment text, "keeperPartnerId" text,
      "keeperSince" timestamptz, "keeperReason" text, "searchText" text, "nameKey" text, "resultConfirmedAt" timestamptz, "resultEvidence" text,
      satisfied boolean, "consentAt" timestamptz)
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.id = r.id`.execute(tx.db);
  await saveClientKeys(tx, clients);
}

/** When each of the clients first paid, held until the commit. In the order of ids: two batches never wait in a circle. */
export async function lockFirstPayments(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: Id<'client'>; firstPaidAt: Date | null }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: Id<'client'>; firstPaidAt: Date | null }>`
    SELECT id, first_paid_at AS "firstPaidAt" FROM directory.client
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[]) ORDER BY id FOR UPDATE`.execute(
    tx.db,
  );
  return rows;
}

/** Keeps the least of the known first payment and those given. */
export async function lowerFirstPayments(
  tx: Tx,
  payments: readonly { clientId: string; occurredAt: Date }[],
): Promise<void> {
  if (payments.length === 0) return;
  await sql`
    UPDATE directory.client c SET first_paid_at = f.at
    FROM (SELECT p.client_id, min(p.at) AS at
          FROM unnest(${payments.map((payment) => payment.clientId)}::text[], ${payments.map((payment) => payment.occurredAt)}::timestamptz[]) AS p(client_id, at)
          GROUP BY p.client_id ORDER BY p.client_id) f
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.id = f.client_id
      AND (c.first_paid_at IS NULL OR c.first_paid_at > f.at)`.execute(tx.db);
}

export async function writeFirstPayments(
  tx: Tx,
  payments: readonly { clientId: string; occurredAt: Date | null }[],
): Promise<void> {
  if (payments.length === 0) return;
  await sql`
    UPDATE directory.client c SET first_paid_at = p.at
    FROM unnest(${payments.map((payment) => payment.clientId)}::text[], ${payments.map((payment) => payment.occurredAt)}::timestamptz[]) AS p(client_id, at)
    WHERE c.workspace_id = ${tx.workspaceId}::uuid AND c.id = p.client_id
      AND c.first_paid_at IS DISTINCT FROM p.at`.execute(tx.db);
}
