import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';

/** One spelling of a name. */
export interface NameRecord {
  readonly id: Id<'heard_name'>;
  readonly spoken: string;
  readonly key: string;
  /** The spelling it turned out to be. */
  readonly intoId: Id<'heard_name'> | null;
  readonly partnerId: Id<'partner'> | null;
  readonly links: readonly string[];
  readonly audienceSize: number | null;
  readonly audienceSeenOn: string | null;
  readonly setAsideAt: Date | null;
  readonly setAsideWhy: string | null;
}

const COLUMNS = sql`n.id, n.spoken, n.name_key AS key, n.into_id AS "intoId", n.partner_id AS "partnerId", n.links,
  n.audience_size::float8 AS "audienceSize", n.audience_seen_on::text AS "audienceSeenOn",
  n.set_aside_at AS "setAsideAt", n.set_aside_why AS "setAsideWhy"`;

/** The rows of these spellings, made where they were not heard before. By key. */
export async function ensureNames(
  tx: Tx,
  names: readonly { id: Id<'heard_name'>; spoken: string; key: string }[],
): Promise<Map<string, NameRecord>> {
  if (names.length === 0) return new Map();
  await sql`
    INSERT INTO recruiting.heard_name (workspace_id, id, spoken, name_key, created_at)
    SELECT ${tx.workspaceId}::uuid, r.id, r.spoken, r.key, ${tx.now()}
    FROM jsonb_to_recordset(${JSON.stringify(names)}::jsonb) AS r(id text, spoken text, key text)
    ON CONFLICT (workspace_id, name_key) DO NOTHING`.execute(tx.db);
  const { rows } = await sql<NameRecord>`
    SELECT ${COLUMNS} FROM recruiting.heard_name n
    WHERE n.workspace_id = ${tx.workspaceId}::uuid
      AND n.name_key = ANY(${names.map(({ key }) => key)}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.key, row]));
}

/** Locked till the end of the transaction, in one order. */
export async function lockNames(tx: Tx, ids: readonly string[]): Promise<Map<string, NameRecord>> {
  const { rows } = await sql<NameRecord>`
    SELECT ${COLUMNS} FROM recruiting.heard_name n
    WHERE n.workspace_id = ${tx.workspaceId}::uuid AND n.id = ANY(${ids}::text[])
    ORDER BY n.id FOR UPDATE`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function saveName(tx: Tx, one: NameRecord): Promise<void> {
  await sql`
    UPDATE recruiting.heard_name SET into_id = ${one.intoId}, partner_id = ${one.partnerId}, links = ${one.links}::text[],
      audience_size = ${one.audienceSize}, audience_seen_on = ${one.audienceSeenOn}::date,
      set_aside_at = ${one.setAsideAt}, set_aside_why = ${one.setAsideWhy}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${one.id}`.execute(tx.db);
}

/** What was merged into one spelling goes over to another. */
export async function moveSpellings(tx: Tx, from: string, to: string): Promise<void> {
  await sql`
    UPDATE recruiting.heard_name SET into_id = ${to}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND into_id = ${from}`.execute(tx.db);
}

export async function addLinks(tx: Tx, links: readonly { id: string; link: string }[]): Promise<void> {
  if (links.length === 0) return;
  await sql`
    UPDATE recruiting.heard_name n SET links = n.links || r.links
    FROM (
      SELECT g.id, array_agg(DISTINCT g.link) AS links
      FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS g(id text, link text) GROUP BY g.id
    ) r
    WHERE n.workspace_id = ${tx.workspaceId}::uuid AND n.id = r.id AND NOT r.links <@ n.links
      AND cardinality(n.links) + cardinality(r.links) <= 10`.execute(tx.db);
}

export async function insertApart(tx: Tx, oneId: string, otherId: string): Promise<void> {
  const [one, other] = oneId < otherId ? [oneId, otherId] : [otherId, oneId];
  await sql`
    INSERT INTO recruiting.name_apart (workspace_id, one_id, other_id, said_at, said_by)
    VALUES (${tx.workspaceId}::uuid, ${one}, ${other}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id, one_id, other_id) DO NOTHING`.execute(tx.db);
}

export async function apartPairs(tx: Tx): Promise<Set<string>> {
  const { rows } = await sql<{ pair: string }>`
    SELECT one_id || ' ' || other_id AS pair FROM recruiting.name_apart
    WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return new Set(rows.map(({ pair }) => pair));
}

export async function spokenOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; spoken: string }>`
    SELECT id, spoken FROM recruiting.heard_name
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ANY(${ids}::text[])`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.spoken]));
}
