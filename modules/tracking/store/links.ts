import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { linkKey } from '../contract/link-address.ts';

export interface LinkRecord {
  readonly id: Id<'link'>;
  readonly key: string;
  readonly agreementId: Id<'agreement'>;
  readonly partnerId: Id<'partner'>;
  readonly domain: string | null;
  readonly destination: string;
  readonly title: string | null;
  readonly medium: string;
  readonly campaign: string | null;
  readonly content: string | null;
  readonly erid: string | null;
  readonly adLabel: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date | null;
  readonly archivedAt: Date | null;
}

const COLUMNS = sql`
  id, key, agreement_id AS "agreementId", partner_id AS "partnerId", domain, destination, title, medium, campaign, content,
  erid, ad_label AS "adLabel", created_at AS "createdAt", created_by AS "createdBy", expires_at AS "expiresAt",
  archived_at AS "archivedAt"`;

/** False when the key is somebody's already. */
export async function insertLink(tx: Tx, link: LinkRecord): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO tracking.link (workspace_id, id, key, key_fold, agreement_id, partner_id, domain, destination, title, medium,
      campaign, content, erid, ad_label, created_at, created_by, expires_at, paused_to)
    VALUES (${tx.workspaceId}::uuid, ${link.id}, ${link.key}, ${linkKey(link.key)}, ${link.agreementId}, ${link.partnerId},
      ${link.domain}, ${link.destination}, ${link.title}, ${link.medium}, ${link.campaign}, ${link.content}, ${link.erid},
      ${link.adLabel}, ${link.createdAt}, ${link.createdBy}, ${link.expiresAt},
      (SELECT leads_to FROM tracking.pause
       WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${link.partnerId}))
    ON CONFLICT (workspace_id, key_fold) DO NOTHING RETURNING id`.execute(tx.db);
  return rows.length > 0;
}

/** What the redirect keeps in memory: everything that was not archived, expired ones too. */
export async function linksNotArchived(tx: Tx): Promise<(LinkRecord & { keyFold: string })[]> {
  const { rows } = await sql<LinkRecord & { keyFold: string }>`
    SELECT ${COLUMNS}, key_fold AS "keyFold" FROM tracking.link
    WHERE workspace_id = ${tx.workspaceId}::uuid AND archived_at IS NULL`.execute(tx.db);
  return rows;
}

export async function linksByKey(
  tx: Tx,
  keys: readonly string[],
): Promise<(LinkRecord & { keyFold: string })[]> {
  const { rows } = await sql<LinkRecord & { keyFold: string }>`
    SELECT ${COLUMNS}, key_fold AS "keyFold" FROM tracking.link
    WHERE workspace_id = ${tx.workspaceId}::uuid AND key_fold = ANY(${keys}::text[])`.execute(tx.db);
  return rows;
}

/** Keys that begin with these letters, in the letters keys are compared by. */
export async function keysLike(tx: Tx, begins: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    SELECT key_fold AS key FROM tracking.link
    WHERE workspace_id = ${tx.workspaceId}::uuid AND starts_with(key_fold, ${begins})`.execute(tx.db);
  return rows.map((row) => row.key);
}

export async function lockLink(tx: Tx, id: Id<'link'>): Promise<LinkRecord | undefined> {
  const { rows } = await sql<LinkRecord>`
    SELECT ${COLUMNS} FROM tracking.link WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id} FOR UPDATE`.execute(
    tx.db,
  );
  return rows[0];
}

export async function saveLinkChange(tx: Tx, link: LinkRecord): Promise<void> {
  await sql`
    UPDATE tracking.link SET destination = ${link.destination}, title = ${link.title}, campaign = ${link.campaign},
      content = ${link.content}, erid = ${link.erid}, ad_label = ${link.adLabel}, expires_at = ${link.expiresAt},
      archived_at = ${link.archivedAt}
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${link.id}`.execute(tx.db);
}

/** All links of a partner, those that ended too, lead to one address of the company. @returns those that did not yet */
export async function neutralizeLinksOf(
  tx: Tx,
  partnerId: Id<'partner'>,
  destination: string,
): Promise<Id<'link'>[]> {
  const { rows } = await sql<{ id: Id<'link'> }>`
    UPDATE tracking.link SET neutral_to = ${destination}, archived_at = COALESCE(archived_at, ${tx.now()})
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND neutral_to IS DISTINCT FROM ${destination}
    RETURNING id`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** What working links of the company stand on: where they lead and where they answer. */
export async function placesInUse(tx: Tx): Promise<{ destination: string; domain: string | null }[]> {
  const { rows } = await sql<{ destination: string; domain: string | null }>`
    SELECT DISTINCT destination, domain FROM tracking.link
    WHERE workspace_id = ${tx.workspaceId}::uuid AND archived_at IS NULL
      AND (expires_at IS NULL OR expires_at > ${tx.now()})`.execute(tx.db);
  return rows;
}
