import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate } from '@mosty/kernel/time';
import { termsSchema, type Terms } from '../contract/terms.ts';
import type { Version } from '../domain/scheme-book.ts';

export interface Scheme {
  readonly id: Id<'scheme'>;
  readonly name: string;
  readonly purpose: string | null;
  readonly archivedAt: Date | null;
}

export interface SchemeVersion extends Version {
  readonly version: number;
  readonly note: string | null;
  readonly author: string;
  readonly approver: string | null;
  readonly soleApprover: boolean;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
}

type Raw<T extends { terms: Terms }> = Omit<T, 'terms'> & { terms: unknown };
const read = <T extends { terms: Terms }>(row: Raw<T>): T =>
  ({ ...row, terms: termsSchema.parse(row.terms) }) as unknown as T;

const VERSION = sql`
  id, scheme_id AS "schemeId", version, terms, note, author, approver, sole_approver AS "soleApprover",
  created_at AS "createdAt", valid_from AS "validFrom", published_at AS "publishedAt"`;

export async function insertScheme(
  tx: Tx,
  scheme: { id: Id<'scheme'>; name: string; purpose: string | null },
): Promise<void> {
  await sql`
    INSERT INTO incentives.scheme (workspace_id, id, name, purpose, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${scheme.id}, ${scheme.name}, ${scheme.purpose}, ${tx.now()}, ${tx.actor.id})`.execute(
    tx.db,
  );
}

export async function updateScheme(tx: Tx, scheme: Scheme): Promise<void> {
  await sql`
    UPDATE incentives.scheme SET name = ${scheme.name}, purpose = ${scheme.purpose}, archived_at = ${scheme.archivedAt}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${scheme.id}`.execute(tx.db);
}

/** Locked: drafts and versions of one scheme are numbered one after another. */
export async function findScheme(tx: Tx, id: string): Promise<Scheme | undefined> {
  const { rows } = await sql<Scheme>`
    SELECT id, name, purpose, archived_at AS "archivedAt" FROM incentives.scheme
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(tx.db);
  return rows[0];
}

export async function versionsOf(tx: Tx, schemeId: string): Promise<SchemeVersion[]> {
  const { rows } = await sql<Raw<SchemeVersion>>`
    SELECT ${VERSION} FROM incentives.scheme_version
    WHERE workspace_id = ${tx.workspaceId}::uuid AND scheme_id = ${schemeId} ORDER BY version DESC`.execute(
    tx.db,
  );
  return rows.map((row) => read<SchemeVersion>(row));
}

export async function findVersion(tx: Tx, id: string): Promise<SchemeVersion | undefined> {
  const { rows } = await sql<Raw<SchemeVersion>>`
    SELECT ${VERSION} FROM incentives.scheme_version
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
  return rows[0] && read<SchemeVersion>(rows[0]);
}

export interface Draft {
  readonly id: Id<'scheme_version'>;
  readonly schemeId: Id<'scheme'>;
  readonly version: number;
  readonly terms: Terms;
  readonly note: string | null;
  readonly validFrom: BusinessDate;
}

/** There is one draft at a time: writing another replaces it, and its author. */
export async function saveDraft(tx: Tx, draft: Draft): Promise<void> {
  await sql`
    INSERT INTO incentives.scheme_version (workspace_id, id, scheme_id, version, terms, note, author, created_at, valid_from)
    VALUES (${tx.workspaceId}::uuid, ${draft.id}, ${draft.schemeId}, ${draft.version}, ${JSON.stringify(draft.terms)}::jsonb,
            ${draft.note}, ${tx.actor.id}, ${tx.now()}, ${draft.validFrom})
    ON CONFLICT (workspace_id, id) DO UPDATE
    SET terms = EXCLUDED.terms, note = EXCLUDED.note, author = EXCLUDED.author, created_at = EXCLUDED.created_at,
        valid_from = EXCLUDED.valid_from`.execute(tx.db);
}

export async function markPublished(tx: Tx, id: string, soleApprover: boolean): Promise<void> {
  await sql`
    UPDATE incentives.scheme_version
    SET approver = ${tx.actor.id}, sole_approver = ${soleApprover}, published_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

export async function publishedVersions(tx: Tx, schemeIds: readonly string[]): Promise<Version[]> {
  if (schemeIds.length === 0) return [];
  const { rows } = await sql<Raw<Version>>`
    SELECT id, scheme_id AS "schemeId", valid_from AS "validFrom", terms FROM incentives.scheme_version
    WHERE workspace_id = ${tx.workspaceId}::uuid AND scheme_id = ANY(${schemeIds}::text[]) AND published_at IS NOT NULL`.execute(
    tx.db,
  );
  return rows.map((row) => read<Version>(row));
}

export async function deleteDraft(tx: Tx, versionId: string, schemeId: string | null): Promise<void> {
  await sql`
    DELETE FROM incentives.scheme_version WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${versionId}`.execute(
    tx.db,
  );
  if (schemeId === null) return;
  await sql`DELETE FROM incentives.scheme WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${schemeId}`.execute(
    tx.db,
  );
}

export async function listSchemes(tx: Tx, archived: boolean): Promise<Scheme[]> {
  const { rows } = await sql<Scheme>`
    SELECT id, name, purpose, archived_at AS "archivedAt" FROM incentives.scheme
    WHERE workspace_id = ${tx.workspaceId}::uuid AND (archived_at IS NOT NULL) = ${archived} ORDER BY name, id LIMIT 500`.execute(
    tx.db,
  );
  return rows;
}

export async function readScheme(tx: Tx, id: string): Promise<Scheme | undefined> {
  const { rows } = await sql<Scheme>`
    SELECT id, name, purpose, archived_at AS "archivedAt" FROM incentives.scheme
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
  return rows[0];
}

export async function versionsOfAll(tx: Tx, schemeIds: readonly string[]): Promise<SchemeVersion[]> {
  const { rows } = await sql<Raw<SchemeVersion>>`
    SELECT ${VERSION} FROM incentives.scheme_version
    WHERE workspace_id = ${tx.workspaceId}::uuid AND scheme_id = ANY(${schemeIds}::text[]) ORDER BY version DESC`.execute(
    tx.db,
  );
  return rows.map((row) => read<SchemeVersion>(row));
}
