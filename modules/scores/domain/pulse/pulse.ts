import type { BusinessDate } from '@mosty/kernel/time';
import type { Part } from '../../contract/parts.ts';
import type { Facts } from '../facts.ts';
import { sumOf } from '../part.ts';
import type { SilenceOf } from '../silence/silence.ts';
import { activity } from './activity.ts';
import { engagement } from './engagement.ts';
import { order } from './order.ts';
import { result } from './result.ts';

/** Pulse = 30 activity + 30 result + 20 engagement + 20 order; none of somebody who does not work with us. */
export function pulseOf(
  facts: Facts,
  silence: SilenceOf,
  today: BusinessDate,
): { readonly pulse: number | null; readonly parts: readonly Part[] } {
  if (facts.since === null) return { pulse: null, parts: [] };
  const parts = [
    activity(silence.signals, facts.since),
    result(facts, today),
    engagement(facts, today),
    order(facts),
  ];
  return { pulse: Math.round(Math.min(100, sumOf(parts))), parts };
}
