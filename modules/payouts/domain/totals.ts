import { createHash } from 'node:crypto';
import type { Id } from '@mosty/kernel/id';
import type { Currency } from '@mosty/kernel/money';
import type { Month } from '@mosty/kernel/time';

/** One partner's month in one currency, as what we owe the partner. Below zero: the partner owes us. */
export interface MonthTotal {
  readonly partnerId: Id<'partner'>;
  readonly currency: Currency;
  readonly openingMinor: bigint;
  readonly accruedMinor: bigint;
  /** Zero or below. */
  readonly clawedBackMinor: bigint;
  readonly correctedMinor: bigint;
  readonly writtenOffMinor: bigint;
  /** What the partner gave up of what we owed it, as a positive sum. */
  readonly waivedMinor: bigint;
  readonly paidMinor: bigint;
  readonly closingMinor: bigint;
}

export type TotalPart = 'opening' | 'accrued' | 'clawedBack' | 'corrected' | 'writtenOff' | 'waived' | 'paid';

export interface Addend {
  readonly partnerId: Id<'partner'>;
  readonly currency: Currency;
  readonly part: TotalPart;
  readonly amountMinor: bigint;
}

/** Puts the parts of every partner's month together. In the order of partners and currencies, so that it hashes alike. */
export function totalsOf(addends: Iterable<Addend>): MonthTotal[] {
  const sums = new Map<
    string,
    { partnerId: Id<'partner'>; currency: Currency; parts: Map<TotalPart, bigint> }
  >();
  for (const { partnerId, currency, part, amountMinor } of addends) {
    const key = `${partnerId} ${currency}`;
    const sum = sums.get(key) ?? { partnerId, currency, parts: new Map() };
    sum.parts.set(part, (sum.parts.get(part) ?? 0n) + amountMinor);
    sums.set(key, sum);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { partnerId, currency, parts }]) => {
      const of = (part: TotalPart) => parts.get(part) ?? 0n;
      const added = of('opening') + of('accrued') + of('clawedBack') + of('corrected') + of('writtenOff');
      return {
        partnerId,
        currency,
        openingMinor: of('opening'),
        accruedMinor: of('accrued'),
        clawedBackMinor: of('clawedBack'),
        correctedMinor: of('corrected'),
        writtenOffMinor: of('writtenOff'),
        waivedMinor: of('waived'),
        paidMinor: of('paid'),
        closingMinor: added - of('waived') - of('paid'),
      };
    })
    .filter((total) => Object.values(total).some((value) => typeof value === 'bigint' && value !== 0n));
}

/** What stands before the first close of a company. */
export const FIRST_HASH = '0'.repeat(64);

/** Covers the month, every total and the close before it: none of them can be changed quietly. */
export function hashOfClose(before: string, month: Month, totals: readonly MonthTotal[]): string {
  const lines = totals.map((total) =>
    [
      total.partnerId,
      total.currency,
      total.openingMinor,
      total.accruedMinor,
      total.clawedBackMinor,
      total.correctedMinor,
      total.writtenOffMinor,
      total.paidMinor,
      total.closingMinor,
      // Months were closed before anybody could give anything up: where nothing was, their hashes stay as they are.
      ...(total.waivedMinor === 0n ? [] : [total.waivedMinor]),
    ].join('\t'),
  );
  return createHash('sha256')
    .update([before, month, ...lines].join('\n'))
    .digest('hex');
}
