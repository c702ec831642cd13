import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/**
 * Rows of files that brought them: how to reach somebody is taken out, the rest of the row stays, and the
 * rows shown beside the mapping go with it. Found by the partner,
 * since what a file said long ago may have been changed by hand, and by whatever else leads to them.
 * @param phones as they were written: the last ten digits are looked for
 */
export async function forgetInRows(
  tx: Tx,
  { partnerId, emails, phones }: { partnerId: string; emails: readonly string[]; phones: readonly string[] },
): Promise<void> {
  await sql`
    WITH row_of AS (
      SELECT r.import_id, r.at, r.line, r.body, r.made, f.kind FROM integrations.import_row r
      JOIN integrations.import_file f ON f.workspace_id = r.workspace_id AND f.id = r.import_id
      WHERE r.workspace_id = ${tx.workspaceId}::uuid AND f.kind IN ('partners', 'clients')
        AND COALESCE(r.body ->> 'email', r.body ->> 'phone') IS NOT NULL
    ), named AS (
      SELECT external_id FROM directory.v_partner
      WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${partnerId} AND external_id IS NOT NULL
    ), reached AS (
      SELECT right(regexp_replace(phone, '\\D', '', 'g'), 10) AS key FROM unnest(${phones}::text[]) AS phone
    ), forgotten AS (
    UPDATE integrations.import_row r SET body = (r.body::jsonb - 'email' - 'phone')::json
    FROM row_of o
    WHERE r.workspace_id = ${tx.workspaceId}::uuid AND r.import_id = o.import_id AND r.at = o.at AND r.line = o.line
      AND (o.made = ${partnerId}
        OR (o.kind = 'partners' AND o.body ->> 'externalId' IN (SELECT external_id FROM named))
        OR lower(o.body ->> 'email') = ANY(${emails}::text[])
        OR right(regexp_replace(o.body ->> 'phone', '\\D', '', 'g'), 10) IN (SELECT key FROM reached WHERE length(key) >= 7))
    RETURNING r.import_id)
    UPDATE integrations.import_file SET sample = '{"rows": []}'
    WHERE workspace_id = ${tx.workspaceId}::uuid AND id IN (SELECT import_id FROM forgotten)`.execute(tx.db);
}
