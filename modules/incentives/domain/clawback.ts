import { divide } from '@mosty/kernel/money';
import { line, type Line } from '../contract/explanation.ts';

export interface Returned {
  /** The accrual of the sale, signed. */
  readonly earnedMinor: bigint;
  readonly saleMicro: bigint;
  /** Returned of the sale so far, this refund included. */
  readonly returnedMicro: bigint;
  /** Taken back by earlier refunds, as a positive size of an earning (same sign as `earnedMinor`). */
  readonly takenBeforeMinor: bigint;
}

/**
 * What one more refund takes back of an accrual: the share returned so far, less what was taken already. Rounding
 * the running total, not each refund, makes partial refunds add up: never above the accrual, and the last one that
 * returns everything takes exactly what is left. Half away from zero, so a full refund is the exact negative.
 */
export function clawedBack(returned: Returned): bigint {
  const { earnedMinor, saleMicro, takenBeforeMinor } = returned;
  if (saleMicro <= 0n) return returned.returnedMicro > 0n ? takenBeforeMinor - earnedMinor : 0n;
  const returnedMicro = returned.returnedMicro > saleMicro ? saleMicro : returned.returnedMicro;
  return takenBeforeMinor - divide(earnedMinor * returnedMicro, saleMicro, 'half_away_from_zero');
}

/** The same share of what the accrual was based on, with a minus; cut at a millionth of a minor unit. */
export function baseReturned(
  baseMicro: bigint,
  saleMicro: bigint,
  beforeMicro: bigint,
  afterMicro: bigint,
): bigint {
  if (saleMicro <= 0n) return 0n;
  const upTo = (micro: bigint) =>
    divide(baseMicro * (micro > saleMicro ? saleMicro : micro), saleMicro, 'toward_zero');
  return upTo(beforeMicro) - upTo(afterMicro);
}

export function clawbackLine(returned: Returned, amountMinor: bigint): Line {
  return line('clawback', {
    earnedMinor: Number(returned.earnedMinor),
    saleMicro: returned.saleMicro.toString(),
    returnedMicro: returned.returnedMicro.toString(),
    takenBeforeMinor: Number(returned.takenBeforeMinor),
    amountMinor: Number(amountMinor),
  });
}
