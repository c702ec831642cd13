import { useWords } from '@mosty/ui-kit';
import type { Policy, Sharing } from '../contract.ts';

export type RuleBody = Policy['rules'][number];
const PPM_IN_PERCENT = 10_000;

/** A rule in words, with its figures. */
export function useRuleSentence(): (rule: RuleBody) => string {
  const t = useWords('attribution');
  const model = useModelSentence();
  return (rule) => {
    switch (rule.rule) {
      case 'explicit_partner':
        return t('ruleSays.explicit_partner');
      case 'deal':
        return t('ruleSays.deal', {
          bypass: `${t('rules.bypass')}: ${t(`rules.bypassWords.${rule.bypass}`)}`,
        });
      case 'code':
        return t('ruleSays.code', {
          yields: t(rule.yieldsToTouches ? 'ruleSays.yields' : 'ruleSays.noYields'),
        });
      case 'touches':
        return t('ruleSays.touches', { days: rule.windowDays, model: model(rule.sharing) });
      case 'keeper':
        return rule.forDays === null ? t('ruleSays.keeper') : t('ruleSays.keeperFor', { days: rule.forDays });
    }
  };
}

export function useModelSentence(): (sharing: Sharing) => string {
  const t = useWords('attribution');
  return (sharing) =>
    t(`modelSays.${sharing.model}`, {
      first: sharing.model === 'position' ? sharing.firstPpm / PPM_IN_PERCENT : 0,
      last: sharing.model === 'position' ? sharing.lastPpm / PPM_IN_PERCENT : 0,
      days: sharing.model === 'time_decay' ? sharing.halfLifeDays : 0,
    });
}
