import type { ReportingClass } from '../contract/class.ts';
import type { Currency } from '@mosty/kernel/money';
import { addDays, type BusinessDate } from '@mosty/kernel/time';
import { measure, type Measure } from './measure.ts';
import type { Window } from './window.ts';

/** S2.24: logos for half a year with no deal and no promise kept are logos. */
export const ILLUSION_DAYS = 180;

/** S2.34: where money is, where influence is, where only movement is. Lines of different classes stand apart. */
export interface Zones {
  readonly money: readonly Measure[];
  readonly influence: readonly Measure[];
  readonly illusion: readonly Measure[];
}

export interface ZoneFacts {
  /** Partners who brought a paid sale in the window, per class. */
  readonly sold: Readonly<Record<ReportingClass, number>>;
  /** Partners who did not bring but implemented, advised or expanded, per class. */
  readonly tookPart: Readonly<Record<ReportingClass, number>>;
  /** Allies without a sale of their own whose agreement has a promise kept within `ILLUSION_DAYS`. */
  readonly promisesKept: number;
  /** Launched, old enough, and not one paid sale in `ILLUSION_DAYS`; alliances are looked at apart. */
  readonly agreementsWithoutSales: Readonly<Record<'referral' | 'partner_sales', number>>;
  readonly logosOnly: number;
  readonly alliances: number;
  readonly contactsCalledPartners: number;
  /** Costs in the window on partners that sold nothing in it. */
  readonly spentWithoutSales: Readonly<
    Record<ReportingClass, { readonly partners: number; readonly minor: bigint }>
  >;
}

export function zonesOf(facts: ZoneFacts, currency: Currency, window: Window): Zones {
  const silent = { from: silentSince(window.to), to: window.to };
  const count = (
    metric: Measure['metric'],
    name: ReportingClass | null,
    value: number,
    of: Window = window,
  ): Measure => measure({ metric, class: name, unit: 'count', value: BigInt(value), n: value, window: of });
  const there = (line: Measure): boolean => line.value !== null && line.value !== 0n;
  const classes = ['partner_sales', 'referral', 'alliance'] as const;
  return {
    money: classes.map((name) => count('sold', name, facts.sold[name])),
    influence: [
      count('promises_kept', 'alliance', facts.promisesKept, silent),
      ...classes.map((name) => count('took_part', name, facts.tookPart[name])),
    ].filter(there),
    illusion: [
      count('agreements_without_sales', 'partner_sales', facts.agreementsWithoutSales.partner_sales, silent),
      count('agreements_without_sales', 'referral', facts.agreementsWithoutSales.referral, silent),
      measure({
        metric: 'logos_only',
        class: 'alliance',
        unit: 'count',
        value: BigInt(facts.logosOnly),
        n: facts.logosOnly,
        of: facts.alliances,
        window: silent,
        params: { days: ILLUSION_DAYS },
      }),
      count('contacts_called_partners', null, facts.contactsCalledPartners),
      ...classes.map((name) =>
        measure({
          metric: 'spent_without_sales',
          class: name,
          unit: 'money',
          value: facts.spentWithoutSales[name].minor,
          currency,
          n: facts.spentWithoutSales[name].partners,
          window,
        }),
      ),
    ].filter(there),
  };
}

/** The day since which silence counts, for a report that ends at `end`. */
export function silentSince(end: BusinessDate): BusinessDate {
  return addDays(end, -ILLUSION_DAYS);
}
