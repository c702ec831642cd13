import type { Reason } from '../../contract.ts';
import type { DecidingRule, Policy, Rule, RuleOf } from '../../contract/policy.ts';
import { byPreference, isInForce, type AgreementFact } from '../agreement.ts';
import type { Decision, Lost, Step, Taken } from './decision.ts';
import type { Facts } from './facts.ts';
import { code } from './rules/code.ts';
import { deal, dealsInOrder } from './rules/deal.ts';
import { explicitPartner } from './rules/explicit-partner.ts';
import { keeper } from './rules/keeper.ts';
import { ruled } from './rules/ruling.ts';
import type { Named, Says } from './rules/says.ts';
import { touches, touchesInWindow } from './rules/touches.ts';

/**
 * Who brought the sale. Rules are tried in the order of the policy and the first that names somebody decides. One that
 * names somebody without an agreement in force does not pass the sale on to the next: the credit would silently go to
 * another, and the two would quarrel. The rest are still asked, so that everybody who had something to show is told
 * why it did not count. Pure: the same facts and policy give the same decision for ever.
 */
export function decide(facts: Facts, policy: Policy): Decision {
  const steps: Step[] = [];
  const lost: Lost[] = [];
  let outcome: Outcome | null = null;
  if (facts.ruling) {
    const { said, named } = ruled(facts.ruling);
    outcome = { rule: 'ruling', taken: withLeader(named.flatMap((one) => sourceOf(one, facts) ?? [])) };
    steps.push({ rule: 'ruling', said: 'decided', reason: said });
  }

  for (const rule of policy.rules) {
    const said = ask(rule, facts, policy);
    if ('passed' in said && said.passed) lost.push(...said.passed.map((one) => loses(one, rule.rule)));
    if (said.says === 'nothing') steps.push({ rule: rule.rule, said: 'nothing', reason: said.reason });
    else if (said.says === 'gives_way')
      steps.push({ rule: rule.rule, said: 'gave_way', reason: said.reason });
    else if (outcome) {
      const reason = { code: 'earlier_rule', params: { rule: outcome.rule } };
      steps.push({ rule: rule.rule, said: 'too_late', reason });
      if (said.says === 'names') lost.push(...late(said.named, outcome, rule.rule, reason));
    } else if (said.says === 'unknown') {
      outcome = { rule: rule.rule, refused: said.reason };
      steps.push({ rule: rule.rule, said: 'refused', reason: said.reason });
    } else {
      const taken = said.named.flatMap((one) => sourceOf(one, facts) ?? []);
      const refused = said.named.find((one) => sourceOf(one, facts) === null);
      if (taken.length === 0 && refused) {
        const reason = notInForce(refused, facts);
        outcome = { rule: rule.rule, refused: reason };
        steps.push({ rule: rule.rule, said: 'refused', reason });
        lost.push({ partnerId: refused.partnerId, rule: rule.rule, reason });
      } else {
        outcome = { rule: rule.rule, taken: withLeader(taken) };
        steps.push({ rule: rule.rule, said: 'decided', reason: (taken[0] as Taken).reason });
      }
    }
  }

  if (!outcome || ('taken' in outcome && outcome.taken.length === 0)) return { kind: 'direct', steps, lost };
  if ('refused' in outcome)
    return { kind: 'uncredited', rule: outcome.rule, reason: outcome.refused, steps, lost };
  const helpers = helpersOf(facts, outcome.rule === 'deal', outcome.taken);
  return {
    kind: 'credited',
    rule: outcome.rule,
    participants: [...outcome.taken, ...helpers.taken],
    steps,
    lost: [...lost, ...helpers.lost],
  };
}

type Outcome =
  /** Nobody taken: people ruled that nobody brought it. */
  | { readonly rule: DecidingRule; readonly taken: readonly Taken[] }
  | { readonly rule: DecidingRule; readonly refused: Reason };

