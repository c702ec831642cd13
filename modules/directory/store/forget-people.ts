import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

export interface KnownFace {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Everybody who ever spoke for the partner. */
export async function facesEverOf(tx: Tx, partnerId: string): Promise<KnownFace[]> {
  const { rows } = await sql<KnownFace>`
    SELECT name, email, phone FROM directory.face
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND side = 'theirs'`.execute(
    tx.db,
  );
  return rows;
}

export async function forgetFacesOf(tx: Tx, partnerId: string, called: string): Promise<void> {
  await sql`
    UPDATE directory.face SET name = ${called}, title = NULL, email = NULL, phone = NULL, channel = NULL, is_main = false,
      absent_until = NULL, left_at = COALESCE(left_at, ${tx.now()})
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND side = 'theirs'`.execute(
    tx.db,
  );
}

/** Of these, what also leads to another partner: to itself, or to somebody who speaks for it now. */
export async function contactsOfOthers(
  tx: Tx,
  partnerId: string,
  { emails, phones }: { readonly emails: readonly string[]; readonly phones: readonly string[] },
): Promise<{ emails: string[]; phones: string[] }> {
  const { rows } = await sql<{ emails: string[]; phones: string[] }>`
    WITH other AS (
      SELECT lower(email) AS email, ${phoneKey(sql`phone`)} AS phone FROM directory.face
      WHERE workspace_id = ${tx.workspaceId}::uuid AND (partner_id <> ${partnerId} OR side = 'ours') AND left_at IS NULL
      UNION ALL
      SELECT lower(email), ${phoneKey(sql`phone`)} FROM directory.partner
      WHERE workspace_id = ${tx.workspaceId}::uuid AND id <> ${partnerId})
    SELECT
      ARRAY(SELECT e FROM unnest(${emails}::text[]) AS e WHERE e IN (SELECT email FROM other)) AS emails,
      ARRAY(SELECT p FROM unnest(${phones}::text[]) AS p WHERE ${phoneKey(sql`p`)} IN (SELECT phone FROM other)) AS phones`.execute(
    tx.db,
  );
  return rows[0] ?? { emails: [], phones: [] };
}

/** As clients are recognised by it: the last ten digits. */
const phoneKey = (column: RawBuilder<unknown>) => sql`right(regexp_replace(${column}, '\\D', '', 'g'), 10)`;
