import type { BluntRule } from './rule.ts';

/** From half on, the channel is one relationship and its holidays. */
const HELD_PPM = 500_000n;

export const onePartnerHoldsIt: BluntRule = {
  code: 'one_partner_holds_it',
  tone: 'bad',
  when: ({ top }) =>
    top !== null && top.sharePpm >= HELD_PPM ? { partner: top.name, sharePpm: top.sharePpm } : null,
};
