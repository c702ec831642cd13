import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Contributor } from '../contract/assets.ts';

export interface ContributorRecord {
  readonly assetId: Id<'asset'>;
  readonly memberId: Id<'member'> | null;
  readonly partnerId: Id<'partner'> | null;
  readonly what: string;
}

export async function contributorsOf(tx: Tx, assetIds: readonly string[]): Promise<ContributorRecord[]> {
  const { rows } = await sql<ContributorRecord>`
    SELECT asset_id AS "assetId", member_id AS "memberId", partner_id AS "partnerId", what FROM library.contributor
    WHERE workspace_id = ${tx.workspaceId}::uuid AND asset_id = ANY(${assetIds}::text[])
    ORDER BY asset_id, place`.execute(tx.db);
  return rows;
}

/** The whole list anew, in the order it was told. */
export async function replaceContributors(
  tx: Tx,
  assetId: string,
  told: readonly Contributor[],
): Promise<void> {
  await sql`
    DELETE FROM library.contributor WHERE workspace_id = ${tx.workspaceId}::uuid AND asset_id = ${assetId}`.execute(
    tx.db,
  );
  if (told.length === 0) return;
  await sql`
    INSERT INTO library.contributor (workspace_id, asset_id, place, member_id, partner_id, what)
    SELECT ${tx.workspaceId}::uuid, ${assetId}, place, r ->> 'memberId', r ->> 'partnerId', r ->> 'what'
    FROM jsonb_array_elements(${JSON.stringify(told)}::jsonb) WITH ORDINALITY AS t(r, place)`.execute(tx.db);
}
