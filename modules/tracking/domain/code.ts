import { Refusal } from '@mosty/kernel/refusal';
import type { CodeKind } from '../contract/codes.ts';

const KEY_CHARACTERS_MAX = 256;

/** The letters codes are compared by. A reader types «Март10», a till prints «МАРТ10»: they are one code. */
export function codeKey(code: string): string {
  // NFKC may write one letter as eighteen; an index takes no more than a page of them.
  return code.normalize('NFKC').trim().toLowerCase().slice(0, KEY_CHARACTERS_MAX).toWellFormed();
}

interface NewCode {
  readonly kind: CodeKind;
  readonly discountPpm: bigint;
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
): Refusal | null {
  if (agreement.endedAt !== null)
    return new Refusal('not_now', 'agreements.agreement_ended', { endedAt: agreement.endedAt.toISOString() });
  if (agreement.acceptedAt === null) return new Refusal('not_now', 'tracking.agreement_not_accepted', {});
  if (code.kind === 'promo' && code.discountPpm === 0n)
    return new Refusal('invalid', 'tracking.promo_needs_discount', {});
  if (code.kind === 'referral' && code.discountPpm > 0n)
    return new Refusal('invalid', 'tracking.referral_has_no_discount', {});
  const most = strictest(ceilings);
  if (most === null || code.discountPpm <= most) return null;
  return new Refusal('not_now', 'tracking.discount_below_floor', {
    discountPpm: Number(code.discountPpm),
    maxDiscountPpm: Number(most),
  });
}

export function strictest(ceilings: readonly (bigint | null | undefined)[]): bigint | null {
  return ceilings.reduce<bigint | null>(
    (least, one) => (one == null || (least !== null && least <= one) ? least : one),
    null,
  );
}
