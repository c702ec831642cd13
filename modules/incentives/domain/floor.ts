import { MICRO_PER_MINOR, PPM } from '@mosty/kernel/money';
import { line, type Line } from '../contract/explanation.ts';
import type { Terms } from '../contract/terms.ts';
import type { Facts } from './facts.ts';

/** Why the sale earns nothing at all under these terms; null where it may earn. */
export function earnsNothing(terms: Terms, facts: Facts): Line | null {
  if (terms.currency !== null && terms.currency !== facts.currency) {
    return line('other_currency', { currency: facts.currency, schemeCurrency: terms.currency });
  }
  if (facts.amountMicro < 0n) {
    return terms.creditNotes === 'by_client' ? null : line('credits_not_priced', {});
  }
  return dumping(terms, facts);
}

/** No dumping of self or partner: the discount must not kill the point (S0.64). */
function dumping(terms: Terms, facts: Facts): Line | null {
  const { priceMinor, maxDiscountPpm } = terms.floor;
  if (priceMinor !== null && facts.amountMicro < BigInt(priceMinor) * MICRO_PER_MINOR) {
    return line('below_floor', { amountMicro: facts.amountMicro.toString(), floorMinor: priceMinor });
  }
  if (maxDiscountPpm === null || facts.listMinor === null || facts.listMinor <= 0n) return null;
  const listMicro = facts.listMinor * MICRO_PER_MINOR;
  const givenMicro = listMicro - facts.amountMicro;
  if (givenMicro * PPM <= listMicro * BigInt(maxDiscountPpm)) return null;
  return line('discount_too_deep', {
    discountPpm: Number((givenMicro * PPM) / listMicro),
    maxPpm: maxDiscountPpm,
  });
}
