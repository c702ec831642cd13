import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { sql } from 'kysely';

export interface AwaitedVersion {
  readonly agreementId: Id<'agreement'>;
  readonly kind: string;
  readonly version: number;
}

/** The newest version of each agreement that goes on, where the partner has not accepted it yet. */
export async function versionsAwaitingPartner(tx: Tx, partnerId: Id<'partner'>): Promise<AwaitedVersion[]> {
  const { rows } = await sql<AwaitedVersion>`
    SELECT a.id AS "agreementId", a.kind, v.version
    FROM agreements.agreement a
    CROSS JOIN LATERAL (
      SELECT w.id, w.version FROM agreements.agreement_version w
      WHERE w.workspace_id = a.workspace_id AND w.agreement_id = a.id ORDER BY w.version DESC LIMIT 1
    ) v
    WHERE a.workspace_id = ${tx.workspaceId}::uuid AND a.partner_id = ${partnerId} AND a.ended_at IS NULL
      AND NOT EXISTS (
        SELECT FROM agreements.acceptance c
        WHERE c.workspace_id = a.workspace_id AND c.version_id = v.id AND c.side = 'theirs')
    ORDER BY a.created_at`.execute(tx.db);
  return rows;
}
