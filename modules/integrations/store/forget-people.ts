import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/** Rows of files that brought them: how to reach somebody is taken out, the rest of the row stays. */
export async function forgetInRows(
  tx: Tx,
  { emails, phones }: { emails: readonly string[]; phones: readonly string[] },
): Promise<void> {
  await sql`
    UPDATE integrations.import_row SET body = (body::jsonb - 'email' - 'phone')::json
    WHERE workspace_id = ${tx.workspaceId}::uuid AND body IS NOT NULL
      AND (lower(body ->> 'email') = ANY(${emails.map((email) => email.toLowerCase())}::text[])
        OR body ->> 'phone' = ANY(${phones}::text[]))`.execute(tx.db);
}
