import { sql } from 'kysely';
import type { Kind } from '@mosty/agreements/contract';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import type { BusinessDate, Instant } from '@mosty/kernel/time';
import type {
  ASSET_SHOWS,
  ASSET_SORTS,
  AssetForm,
  AssetKind,
  AssetStage,
  AssetState,
  Content,
  MaterialLanguage,
} from '../contract/assets.ts';

export interface AssetRecord {
  readonly id: Id<'asset'>;
  readonly title: string;
  readonly about: string;
  readonly kind: AssetKind;
  readonly kinds: readonly Kind[];
  readonly stages: readonly AssetStage[];
  readonly language: MaterialLanguage;
  readonly state: AssetState;
  readonly version: number;
  readonly ownerMember: Id<'member'> | null;
  readonly confirmedOn: BusinessDate;
}

export interface AssetFound extends AssetRecord {
  readonly form: AssetForm;
  readonly link: string | null;
  readonly fileId: Id<'file'> | null;
  readonly body: string | null;
  readonly isStale: boolean;
  readonly fitsNow: boolean | null;
  readonly opens: number;
  readonly partners: number;
  readonly ownOpens: number;
  readonly clientsAfter: number;
  /** What the list is ordered by, as text. */
  readonly place: string;
}

export interface AssetFilter {
  readonly id?: string | undefined;
  readonly q?: string | undefined;
  readonly kind?: AssetKind | undefined;
  readonly for?: Kind | undefined;
  readonly show: (typeof ASSET_SHOWS)[number];
  readonly sort: (typeof ASSET_SORTS)[number];
  readonly freshSince: BusinessDate;
  /** Of a reading partner; null for our own people. */
  readonly reader: { readonly stage: AssetStage } | null;
  readonly after: Place | null;
  readonly limit: number;
}

const FIELDS = sql.raw(`a.id, a.title, a.about, a.kind, a.kinds, a.stages, a.language, a.state, a.version,
  a.owner_member AS "ownerMember", a.confirmed_on AS "confirmedOn", v.form, v.link, v.file_id AS "fileId", v.body`);

const PLACES = {
  recent: sql`to_char(x.changed_at AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSUS')`,
  used: sql`lpad(x.opens::text, 10, '0')`,
  after: sql`lpad(x."clientsAfter"::text, 10, '0')`,
};

