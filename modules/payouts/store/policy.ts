import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';

/** How the company pays. */
export interface PayoutPolicy {
  /** Day of the next month by which a month's earnings are paid. */
  readonly payDay: number;
  readonly silenceDays: number;
  readonly secondApproverAboveMinor: bigint | null;
  readonly requisites: 'verified' | 'not_asked';
  readonly payer: Readonly<Record<string, string>> | null;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
}

/** 30 days to object: what the law gives a principal unless agreed otherwise (Civil Code of Russia, 1008). */
const DEFAULT: PayoutPolicy = {
  payDay: 10,
  silenceDays: 30,
  secondApproverAboveMinor: null,
  requisites: 'verified',
  payer: null,
  changedAt: null,
  changedBy: null,
};

export async function readPolicy(tx: Tx): Promise<PayoutPolicy> {
  const { rows } = await sql<PayoutPolicy>`
    SELECT pay_day AS "payDay", silence_days AS "silenceDays", second_approver_above_minor AS "secondApproverAboveMinor",
           requisites, payer, changed_at AS "changedAt", changed_by AS "changedBy"
    FROM payouts.policy WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  return rows[0] ?? DEFAULT;
}

export async function savePolicy(
  tx: Tx,
  policy: Omit<PayoutPolicy, 'changedAt' | 'changedBy'>,
): Promise<void> {
  await sql`
    INSERT INTO payouts.policy (workspace_id, pay_day, silence_days, second_approver_above_minor, requisites, payer,
      changed_at, changed_by)
    VALUES (${tx.workspaceId}::uuid, ${policy.payDay}, ${policy.silenceDays}, ${policy.secondApproverAboveMinor},
      ${policy.requisites}, ${policy.payer === null ? null : JSON.stringify(policy.payer)}::jsonb, ${tx.now()}, ${tx.actor.id})
    ON CONFLICT (workspace_id) DO UPDATE
    SET pay_day = EXCLUDED.pay_day, silence_days = EXCLUDED.silence_days,
        second_approver_above_minor = EXCLUDED.second_approver_above_minor, requisites = EXCLUDED.requisites,
        payer = EXCLUDED.payer, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by`.execute(
    tx.db,
  );
}
