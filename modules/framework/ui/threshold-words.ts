import { useFormat, useMe, useWords } from '@mosty/ui-kit';
import type { Crossing, Threshold } from '../contract.ts';

type Rule = Pick<Threshold, 'metric' | 'months' | 'comparison' | 'value' | 'toKind' | 'toTrack' | 'fromKind'>;

/** «Веб-партнёр → амбассадор: 10 продаж и больше за 6 месяцев». */
export function useThresholdWords(): (rule: Rule) => string {
  const t = useWords('framework');
  const amount = useMetricWords();
  const currency = useMe().workspace.currency;
  return (rule) =>
    t('thresholds.rule', {
      what: whatChanges(rule, t),
      limit: t(`thresholds.${rule.comparison}`, {
        amount: amount(rule.metric, rule.value, currency),
        count: rule.months,
      }),
    });
}

/** What the partner had on the day it was proposed. */
export function useFoundWords(): (crossing: Crossing) => string {
  const amount = useMetricWords();
  return ({ metric, found, currency }) => amount(metric, found, currency);
}

export function useChangeWords(): (rule: Pick<Rule, 'toKind' | 'toTrack' | 'fromKind'>) => string {
  const t = useWords('framework');
  return (rule) => whatChanges(rule, t);
}

function whatChanges(
  { fromKind, toKind, toTrack }: Pick<Rule, 'toKind' | 'toTrack' | 'fromKind'>,
  t: ReturnType<typeof useWords>,
): string {
  if (toTrack !== null) return t(`thresholds.to_${toTrack}`);
  const kind = (name: string | null) =>
    name === null ? t('thresholds.anyKind') : t(`agreements:kind.${name}`);
  return t('thresholds.kinds', { from: kind(fromKind), to: kind(toKind) });
}

function useMetricWords(): (metric: Rule['metric'], value: number, currency: string) => string {
  const t = useWords('framework');
  const format = useFormat();
  return (metric, value, currency) =>
    metric === 'sales' ? t('thresholds.sales', { count: value }) : format.money(value, { currency });
}
