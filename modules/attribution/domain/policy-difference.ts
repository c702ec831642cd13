import type { Policy } from '../contract/policy.ts';
import { decide } from './engine/decide.ts';
import type { Decision } from './engine/decision.ts';
import type { Facts } from './engine/facts.ts';

/** Who brings the sale, with what share, by one policy and by another. */
export interface Difference {
  readonly from: Said;
  readonly to: Said;
}

export interface Said {
  readonly rule: string | null;
  readonly sources: readonly { readonly partnerId: string; readonly sharePpm: number }[];
}

/** The same facts decided by both; null: it is all the same who is credited. Pure, so it may be tried on any history. */
export function differenceOf(facts: Facts, from: Policy, to: Policy): Difference | null {
  const was = decide(facts, from);
  const becomes = decide(facts, to);
  return partsOf(was) === partsOf(becomes) ? null : { from: said(was), to: said(becomes) };
}

function partsOf(decision: Decision): string {
  if (decision.kind !== 'credited') return decision.kind;
  return decision.participants
    .map((one) => `${one.agreement.id} ${one.role} ${one.sharePpm} ${one.leads} ${one.capMinor}`)
    .join('\n');
}

function said(decision: Decision): Said {
  return {
    rule: decision.kind === 'direct' ? null : decision.rule,
    sources:
      decision.kind === 'credited'
        ? decision.participants
            .filter(({ role }) => role === 'source')
            .map(({ partnerId, sharePpm }) => ({ partnerId, sharePpm: Number(sharePpm) }))
        : [],
  };
}
