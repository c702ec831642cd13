import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { PostbackView } from '../contract/postbacks.ts';
import type { ClickBehind, ClickOwner } from '../domain/postback-calls.ts';
import type { Health } from './endpoints.ts';

export interface PostbackRecord extends Health {
  readonly id: Id<'postback'>;
  readonly partnerId: Id<'partner'>;
  readonly about: PostbackView['about'];
  readonly url: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

const COLUMNS = sql`
  id, partner_id AS "partnerId", about, url, state, off_because AS "offBecause", failing_since AS "failingSince",
  last_success_at AS "lastSuccessAt", created_at AS "createdAt", created_by AS "createdBy"`;

function select(tx: Tx, more: RawBuilder<unknown>): Promise<{ rows: PostbackRecord[] }> {
  return sql<PostbackRecord>`
    SELECT ${COLUMNS} FROM webhooks.postback
    WHERE workspace_id = ${tx.workspaceId}::uuid AND removed_at IS NULL ${more}`.execute(tx.db);
}

export async function listPostbacks(tx: Tx, partnerId: string | null): Promise<PostbackRecord[]> {
  const of = partnerId === null ? sql`` : sql`AND partner_id = ${partnerId}`;
  return (await select(tx, sql`${of} ORDER BY created_at, id`)).rows;
}

export async function findPostback(tx: Tx, id: string): Promise<PostbackRecord | undefined> {
  return (await select(tx, sql`AND id = ${id}`)).rows[0];
}

export async function lockPostback(tx: Tx, id: string): Promise<PostbackRecord | undefined> {
  return (await select(tx, sql`AND id = ${id} FOR UPDATE`)).rows[0];
}

export async function insertPostback(tx: Tx, postback: PostbackRecord): Promise<void> {
  await sql`
    INSERT INTO webhooks.postback (workspace_id, id, partner_id, about, url, state, created_at, created_by)
    VALUES (${tx.workspaceId}::uuid, ${postback.id}, ${postback.partnerId}, ${postback.about}, ${postback.url},
            ${postback.state}, ${postback.createdAt}, ${postback.createdBy})`.execute(tx.db);
}

export async function savePostback(tx: Tx, postback: PostbackRecord): Promise<void> {
  await sql`
    UPDATE webhooks.postback
    SET state = ${postback.state}, off_because = ${postback.offBecause}, failing_since = ${postback.failingSince},
        last_success_at = ${postback.lastSuccessAt}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${postback.id}`.execute(tx.db);
}

export async function endPostback(tx: Tx, id: string): Promise<void> {
  await sql`
    UPDATE webhooks.postback SET removed_at = ${tx.now()}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db);
}

/** Told once and for good: a click that was named with a sale stays behind it. */
export async function keepClicks(tx: Tx, clicks: readonly ClickBehind[]): Promise<void> {
  if (clicks.length === 0) return;
  await sql`
    INSERT INTO webhooks.click_behind (workspace_id, subject_id, click_id)
    SELECT ${tx.workspaceId}::uuid, c."subjectId", c."clickId"
    FROM jsonb_to_recordset(${JSON.stringify(clicks)}::jsonb) AS c("subjectId" text, "clickId" text)
    ON CONFLICT DO NOTHING`.execute(tx.db);
}

export async function keepOwners(tx: Tx, owners: readonly ClickOwner[]): Promise<void> {
  if (owners.length === 0) return;
  await sql`
    INSERT INTO webhooks.click_owner (workspace_id, click_id, partner_id)
    SELECT ${tx.workspaceId}::uuid, c."clickId", c."partnerId"
    FROM jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) AS c("clickId" text, "partnerId" text)
    ON CONFLICT DO NOTHING`.execute(tx.db);
}

/** Clicks behind sales or clients in the order in which they were told; whose each is, where that is known. */
export async function clicksBehind(
  tx: Tx,
  subjectIds: readonly string[],
): Promise<(ClickBehind & { readonly partnerId: string | null })[]> {
  if (subjectIds.length === 0) return [];
  const { rows } = await sql<ClickBehind & { partnerId: string | null }>`
    SELECT b.subject_id AS "subjectId", b.click_id AS "clickId", o.partner_id AS "partnerId"
    FROM webhooks.click_behind b
    LEFT JOIN webhooks.click_owner o ON o.workspace_id = b.workspace_id AND o.click_id = b.click_id
    WHERE b.workspace_id = ${tx.workspaceId}::uuid AND b.subject_id = ANY(${subjectIds}::text[])
    ORDER BY b.told`.execute(tx.db);
  return rows;
}

/** Of these clicks, whose each is. */
export async function ownersOf(tx: Tx, clickIds: readonly string[]): Promise<Map<string, string>> {
  if (clickIds.length === 0) return new Map();
  const { rows } = await sql<ClickOwner>`
    SELECT click_id AS "clickId", partner_id AS "partnerId" FROM webhooks.click_owner
    WHERE workspace_id = ${tx.workspaceId}::uuid AND click_id = ANY(${clickIds}::text[])`.execute(tx.db);
  return new Map(rows.map(({ clickId, partnerId }) => [clickId, partnerId]));
}
