import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import { SHIPPED_POLICY, type Policy } from '../contract/policy.ts';

export interface NumberedPolicy {
  /** 0: the shipped one. */
  readonly number: number;
  readonly body: Policy;
}

/** The rules that decide now: the newest published, or the shipped ones. */
export async function currentPolicy(tx: Tx): Promise<NumberedPolicy> {
  const { rows } = await sql<NumberedPolicy>`
    SELECT number, body FROM attribution.policy WHERE workspace_id = ${tx.workspaceId}::uuid
    ORDER BY number DESC LIMIT 1`.execute(tx.db);
  return rows[0] ?? { number: 0, body: SHIPPED_POLICY };
}
