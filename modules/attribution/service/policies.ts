import { peopleWhoMay, permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import type { Policy } from '../contract/policy.ts';
import { rights } from '../policy.ts';
import {
  currentPolicy,
  deleteDraft,
  insertPolicy,
  lockDraft,
  lockPolicies,
  saveDraft,
} from '../store/policies.ts';

/** Writes the next rules, not in force until somebody else publishes them. Writing again replaces the draft. */
export function draftPolicy(ctx: Context, input: { readonly body: Policy; readonly reason: string }) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'policy.draft');
    const current = await currentPolicy(tx);
    if (samePolicy(current.body, input.body)) refuse('invalid', 'attribution.policy_is_the_same');
    await saveDraft(tx, input);
    tx.audit({
      verb: 'attribution.draft_policy',
      subject: tx.workspaceId,
      reason: input.reason,
      change: input.body,
    });
  });
}

export function discardPolicyDraft(ctx: Context) {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'policy.draft');
    if (!(await deleteDraft(tx))) refuse('not_found', 'attribution.no_policy_draft');
    tx.audit({ verb: 'attribution.discard_policy_draft', subject: tx.workspaceId });
  });
}

/**
 * Puts the draft in force, for every decision from now on. Who wrote it cannot publish it, except in a company with a
 * single person who may. What is open is settled again afterwards, by whoever hears of it.
 * @throws attribution.no_policy_draft, attribution.author_cannot_publish
 */
export function publishPolicy(ctx: Context): Promise<{ number: number; soleApprover: boolean }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'policy.publish');
    await lockPolicies(tx);
    const draft = (await lockDraft(tx)) ?? refuse('not_found', 'attribution.no_policy_draft');
    const isAuthor = draft.author === tx.actor.id;
    const soleApprover = isAuthor && (await peopleWhoMay(tx, rights, 'policy.publish')) <= 1;
    if (isAuthor && !soleApprover) refuse('not_permitted', 'attribution.author_cannot_publish');
    const number = (await currentPolicy(tx)).number + 1;
    const id = tx.id('policy');
    await insertPolicy(tx, { id, number, soleApprover, ...draft });
    await deleteDraft(tx);
    tx.audit({
      verb: 'attribution.publish_policy',
      subject: id,
      reason: draft.reason,
      change: { number, author: draft.author, soleApprover, body: draft.body },
    });
    tx.emit({ type: 'policy.published', policyId: id, number });
    return { number, soleApprover };
  });
}

function samePolicy(one: Policy, other: Policy): boolean {
  return sorted(one) === sorted(other);
}

/** Kept as jsonb, keys come back in another order. */
function sorted(policy: Policy): string {
  return JSON.stringify(policy, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
