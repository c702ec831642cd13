import { divide, type Currency } from '@mosty/kernel/money';
import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import type { Book } from '../../contract/class.ts';
import type { Worth } from '../../contract/client-worth.ts';
import type { Unit } from '../../contract/measure.ts';
import { sharePpm } from '../share.ts';
import type { Window } from '../window.ts';

/** Under ten, one large client is the average and one more is ten per cent (S3.32). */
export const WORTH_NEEDED_N = 10;
/** A client is asked whether it stays when it came so long ago, and four quarters are possible. */
export const YEAR_DAYS = 365;
/** Who paid within so many days is with us still. */
export const STAYED_DAYS = 180;
/** From how many quarters with payments a client is a long one (S1.3). */
export const LONG_QUARTERS = 4;
/** A company has a handful of segments; beyond that they are tags. */
export const SEGMENTS_SHOWN = 20;

export interface Figure {
  readonly metric: Worth;
  readonly class: Book;
  readonly group: string | null;
  readonly groupName: string | null;
  readonly unit: Unit;
  readonly value: bigint | null;
  readonly before: bigint | null;
  readonly currency: Currency | null;
  readonly n: number;
  readonly of: number | null;
  readonly neededN: number;
  readonly window: Window & { readonly days: number };
  readonly horizonDays: number | null;
  readonly since: BusinessDate | null;
}

export interface Given {
  readonly metric: Worth;
  readonly class: Book;
  readonly group?: string | null;
  readonly groupName?: string | null;
  readonly unit: Unit;
  readonly value: bigint | null;
  readonly before?: bigint | null;
  readonly currency?: Currency | null;
  readonly n: number;
  readonly of?: number | null;
  readonly neededN?: number;
  readonly window: Window;
  readonly horizonDays?: number | null;
  readonly since?: BusinessDate | null;
}

/** Blanks the value where there are too few facts behind it: of a share, too few it is a share of. */
export function figure(given: Given): Figure {
  const neededN = given.neededN ?? 0;
  return {
    metric: given.metric,
    class: given.class,
    group: given.group ?? null,
    groupName: given.groupName ?? null,
    unit: given.unit,
    value: (given.of ?? given.n) < neededN ? null : given.value,
    before: given.before ?? null,
    currency: given.unit === 'money' ? (given.currency ?? null) : null,
    n: given.n,
    of: given.of ?? null,
    neededN,
    window: { ...given.window, days: daysBetween(given.window.from, given.window.to) },
    horizonDays: given.horizonDays ?? null,
    since: given.since ?? null,
  };
}

type Common = Omit<Given, 'unit' | 'value' | 'n' | 'of' | 'neededN'>;

/** An amount by its number, from ten on. */
export function average(common: Common, minor: bigint, n: number): Figure {
  const value = n > 0 ? divide(minor, BigInt(n), 'half_away_from_zero') : null;
  return figure({ ...common, unit: 'money', value, n, neededN: WORTH_NEEDED_N });
}

/** n out of `of`, from ten of those on. */
export function share(common: Common, n: number, of: number): Figure {
  return figure({
    ...common,
    unit: 'ppm',
    value: sharePpm(BigInt(n), BigInt(of)),
    n,
    of,
    neededN: WORTH_NEEDED_N,
  });
}

export function days(common: Common, value: number | null, n: number): Figure {
  return figure({
    ...common,
    unit: 'days',
    value: value === null ? null : BigInt(value),
    n,
    neededN: WORTH_NEEDED_N,
  });
}

/** How many there were: nothing is too few to be counted. */
export function count(common: Common, n: number, of: number | null = null): Figure {
  return figure({ ...common, unit: 'count', value: BigInt(n), n, of });
}

/** How much there was. */
export function sum(common: Common, minor: bigint, n: number): Figure {
  return figure({ ...common, unit: 'money', value: minor, n });
}
