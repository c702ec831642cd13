import type { Currency } from '@mosty/kernel/money';
import { daysBetween, type BusinessDate, type Range } from '@mosty/kernel/time';
import type { Book } from '../contract/class.ts';
import type { GapCode, Metric, Unit } from '../contract/measure.ts';

export interface Rule {
  readonly code: Metric;
  readonly version: number;
  readonly params: Readonly<Record<string, string | number | bigint>>;
}

/** A number of the report with everything it owes its reader. Days of `window` are half-open. */
export interface Measure {
  readonly metric: Metric;
  readonly class: Book | null;
  readonly unit: Unit;
  readonly value: bigint | null;
  readonly currency: Currency | null;
  readonly n: number;
  readonly of: number | null;
  readonly neededN: number;
  readonly window: Range<BusinessDate> & { readonly days: number };
  readonly rule: Rule;
  readonly gaps: readonly GapCode[];
  readonly estimate: boolean;
  readonly before: bigint | null;
}

interface Given {
  readonly metric: Metric;
  readonly class?: Book | null;
  readonly unit: Unit;
  readonly value: bigint | null;
  readonly currency?: Currency | null;
  readonly n: number;
  readonly of?: number | null;
  readonly neededN?: number;
  readonly window: Range<BusinessDate>;
  readonly version?: number;
  readonly params?: Rule['params'];
  readonly gaps?: readonly GapCode[];
  readonly estimate?: boolean;
}

/** Blanks the value where there are too few facts behind it, and says so among the gaps. */
export function measure(given: Given): Measure {
  const neededN = given.neededN ?? 0;
  const tooFew = given.n < neededN;
  const gaps = given.gaps ?? [];
  return {
    metric: given.metric,
    class: given.class ?? null,
    unit: given.unit,
    value: tooFew ? null : given.value,
    currency: given.unit === 'money' ? (given.currency ?? null) : null,
    n: given.n,
    of: given.of ?? null,
    neededN,
    window: { ...given.window, days: daysBetween(given.window.from, given.window.to) },
    rule: { code: given.metric, version: given.version ?? 1, params: given.params ?? {} },
    gaps: tooFew ? [...gaps, 'too_few'] : gaps,
    estimate: given.estimate ?? false,
    before: null,
  };
}

/** The same number with that of the period before beside it. */
export function compared(now: Measure, before: Measure): Measure {
  return { ...now, before: before.value };
}
