import { divide, type Currency } from '@mosty/kernel/money';
import { addDays, firstDay, monthOf, type BusinessDate, type Month } from '@mosty/kernel/time';
import type { Book } from '../../contract/class.ts';
import { measure, type Measure } from '../measure.ts';

export const VALUE_NEEDED_N = 10;
/** A client's value is told for the longest of these that enough clients have lived through. */
export const HORIZONS_DAYS = [365, 180, 90] as const;
export type HorizonDays = (typeof HORIZONS_DAYS)[number];

/** The first month that is not counted: each client of the months before it has lived through the whole horizon. */
export function cohortEnd(today: BusinessDate, horizonDays: HorizonDays): Month {
  return monthOf(addDays(today, 1 - horizonDays));
}

/** Clients of the months before `cohortEnd`, and what they paid, less refunds, within the horizon. */
export interface Cohort {
  readonly horizonDays: HorizonDays;
  readonly clients: number;
  readonly paidMinor: bigint;
}

/**
 * What one client paid within a stated horizon of its first payment (S3.32: LTV only at n ≥ 10 and with the horizon).
 * Never extrapolated: a client younger than the horizon is not counted at all.
 */
export function clientValue(given: {
  readonly class: Book;
  readonly cohorts: readonly Cohort[];
  readonly currency: Currency;
  /** The first day any client came. */
  readonly since: BusinessDate;
  readonly today: BusinessDate;
}): Measure {
  const best = HORIZONS_DAYS.map((days) => given.cohorts.find((cohort) => cohort.horizonDays === days)).find(
    (cohort) => cohort !== undefined && cohort.clients >= VALUE_NEEDED_N,
  );
  const shortest = given.cohorts.find((cohort) => cohort.horizonDays === 90);
  const shown = best ?? shortest ?? { horizonDays: 90 as const, clients: 0, paidMinor: 0n };
  const to = firstDay(cohortEnd(given.today, shown.horizonDays));
  return measure({
    metric: 'client_value',
    class: given.class,
    unit: 'money',
    value: shown.clients > 0 ? divide(shown.paidMinor, BigInt(shown.clients), 'half_away_from_zero') : null,
    currency: given.currency,
    n: shown.clients,
    neededN: VALUE_NEEDED_N,
    // Days on which a counted client may have come: the horizon has passed for each of them.
    window: { from: given.since < to ? given.since : to, to },
    params: { horizonDays: shown.horizonDays },
    gaps: best ? [] : ['horizon_too_young'],
  });
}

/** Whether two values may stand side by side: both counted, over the same horizon. */
export function comparable(one: Measure, other: Measure): boolean {
  return (
    one.value !== null &&
    other.value !== null &&
    one.rule.params['horizonDays'] === other.rule.params['horizonDays']
  );
}
