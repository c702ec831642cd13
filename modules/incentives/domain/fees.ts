import {
  addMonths,
  monthOf,
  startOfDay,
  firstDay,
  type BusinessDate,
  type Instant,
  type Month,
  type Zone,
} from '@mosty/kernel/time';
import { divide, PPM } from '@mosty/kernel/money';
import { line, type Line } from '../contract/explanation.ts';
import { fixedFee, type Terms } from '../contract/terms.ts';

/** One fixed fee that falls due: `for` is its business key within the agreement. */
export interface FeeDue {
  readonly for: Month | 'agreement';
  readonly amountMinor: bigint;
  readonly day: BusinessDate;
  readonly at: Instant;
}

/**
 * Fixed fees of an assignment that begin by `upTo`: for each month on its first day the assignment holds, and once
 * for the agreement on the first such day of all. A month that is only begun is paid whole.
 */
export function feesDue(
  termsOn: (day: BusinessDate) => Terms | null,
  assignment: { readonly validFrom: BusinessDate; readonly validTo: BusinessDate | null },
  upTo: BusinessDate,
  zone: Zone,
): FeeDue[] {
  const due: FeeDue[] = [];
  const last = assignment.validTo !== null && assignment.validTo <= upTo ? assignment.validTo : null;
  for (let month = monthOf(assignment.validFrom); ; month = addMonths(month, 1)) {
    const begins = firstDay(month);
    const day = begins < assignment.validFrom ? assignment.validFrom : begins;
    if (day > upTo || (last !== null && day >= last)) return due;
    const terms = termsOn(day);
    const fee = terms?.pay.map(fixedFee).find((found) => found !== null);
    if (!fee || fee.amountMinor === 0) continue;
    if (fee.per === 'agreement' && due.some((earlier) => earlier.for === 'agreement')) continue;
    due.push({
      for: fee.per === 'month' ? month : 'agreement',
      amountMinor: BigInt(fee.amountMinor),
      day,
      at: startOfDay(day, zone),
    });
  }
}

/** The fee with the VAT that comes on top of it, where the terms say so. */
export function priceFee(
  terms: Terms,
  fee: FeeDue,
): { readonly amountMinor: bigint; readonly lines: Line[] } {
  const lines = [line('fee', { amountMinor: Number(fee.amountMinor), for: fee.for })];
  const onTop = terms.vat.reward === 'on_top' ? BigInt(terms.vat.ratePpm) : 0n;
  if (onTop > 0n) lines.push(line('vat_on_top', { ratePpm: Number(onTop) }));
  const amountMinor = divide(fee.amountMinor * (PPM + onTop), PPM, terms.rounding);
  lines.push(line('rounded', { rounding: terms.rounding, amountMinor: Number(amountMinor) }));
  return { amountMinor, lines };
}
