import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { FirstStep } from '../contract/first-steps.ts';
import { prepared } from './prepared.ts';

export type StepFacts = Readonly<Record<Exclude<FirstStep, 'company'>, boolean>>;

/** Whether anything of each kind stands in the books now; what was taken back does not. */
export async function findStepFacts(tx: Tx): Promise<StepFacts> {
  const ws = sql`${tx.workspaceId}::uuid`;
  const rows = await prepared(
    tx,
    sql<StepFacts>`
    SELECT EXISTS (SELECT FROM incentives.v_scheme_version v WHERE v.workspace_id = ${ws} AND v.published_at IS NOT NULL) AS scheme,
           EXISTS (SELECT FROM directory.v_partner p WHERE p.workspace_id = ${ws} AND p.archived_at IS NULL) AS partners,
           EXISTS (SELECT FROM directory.v_client c WHERE c.workspace_id = ${ws}) AS clients,
           EXISTS (SELECT FROM deals.v_sale s WHERE s.workspace_id = ${ws}) AS sales,
           EXISTS (SELECT FROM incentives.v_accrual a JOIN deals.v_sale s ON s.workspace_id = a.workspace_id AND s.id = a.sale_id
                   WHERE a.workspace_id = ${ws} AND a.amount_minor > 0) AS accrual`,
  );
  return rows[0] as StepFacts;
}