function ask(rule: Policy['rules'][number], facts: Facts, policy: Policy): Says {
  switch (rule.rule) {
    case 'explicit_partner':
      return explicitPartner(facts);
    case 'deal':
      return deal(facts, rule);
    case 'code': {
      const heard = policy.rules.find((one): one is RuleOf<'touches'> => one.rule === 'touches');
      return code(facts, rule, heard ? touchesInWindow(facts, heard.windowDays) : []);
    }
    case 'touches':
      return touches(facts, rule);
    case 'keeper':
      return keeper(facts, rule);
  }
}

/** The agreement that the part falls under: the one named, or the preferred of those in force; null: none is. */
function sourceOf(named: Named, facts: Facts): Taken | null {
  const inForce = agreementsInForce(named, facts);
  const agreement = inForce[0];
  if (!agreement) return null;
  const { params } = named.reason;
  return {
    partnerId: named.partnerId,
    agreement,
    role: 'source',
    leads: false,
    sharePpm: named.sharePpm,
    capMinor: named.deal?.capMinor ?? null,
    dealId: named.deal?.dealId ?? null,
    reason: {
      code: named.reason.code,
      params: inForce.length > 1 ? { ...params, agreementsInForce: inForce.length } : params,
    },
  };
}

function agreementsInForce(
  { partnerId, agreementId }: { readonly partnerId: string; readonly agreementId: string | null },
  facts: Facts,
): AgreementFact[] {
  return facts.agreements
    .filter((one) => one.partnerId === partnerId && (agreementId === null || one.id === agreementId))
    .filter((one) => isInForce(one, facts.day))
    .sort(byPreference);
}

function notInForce(named: Named, facts: Facts): Reason {
  return { code: 'no_agreement_in_force', params: { ...named.reason.params, day: facts.day } };
}

/** A sale counts once, in the class of the source with the greatest share; the rules name the greatest first. */
const withLeader = (taken: readonly Taken[]): Taken[] =>
  taken.map((one, place) => ({ ...one, leads: place === 0 }));

/** Those who implement, strengthen or expand by the deal: whoever brought the sale, they did their part. */
function helpersOf(
  facts: Facts,
  byDeal: boolean,
  sources: readonly Taken[],
): { taken: Taken[]; lost: Lost[] } {
  const [first] = dealsInOrder(facts);
  if (!first || (!first.linked && !byDeal)) return { taken: [], lost: [] };
  const taken: Taken[] = [];
  const lost: Lost[] = [];
  // Who registered an expansion and is credited as having brought it is not paid for the same deed again.
  const brought = new Set(sources.map(({ agreement }) => agreement.id));
  const helpers = first.participants.filter(
    ({ role, agreementId }) => role !== 'source' && !(role === 'expand' && brought.has(agreementId)),
  );
  for (const one of helpers) {
    const reason = { code: 'deal_role', params: { number: first.number, role: one.role } };
    const [agreement] = agreementsInForce(one, facts);
    if (agreement)
      taken.push({
        partnerId: one.partnerId,
        agreement,
        role: one.role,
        leads: false,
        sharePpm: BigInt(one.sharePpm),
        capMinor: one.capMinor === null ? null : BigInt(one.capMinor),
        dealId: first.dealId,
        reason,
      });
    else
      lost.push({
        partnerId: one.partnerId,
        rule: 'deal',
        reason: { code: 'no_agreement_in_force', params: { ...reason.params, day: facts.day } },
      });
  }
  return { taken, lost };
}

function late(
  named: readonly Named[],
  outcome: { taken: readonly Taken[] } | { refused: Reason },
  rule: Rule,
  reason: Reason,
): Lost[] {
  const credited =
    'taken' in outcome ? new Set(outcome.taken.map((one) => one.partnerId)) : new Set<string>();
  return named
    .filter(({ partnerId }) => !credited.has(partnerId))
    .map(({ partnerId }) => ({ partnerId, rule, reason }));
}

const loses = ({ partnerId, reason }: Named, rule: Rule): Lost => ({ partnerId, rule, reason });
