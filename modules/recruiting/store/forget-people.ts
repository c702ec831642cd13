import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/** Who came from it, and who applied by these addresses and came to nothing: what another partner came from is its own. */
export async function forgetApplicants(
  tx: Tx,
  { partnerId, emails, called }: { partnerId: string; emails: readonly string[]; called: string },
): Promise<void> {
  await sql`
    UPDATE recruiting.application SET person = ${called}, email = id, phone = NULL, about = ${called}, introduced_by = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid 
      AND (partner_id = ${partnerId} OR (partner_id IS NULL AND lower(email) = ANY(${emails}::text[])))`.execute(
    tx.db,
  );
}

export async function forgetMet(tx: Tx, partnerId: string): Promise<void> {
  await sql`
    UPDATE recruiting.stop_meeting SET who = NULL
    WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} AND met_in <> 'partner'`.execute(
    tx.db,
  );
}
