import { useWords } from '@mosty/ui-kit';
import type { Policy } from '../contract.ts';
import { useRuleSentence } from './rule-sentence.ts';
import classes from './attribution.module.css';

/** The rules in their order, each in a sentence. */
export function RulesInWords({ policy }: { policy: Policy }) {
  const t = useWords('attribution');
  const sentence = useRuleSentence();
  return (
    <ol className={classes.steps}>
      {policy.rules.map((rule) => (
        <li key={rule.rule}>
          <b>{t(`rule.${rule.rule}`)}</b>
          <span className={classes.small}>{sentence(rule)}</span>
        </li>
      ))}
    </ol>
  );
}
