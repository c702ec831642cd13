import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
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

export interface PublishedPolicy extends NumberedPolicy {
  readonly reason: string;
  readonly author: string | null;
  readonly publishedBy: string;
  readonly publishedAt: Date;
  readonly soleApprover: boolean;
}

/** Newest first. */
export async function publishedPolicies(tx: Tx): Promise<PublishedPolicy[]> {
  const { rows } = await sql<PublishedPolicy>`
    SELECT number, body, reason, author, published_by AS "publishedBy", published_at AS "publishedAt",
           sole_approver AS "soleApprover"
    FROM attribution.policy WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY number DESC`.execute(tx.db);
  return rows;
}

/** Until the commit nobody else publishes, so the next number is free. */
export async function lockPolicies(tx: Tx): Promise<void> {
  await sql`
    SELECT pg_advisory_xact_lock(hashtextextended('attribution.policy:' || ${tx.workspaceId}, 0))`.execute(
    tx.db,
  );
}

export async function insertPolicy(
  tx: Tx,
  policy: NumberedPolicy & {
    readonly id: Id<'policy'>;
    readonly reason: string;
    readonly author: string;
    readonly soleApprover: boolean;
  },
): Promise<void> {
  await sql`
    INSERT INTO attribution.policy (workspace_id, id, number, body, reason, author, sole_approver, published_at, published_by)
    VALUES (${tx.workspaceId}::uuid, ${policy.id}, ${policy.number}, ${JSON.stringify(policy.body)}::jsonb,
      ${policy.reason}, ${policy.author}, ${policy.soleApprover}, ${tx.now()}, ${tx.actor.id})`.execute(
    tx.db,
  );
}

export interface PolicyDraft {
  readonly body: Policy;
  readonly reason: string;
  readonly author: string;
  readonly draftedAt: Date;
}

export async function readDraft(tx: Tx): Promise<PolicyDraft | undefined> {
  return draft(tx, false);
}

export async function lockDraft(tx: Tx): Promise<PolicyDraft | undefined> {
  return draft(tx, true);
}

async function draft(tx: Tx, locked: boolean): Promise<PolicyDraft | undefined> {
  const { rows } = await sql<PolicyDraft>`
    SELECT body, reason, author, drafted_at AS "draftedAt" FROM attribution.policy_draft
    WHERE workspace_id = ${tx.workspaceId}::uuid ${sql.raw(locked ? 'FOR UPDATE' : '')}`.execute(tx.db);
  return rows[0];
}

export async function saveDraft(
  tx: Tx,
  draft: { readonly body: Policy; readonly reason: string },
): Promise<void> {
  await sql`
    INSERT INTO attribution.policy_draft (workspace_id, body, reason, author, drafted_at)
    VALUES (${tx.workspaceId}::uuid, ${JSON.stringify(draft.body)}::jsonb, ${draft.reason}, ${tx.actor.id}, ${tx.now()})
    ON CONFLICT (workspace_id) DO UPDATE SET body = EXCLUDED.body, reason = EXCLUDED.reason, author = EXCLUDED.author,
      drafted_at = EXCLUDED.drafted_at`.execute(tx.db);
}

export async function deleteDraft(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM attribution.policy_draft WHERE workspace_id = ${tx.workspaceId}::uuid RETURNING author`.execute(
    tx.db,
  );
  return rows.length > 0;
}
