import { divide, PPM } from '@mosty/kernel/money';
import { line, type Line } from '../contract/explanation.ts';
import type { Terms } from '../contract/terms.ts';
import type { Facts } from './facts.ts';

export interface Base {
  readonly micro: bigint;
  readonly lines: readonly Line[];
}

/** What the rate is applied to: the amount, without the VAT inside it where the terms leave VAT out. */
export function baseOf(terms: Pick<Terms, 'vat' | 'rounding'>, facts: Facts): Base {
  const { amountMicro, currency } = facts;
  const what = line(amountMicro < 0n ? 'credit' : 'sale', { amountMicro: amountMicro.toString(), currency });
  if (terms.vat.base === 'with_vat') return { micro: amountMicro, lines: [what] };
  if (facts.vatMicro !== null) {
    const told = line('vat_told', { vatMicro: facts.vatMicro.toString() });
    return { micro: amountMicro - facts.vatMicro, lines: [what, told] };
  }
  // A price with VAT is (1 + rate) of the price without. Cut at a millionth of a kopeck.
  const rate = BigInt(terms.vat.ratePpm);
  const vatMicro = divide(amountMicro * rate, PPM + rate, terms.rounding);
  const byRate = line('vat_by_rate', { vatMicro: vatMicro.toString(), ratePpm: terms.vat.ratePpm });
  return { micro: amountMicro - vatMicro, lines: [what, byRate] };
}
