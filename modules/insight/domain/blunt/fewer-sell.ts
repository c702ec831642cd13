import { sharePpm } from '../share.ts';
import type { BluntRule } from './rule.ts';

/** Ten percentage points of the network stopped selling since the period before. */
const LOST_PPM = 100_000n;

export const fewerSell: BluntRule = {
  code: 'fewer_sell',
  tone: 'warn',
  when: ({ working, selling, workingBefore, sellingBefore }) => {
    const now = sharePpm(BigInt(selling), BigInt(working));
    const before = sharePpm(BigInt(sellingBefore), BigInt(workingBefore));
    if (now === null || before === null || before - now < LOST_PPM) return null;
    return { nowPpm: now, beforePpm: before };
  },
};
