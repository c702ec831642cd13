import type { Kind } from '@mosty/agreements/contract';
import type { AssetKind } from '../contract/assets.ts';
import type { Kit, KitNeed, Supplier } from '../contract/kit.ts';

/** What each kind cannot begin without (S1.53, S1.21): what it shows, says and answers with. */
const NEEDS: Readonly<Record<Kind, readonly AssetKind[]>> = {
  affiliate: ['logo', 'banner', 'text', 'walkthrough'],
  creator: ['logo', 'script', 'walkthrough', 'case'],
  ambassador: ['logo', 'script', 'case', 'presentation'],
  agent: ['script', 'presentation', 'case', 'walkthrough'],
  integrator: ['presentation', 'walkthrough', 'case', 'script'],
  consultant: ['presentation', 'case', 'text'],
  community: ['presentation', 'banner', 'case', 'text'],
  reseller: ['logo', 'presentation', 'script', 'walkthrough'],
  client: ['text', 'case'],
  ally: ['logo', 'presentation', 'case'],
};

const SUPPLIED_BY: Readonly<Record<KitNeed, Supplier>> = {
  logo: 'marketing',
  banner: 'marketing',
  presentation: 'marketing',
  script: 'partner_sales',
  text: 'partner_sales',
  case: 'partner_sales',
  walkthrough: 'product',
  answers: 'support',
  crm: 'partner_sales',
  commission: 'finance',
};

/** An alliance is not paid by the sale. */
const UNPAID: ReadonlySet<Kind> = new Set(['ally']);

/** Fewer are no base: the next question goes to a person again. */
export const ANSWERS_ENOUGH = 5;

export interface Material {
  readonly kind: AssetKind;
  /** Empty: for all. */
  readonly kinds: readonly Kind[];
  readonly isStale: boolean;
}

export interface Ways {
  /** Clients and deals have a place: somebody wrote one down. */
  readonly crm: boolean;
  /** Partners of the kind with an accepted agreement to be paid by: not an alliance. */
  readonly agreed: number;
  /** Of those, the ones no scheme in force says what they earn by. */
  readonly unpaid: number;
}

/** What is there of a kind's kit. A stale material is there and asks to be looked at; a missing one is not. */
export function kitOf(
  kind: Kind,
  partners: number,
  materials: readonly Material[],
  answers: { readonly fresh: number; readonly stale: number },
  ways: Ways,
): Kit {
  const fitting = materials.filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind));
  const stateOf = (need: AssetKind) => {
    const found = fitting.filter((material) => material.kind === need);
    if (found.length === 0) return 'missing';
    return found.some(({ isStale }) => !isStale) ? 'have' : 'stale';
  };
  const ofAnswers =
    answers.fresh >= ANSWERS_ENOUGH
      ? 'have'
      : answers.fresh + answers.stale >= ANSWERS_ENOUGH
        ? 'stale'
        : 'missing';
  const isPaid = ways.agreed > 0 && ways.unpaid === 0;
  const items: Kit['items'] = [
    { need: 'crm', state: ways.crm ? 'have' : 'missing', by: SUPPLIED_BY.crm },
    ...(UNPAID.has(kind)
      ? []
      : [
          {
            need: 'commission',
            state: isPaid ? 'have' : 'missing',
            by: SUPPLIED_BY.commission,
          } as const,
        ]),
    ...NEEDS[kind].map((need) => ({ need, state: stateOf(need), by: SUPPLIED_BY[need] }) as const),
    { need: 'answers', state: ofAnswers, by: SUPPLIED_BY.answers },
  ];
  return {
    kind,
    partners,
    have: items.filter(({ state }) => state === 'have').length,
    of: items.length,
    items,
  };
}
