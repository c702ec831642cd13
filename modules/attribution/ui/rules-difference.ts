import type { Translate } from '@mosty/ui-kit';
import type { Policy } from '../contract.ts';
import type { RuleBody } from './rule-sentence.ts';

/** What one version changed in the one before, a sentence each. */
export function changesBetween(
  from: Policy,
  to: Policy,
  t: Translate,
  sentence: (rule: RuleBody) => string,
): string[] {
  const nameOf = (rule: RuleBody) => t(`rule.${rule.rule}`);
  const was = new Map(from.rules.map((rule, place) => [rule.rule, { rule, place }]));
  const stays = new Set(to.rules.map(({ rule }) => rule));
  const removed = from.rules.filter(({ rule }) => !stays.has(rule));
  // Places among those that stay: what was removed moves nobody.
  const placesBefore = from.rules.filter(({ rule }) => stays.has(rule)).map(({ rule }) => rule);
  const placesAfter = to.rules.filter(({ rule }) => was.has(rule)).map(({ rule }) => rule);
  return [
    ...removed.map((rule) => t('rules.change.removed', { rule: nameOf(rule) })),
    ...to.rules.flatMap((rule) => {
      const before = was.get(rule.rule);
      if (!before) return [t('rules.change.added', { rule: nameOf(rule) })];
      const [place, placed] = [placesBefore.indexOf(rule.rule), placesAfter.indexOf(rule.rule)];
      const said = [sentence(before.rule), sentence(rule)];
      return [
        ...(place === placed
          ? []
          : [t('rules.change.moved', { rule: nameOf(rule), from: place + 1, to: placed + 1 })]),
        ...(said[0] === said[1]
          ? []
          : [t('rules.change.body', { rule: nameOf(rule), from: said[0] ?? '', to: said[1] ?? '' })]),
      ];
    }),
    ...(sameClaims(from, to)
      ? []
      : [t('rules.change.claims', { from: claimDays(from, t), to: claimDays(to, t) })]),
  ];
}

const sameClaims = ({ claims: one }: Policy, { claims: other }: Policy) =>
  one.windowDays === other.windowDays && one.answerDays === other.answerDays;

const claimDays = ({ claims }: Policy, t: Translate) =>
  t('rules.change.claimDays', { window: claims.windowDays, answer: claims.answerDays });
