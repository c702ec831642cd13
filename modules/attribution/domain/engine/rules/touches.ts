import type { RuleOf } from '../../../contract/policy.ts';
import { isInForce } from '../../agreement.ts';
import type { Facts, TouchFact } from '../facts.ts';
import { shareTouches } from '../../../contract/share-touches.ts';
import { nothing, type Named, type Says } from './says.ts';

const DAY_MS = 86_400_000;

/** Clicks and leads of the client before the sale and inside the window, of agreements in force on the day. */
export function touchesInWindow(facts: Facts, windowDays: number): TouchFact[] {
  const until = Date.parse(facts.at);
  const since = until - windowDays * DAY_MS;
  const inForce = new Set(
    facts.agreements.filter((agreement) => isInForce(agreement, facts.day)).map((agreement) => agreement.id),
  );
  return facts.touches.filter((touch) => {
    const at = Date.parse(touch.at);
    return at >= since && at <= until && inForce.has(touch.agreementId);
  });
}

/** The links and codes that led the client here share the sale by the model of the policy. */
export function touches(facts: Facts, rule: RuleOf<'touches'>): Says {
  const counted = touchesInWindow(facts, rule.windowDays);
  if (counted.length === 0)
    return facts.touches.length === 0
      ? nothing('no_touches')
      : {
          says: 'nothing',
          reason: {
            code: 'touches_out_of_window',
            params: { touches: facts.touches.length, days: rule.windowDays },
          },
          passed: passedBy(facts.touches, [], rule.windowDays),
        };
  const named = shareTouches(counted, rule.sharing, facts.at).map(
    ({ partnerId, agreementId, sharePpm, touches: count, firstAt, lastAt }): Named => ({
      partnerId,
      agreementId,
      sharePpm,
      reason: {
        code: `touched_${rule.sharing.model}`,
        params: { touches: count, first: firstAt, last: lastAt, days: rule.windowDays },
      },
    }),
  );
  const paid = named.filter(({ sharePpm }) => sharePpm > 0n);
  const unpaid = named
    .filter(({ sharePpm }) => sharePpm === 0n)
    .map((one) => ({
      ...one,
      reason: { code: `not_${rule.sharing.model}_touch`, params: one.reason.params },
    }));
  return {
    says: 'names',
    named: paid,
    passed: [...unpaid, ...passedBy(facts.touches, counted, rule.windowDays)],
  };
}

/** Those all of whose touches did not count. */
function passedBy(all: readonly TouchFact[], counted: readonly TouchFact[], windowDays: number): Named[] {
  const heard = new Set(counted.map((touch) => touch.agreementId));
  const silent = Map.groupBy(
    all.filter((touch) => !heard.has(touch.agreementId)),
    (touch) => touch.agreementId,
  );
  return [...silent.values()].map((group) => ({
    partnerId: (group[0] as TouchFact).partnerId,
    agreementId: (group[0] as TouchFact).agreementId,
    sharePpm: 0n,
    reason: { code: 'touches_out_of_window', params: { touches: group.length, days: windowDays } },
  }));
}
