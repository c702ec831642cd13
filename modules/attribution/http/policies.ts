import { namesOfMembers, permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import * as api from '../contract/policies.ts';
import { SHIPPED_POLICY } from '../contract/policy.ts';
import { rights } from '../policy.ts';
import { discardPolicyDraft, draftPolicy } from '../service/policies.ts';
import { publishedPolicies, readDraft } from '../store/policies.ts';

const SHIPPED: api.PolicyVersion = {
  number: 0,
  body: SHIPPED_POLICY,
  reason: null,
  author: null,
  publishedBy: null,
  publishedAt: null,
  soleApprover: false,
};

export const policyRoutes: readonly Served[] = [
  serve(api.getPolicy, (ctx) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'policy.read');
      const published = await publishedPolicies(tx);
      const draft = await readDraft(tx);
      const ids = [...published.flatMap((one) => [one.author, one.publishedBy]), draft?.author];
      const names = await namesOfMembers(tx, [...new Set(ids.filter((id) => id != null))]);
      const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? id));
      const versions = [
        ...published.map((one) => ({
          ...one,
          author: nameOf(one.author),
          publishedBy: nameOf(one.publishedBy),
          publishedAt: one.publishedAt.toISOString(),
        })),
        SHIPPED,
      ];
      return {
        current: versions[0] ?? SHIPPED,
        draft: draft
          ? {
              body: draft.body,
              reason: draft.reason,
              author: nameOf(draft.author),
              draftedAt: draft.draftedAt.toISOString(),
              own: draft.author === tx.actor.id,
            }
          : null,
        versions,
      };
    }),
  ),
  serve(api.draftPolicy, async (ctx, { body }) => {
    await draftPolicy(ctx, body);
    return { ok: true as const };
  }),
  serve(api.discardPolicyDraft, async (ctx) => {
    await discardPolicyDraft(ctx);
    return { ok: true as const };
  }),
];
