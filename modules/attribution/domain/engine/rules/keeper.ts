import { addDays } from '@mosty/kernel/time';
import type { RuleOf } from '../../../contract/policy.ts';
import type { Facts } from '../facts.ts';
import { nothing, WHOLE_PPM, type Says } from './says.ts';

/** Whose client it was on the day. */
export function keeper({ keeper: kept, day }: Facts, rule: RuleOf<'keeper'>): Says {
  if (!kept || (kept.sinceDay !== null && kept.sinceDay > day)) return nothing('no_keeper');
  const params = { since: kept.sinceDay ?? '' };
  const named = {
    partnerId: kept.partnerId,
    agreementId: null,
    sharePpm: WHOLE_PPM,
    reason: { code: 'keeps_client', params },
  };
  const ended =
    rule.forDays !== null && kept.sinceDay !== null && day >= addDays(kept.sinceDay, rule.forDays);
  if (!ended) return { says: 'names', named: [named] };
  const reason = { code: 'keeping_ended', params: { ...params, days: rule.forDays as number } };
  return { says: 'nothing', reason, passed: [{ ...named, reason }] };
}
