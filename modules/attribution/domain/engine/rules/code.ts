import type { RuleOf } from '../../../contract/policy.ts';
import type { TouchFact, Facts } from '../facts.ts';
import { nothing, WHOLE_PPM, type Says } from './says.ts';

/**
 * The sale carries a partner's code. Where the policy says so it gives way to others whose touches led the client
 * here: a code picked up at the checkout brought nobody (S0.33).
 */
export function code(facts: Facts, rule: RuleOf<'code'>, touches: readonly TouchFact[]): Says {
  if (!facts.code) return nothing('no_code');
  const { partnerId } = facts.code;
  if (partnerId === null) return { says: 'unknown', reason: { code: 'code_unknown', params: {} } };
  const own = {
    partnerId,
    agreementId: facts.code.agreementId,
    sharePpm: WHOLE_PPM,
    reason: { code: 'code_in_row', params: {} },
  };
  const ledHere = touches.length > 0 && touches.every((touch) => touch.partnerId !== partnerId);
  if (rule.yieldsToTouches && ledHere) {
    const reason = { code: 'code_at_checkout', params: { touches: touches.length } };
    return { says: 'gives_way', reason, passed: [{ ...own, reason }] };
  }
  return { says: 'names', named: [own] };
}
