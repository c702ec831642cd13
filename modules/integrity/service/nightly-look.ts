import type { Round } from '@mosty/identity';
import { businessDateOf, startOfDay } from '@mosty/kernel/time';
import { lookForFlags } from './look-for-flags.ts';

const HOUR_MS = 3_600_000;
/** Before people come, and after files of the night were taken. */
const AT_HOUR = 6;

/** At six in the morning of the company, once a day; a server that slept looks as soon as it is awake. */
export const nightlyLook: Round = {
  name: 'integrity.nightly_look',
  async run(ctx) {
    const now = ctx.clock.now();
    const six = startOfDay(businessDateOf(now, ctx.zone), ctx.zone).getTime() + AT_HOUR * HOUR_MS;
    if (now.getTime() < six) return null;
    return lookForFlags(ctx, { nightly: true });
  },
};
