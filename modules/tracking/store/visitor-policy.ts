import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { USUAL_VISITOR_POLICY, type VisitorPolicySet } from '../contract/visitor-policy.ts';

export async function findVisitorPolicy(tx: Tx): Promise<VisitorPolicySet> {
  const { rows } = await sql<VisitorPolicySet>`
    SELECT cookies, cookie_days AS "cookieDays", keep_days AS "keepDays" FROM tracking.visitor_policy
    WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return rows[0] ?? USUAL_VISITOR_POLICY;
}

export async function saveVisitorPolicy(tx: Tx, policy: VisitorPolicySet): Promise<void> {
  await sql`
    INSERT INTO tracking.visitor_policy (workspace_id, cookies, cookie_days, keep_days, set_at, set_by)
    VALUES (${tx.workspaceId}::uuid, ${policy.cookies}, ${policy.cookieDays}, ${policy.keepDays}, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id) DO UPDATE SET cookies = EXCLUDED.cookies, cookie_days = EXCLUDED.cookie_days,
      keep_days = EXCLUDED.keep_days, set_at = EXCLUDED.set_at, set_by = EXCLUDED.set_by`.execute(tx.db);
}
