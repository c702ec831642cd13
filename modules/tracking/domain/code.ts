import { Refusal } from '@mosty/kernel/refusal';
import type { CodeKind, Stacking } from '../contract/codes.ts';
import { worstReduction } from './price.ts';

const KEY_CHARACTERS_MAX = 256;
const WHOLE_PPM = 1_000_000n;

/** The letters codes are compared by. A reader types «Март10», a till prints «МАРТ10»: they are one code. */
export function codeKey(code: string): string {
  // NFKC may write one letter as eighteen; an index takes no more than a page of them.
  return code.normalize('NFKC').trim().toLowerCase().slice(0, KEY_CHARACTERS_MAX).toWellFormed();
}

interface NewCode {
  readonly kind: CodeKind;
  readonly discountPpm: bigint;
  readonly stacking: Stacking;
}

/** What stands beside the code at the till. */
export interface Beside {
  /** The greatest reduction the company gives without a code. */
  readonly ours: bigint;
  /** The greatest other code that goes on top of any reduction. */
  readonly others: bigint;
  /** What of the price always remains. */
  readonly floorPpm: bigint;
}

interface OfAgreement {
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
}

/**
 * S0.39: rules first, then a code. S0.64: a discount must not kill the point.
 * @param ceilings the greatest discounts allowed by everybody who has a say; the strictest counts
 */
export function checkCode(
  code: NewCode,
  agreement: OfAgreement,
  ceilings: readonly (bigint | null | undefined)[],
  beside: Beside,
): Refusal | null {
  if (agreement.endedAt !== null)
    return new Refusal('not_now', 'agreements.agreement_ended', { endedAt: agreement.endedAt.toISOString() });
  if (agreement.acceptedAt === null) return new Refusal('not_now', 'tracking.agreement_not_accepted', {});
  if (code.kind === 'promo' && code.discountPpm === 0n)
    return new Refusal('invalid', 'tracking.promo_needs_discount', {});
  if (code.kind === 'referral' && code.discountPpm > 0n)
    return new Refusal('invalid', 'tracking.referral_has_no_discount', {});
  const most = strictest(ceilings);
  if (most !== null && code.discountPpm > most)
    return new Refusal('not_now', 'tracking.discount_below_floor', {
      discountPpm: Number(code.discountPpm),
      maxDiscountPpm: Number(most),
    });
  return checkStacked(code, most, beside);
}

/** The price that is left when everything that may meet at the till does meet. */
function checkStacked(code: NewCode, most: bigint | null, beside: Beside): Refusal | null {
  const total = worstReduction(code, beside);
  const allowed = strictest([code.stacking === 'alone' ? null : most, WHOLE_PPM - beside.floorPpm]);
  if (code.discountPpm === 0n || allowed === null || total <= allowed) return null;
  return new Refusal('not_now', 'tracking.price_below_floor', {
    totalPpm: Number(total),
    allowedPpm: Number(allowed),
    discountPpm: Number(code.discountPpm),
  });
}

export function strictest(ceilings: readonly (bigint | null | undefined)[]): bigint | null {
  return ceilings.reduce<bigint | null>(
    (least, one) => (one == null || (least !== null && least <= one) ? least : one),
    null,
  );
}
