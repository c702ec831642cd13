import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Track } from '../contract/partner.ts';
import { nameKey, searchText } from '../domain/fold.ts';

export interface PartnerRecord {
  readonly id: Id<'partner'>;
  readonly name: string;
  readonly externalId: string | null;
  readonly purpose: string | null;
  readonly track: Track;
  readonly ownerMemberId: Id<'member'> | null;
  readonly introducedByPartnerId: Id<'partner'> | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly taxNumber: string | null;
  readonly country: string | null;
  readonly site: string | null;
  readonly city: string | null;
  readonly note: string | null;
  /** The file that wrote them down first. */
  readonly importId: Id<'import_file'> | null;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
}

const COLUMNS = sql`
  id, name, external_id AS "externalId", purpose, track, owner_member_id AS "ownerMemberId",
  introduced_by_partner_id AS "introducedByPartnerId", email, phone, tax_number AS "taxNumber", country, site, city, note,
  import_id AS "importId", created_at AS "createdAt", archived_at AS "archivedAt"`;

export async function partnersById(tx: Tx, ids: readonly string[]): Promise<PartnerRecord[]> {
  const { rows } = await sql<PartnerRecord>`
    SELECT ${COLUMNS} FROM directory.partner
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return rows;
}

/** Locked against archiving and other changes until the end of the transaction. */
export async function lockPartner(tx: Tx, id: Id<'partner'>): Promise<PartnerRecord | undefined> {
  const { rows } = await sql<PartnerRecord>`
    SELECT ${COLUMNS} FROM directory.partner
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0];
}

export async function introducedBy(
  tx: Tx,
  id: Id<'partner'>,
): Promise<{ id: Id<'partner'>; name: string }[]> {
  const { rows } = await sql<{ id: Id<'partner'>; name: string }>`
    SELECT id, name FROM directory.partner
    WHERE workspace_id = ${tx.workspaceId}::uuid AND introduced_by_partner_id = ${id}
    ORDER BY created_at DESC, id LIMIT 50`.execute(tx.db);
  return rows;
}

export async function partnersByExternal(tx: Tx, externalIds: readonly string[]): Promise<PartnerRecord[]> {
  if (externalIds.length === 0) return [];
  const { rows } = await sql<PartnerRecord>`
    SELECT ${COLUMNS} FROM directory.partner
    WHERE workspace_id = ${tx.workspaceId}::uuid AND external_id = ANY(${externalIds}::text[])`.execute(
    tx.db,
  );
  return rows;
}

/** By the keys of their names (`nameKey`); several may have one. */
export async function partnersByName(tx: Tx, nameKeys: readonly string[]): Promise<PartnerRecord[]> {
  if (nameKeys.length === 0) return [];
  const { rows } = await sql<PartnerRecord>`
    SELECT ${COLUMNS} FROM directory.partner
    WHERE workspace_id = ${tx.workspaceId}::uuid AND name_key = ANY(${nameKeys}::text[])`.execute(tx.db);
  return rows;
}

/** Skips those whose external id somebody else wrote meanwhile; answers the ids that were written. */
export async function insertPartners(tx: Tx, partners: readonly PartnerRecord[]): Promise<Set<string>> {
  if (partners.length === 0) return new Set();
  const rows = partners.map((partner) => ({
    ...partner,
    searchText: searchText(partner),
    nameKey: nameKey(partner.name),
  }));
  const written = await sql<{ id: string }>`
    INSERT INTO directory.partner (workspace_id, id, name, external_id, purpose, track, owner_member_id,
      introduced_by_partner_id, email, phone, tax_number, country, site, city, note, search_text, name_key, import_id, created_at)
    SELECT ${tx.workspaceId}::uuid, r.id, r.name, r."externalId", r.purpose, r.track, r."ownerMemberId",
      r."introducedByPartnerId", r.email, r.phone, r."taxNumber", r.country, r.site, r.city, r.note, r."searchText",
      r."nameKey", r."importId", r."createdAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, name text, "externalId" text, purpose text,
      track text, "ownerMemberId" text, "introducedByPartnerId" text, email text, phone text, "taxNumber" text,
      country text, site text, city text, note text, "searchText" text, "nameKey" text, "importId" text, "createdAt" timestamptz)
    ORDER BY r."externalId"
    ON CONFLICT (workspace_id, external_id) WHERE external_id IS NOT NULL DO NOTHING
    RETURNING id`.execute(tx.db);
  return new Set(written.rows.map((row) => row.id));
}

export async function savePartners(tx: Tx, partners: readonly PartnerRecord[]): Promise<void> {
  if (partners.length === 0) return;
  const rows = partners.map((partner) => ({
    ...partner,
    searchText: searchText(partner),
    nameKey: nameKey(partner.name),
  }));
  await sql`
    UPDATE directory.partner p
    SET name = r.name, external_id = r."externalId", purpose = r.purpose, track = r.track,
        owner_member_id = r."ownerMemberId", introduced_by_partner_id = r."introducedByPartnerId", email = r.email,
        phone = r.phone, tax_number = r."taxNumber", country = r.country, site = r.site, city = r.city, note = r.note,
        search_text = r."searchText", name_key = r."nameKey", archived_at = r."archivedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, name text, "externalId" text, purpose text,
      track text, "ownerMemberId" text, "introducedByPartnerId" text, email text, phone text, "taxNumber" text,
      country text, site text, city text, note text, "searchText" text, "nameKey" text, "archivedAt" timestamptz)
    WHERE p.workspace_id = ${tx.workspaceId}::uuid AND p.id = r.id`.execute(tx.db);
}
