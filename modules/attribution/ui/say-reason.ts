import { useFormat, useWords } from '@mosty/ui-kit';
import type { Reason } from '../contract.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Reasons that the machine gives; people give theirs in their own words. */
const BECAUSE = ['facts_came_late', 'policy_published', 'agreement_launched', 'claim_upheld', 'ruled'];

/** A reason of the engine in the reader's words: days as days, rules and roles by their names. */
export function useReason(): (reason: Reason) => string {
  const t = useWords('attribution');
  const format = useFormat();
  return ({ code, params }) => {
    const spoken = Object.entries(params).map(([name, value]) => {
      if (name === 'rule' || name === 'role') return [name, t(`${name}.${value}`)];
      return [name, typeof value === 'string' && DAY.test(value) ? format.when(value) : value];
    });
    return t(`reason.${code}`, Object.fromEntries(spoken) as Reason['params']);
  };
}

/** Why it was decided again. */
export function useBecause(): (reason: string) => string {
  const t = useWords('attribution');
  return (reason) => (BECAUSE.includes(reason) ? t(`because.${reason}`) : reason);
}