export async function pageOfAssets(tx: Tx, asked: AssetFilter): Promise<AssetFound[]> {
  const { reader, after } = asked;
  const shown = {
    published: sql`AND a.state = 'published'`,
    stale: sql`AND a.state = 'published' AND a.confirmed_on < ${asked.freshSince}::date`,
    draft: sql`AND a.state = 'draft'`,
    archived: sql`AND a.state = 'archived'`,
    all: sql``,
  }[asked.show];
  const fits = reader
    ? sql`(cardinality(a.stages) = 0 OR ${reader.stage}::text = ANY(a.stages))`
    : sql`NULL::boolean`;
  const place = reader
    ? sql`(CASE WHEN x."fitsNow" THEN '1' ELSE '0' END) || ${PLACES.recent}`
    : PLACES[asked.sort];
  const words = asked.q ? `%${asked.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await sql<AssetFound>`
    SELECT y.* FROM (
      SELECT x.*, ${place} AS place FROM (
        SELECT ${FIELDS}, a.changed_at, a.confirmed_on < ${asked.freshSince}::date AS "isStale", ${fits} AS "fitsNow",
               ${reader ? NOT_COUNTED : counted(asked.freshSince)}
        FROM library.asset a
        JOIN library.asset_version v ON v.workspace_id = a.workspace_id AND v.asset_id = a.id AND v.version = a.version
        WHERE a.workspace_id = ${tx.workspaceId}::uuid ${shown}
          ${asked.id ? sql`AND a.id = ${asked.id}` : sql``}
          ${asked.kind ? sql`AND a.kind = ${asked.kind}` : sql``}
          ${asked.for ? sql`AND (cardinality(a.kinds) = 0 OR ${asked.for}::text = ANY(a.kinds))` : sql``}
          ${words ? sql`AND lower(a.title || ' ' || a.about) LIKE ${words}` : sql``}
      ) x
    ) y
    WHERE ${after ? sql`(y.place COLLATE "C", y.id COLLATE "C") < (${after.value}, ${after.id})` : sql`true`}
    ORDER BY y.place COLLATE "C" DESC, y.id COLLATE "C" DESC
    LIMIT ${asked.limit + 1}`.execute(tx.db);
  return rows;
}

const NOT_COUNTED = sql`0 AS opens, 0 AS partners, 0 AS "ownOpens", 0 AS "clientsAfter"`;

/**
 * Openings since the day, and clients whose first payment came on that day or later to a partner who had opened it by
 * then. A client counts once, and nothing is summed in money.
 */
function counted(since: BusinessDate) {
  return sql`
    (SELECT coalesce(sum(o.opens), 0)::int FROM library.opening o
      WHERE o.workspace_id = a.workspace_id AND o.asset_id = a.id AND o.day >= ${since}::date) AS opens,
    (SELECT count(DISTINCT o.partner_id)::int FROM library.opening o
      WHERE o.workspace_id = a.workspace_id AND o.asset_id = a.id AND o.day >= ${since}::date) AS partners,
    (SELECT coalesce(sum(o.opens), 0)::int FROM library.own_opening o
      WHERE o.workspace_id = a.workspace_id AND o.asset_id = a.id AND o.day >= ${since}::date) AS "ownOpens",
    (SELECT count(DISTINCT s.client_id)::int
      FROM (SELECT o.partner_id, min(o.day) AS since FROM library.opening o
        WHERE o.workspace_id = a.workspace_id AND o.asset_id = a.id AND o.day >= ${since}::date GROUP BY o.partner_id) o
      JOIN attribution.v_participant p ON p.workspace_id = a.workspace_id AND p.partner_id = o.partner_id
      JOIN deals.v_sale s ON s.workspace_id = a.workspace_id AND s.id = p.sale_id AND s.is_first
        AND s.occurred_at >= o.since) AS "clientsAfter"`;
}

/** Locked till the end of the transaction. */
export async function lockAsset(tx: Tx, id: string): Promise<AssetRecord | null> {
  const { rows } = await sql<AssetRecord>`
    SELECT a.id, a.title, a.about, a.kind, a.kinds, a.stages, a.language, a.state, a.version, a.owner_member AS "ownerMember",
           a.confirmed_on AS "confirmedOn"
    FROM library.asset a WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.id = ${id} FOR UPDATE`.execute(
    tx.db,
  );
  return rows[0] ?? null;
}

/** Whether the reader may see it. */
export async function isShown(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM library.asset WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
  return rows.length > 0;
}

export async function saveAsset(tx: Tx, one: AssetRecord): Promise<void> {
  await sql`
    INSERT INTO library.asset (workspace_id, id, title, about, kind, kinds, stages, language, state, version, owner_member,
      confirmed_on, confirmed_by, created_at, created_by, changed_at)
    VALUES (${tx.workspaceId}::uuid, ${one.id}, ${one.title}, ${one.about}, ${one.kind}, ${one.kinds}::text[],
      ${one.stages}::text[], ${one.language}, ${one.state}, ${one.version}, ${one.ownerMember}, ${one.confirmedOn}::date,
      ${tx.actor.id}, ${tx.now()}, ${tx.actor.id}, ${tx.now()})
    ON CONFLICT (workspace_id, id) DO UPDATE SET title = EXCLUDED.title, about = EXCLUDED.about, kind = EXCLUDED.kind,
      kinds = EXCLUDED.kinds, stages = EXCLUDED.stages, language = EXCLUDED.language, state = EXCLUDED.state,
      version = EXCLUDED.version, confirmed_on = EXCLUDED.confirmed_on, changed_at = EXCLUDED.changed_at`.execute(
    tx.db,
  );
}

export async function insertVersion(
  tx: Tx,
  asset: Pick<AssetRecord, 'id' | 'version'>,
  content: Content,
): Promise<void> {
  await sql`
    INSERT INTO library.asset_version (workspace_id, asset_id, version, form, file_id, link, body, made_at, made_by)
    VALUES (${tx.workspaceId}::uuid, ${asset.id}, ${asset.version}, ${content.form},
      ${content.form === 'file' ? content.fileId : null}, ${content.form === 'link' ? content.link : null},
      ${content.form === 'text' ? content.body : null}, ${tx.now()}, ${tx.actor.id})`.execute(tx.db);
}

export interface VersionRecord {
  readonly version: number;
  readonly form: AssetForm;
  readonly name: string | null;
  readonly fileId: Id<'file'> | null;
  readonly link: string | null;
  readonly body: string | null;
  readonly madeAt: Instant;
  readonly madeBy: string;
}

export async function versionsOf(tx: Tx, assetId: string): Promise<VersionRecord[]> {
  const { rows } = await sql<VersionRecord>`
    SELECT v.version, v.form, f.name, v.file_id AS "fileId", v.link, v.body, v.made_at AS "madeAt", v.made_by AS "madeBy"
    FROM library.asset_version v LEFT JOIN files.v_file f ON f.workspace_id = v.workspace_id AND f.id = v.file_id
    WHERE v.workspace_id = ${tx.workspaceId}::uuid AND v.asset_id = ${assetId} ORDER BY v.version DESC`.execute(
    tx.db,
  );
  return rows;
}

/** Still true today, says whoever acts. Those that are not there are not counted. */
export async function confirm(
  tx: Tx,
  table: 'asset' | 'answer',
  ids: readonly string[],
  today: BusinessDate,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    UPDATE ${sql.id('library', table)} SET confirmed_on = ${today}::date, confirmed_by = ${tx.actor.id}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[]) AND state <> 'archived'
    RETURNING id`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Files that some version of a material is made of. */
export async function filesInUse(tx: Tx, fileIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT file_id AS id FROM library.asset_version
    WHERE workspace_id = ${tx.workspaceId}::uuid AND file_id = ANY(${fileIds}::text[])`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}

/** Titles, as the journal calls materials. */
export async function titlesOfAssets(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; title: string }>`
    SELECT id, title FROM library.asset
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.title]));
}
