import type * as z from 'zod';
import { businessDate } from '@mosty/kernel/time';
import { termsSchema, type Pay, type Terms } from '../contract/terms.ts';
import { NO_PROGRESS, WHOLE_SHARE, type Facts } from './facts.ts';

type Loose = Partial<Omit<z.input<typeof termsSchema>, 'pay'>>;

/** Terms for tests: roubles, no hold, approved at once, unless told. */
export function terms(pay: Pay | readonly Pay[], rest: Loose = {}): Terms {
  return termsSchema.parse({
    format: 1,
    currency: 'RUB',
    holdDays: 0,
    ...rest,
    pay: Array.isArray(pay) ? pay : [pay],
  });
}

/** A sale of whole minor units, on the 10th of March 2026. */
export function sale(amountMinor: bigint, rest: Partial<Facts> = {}): Facts {
  return {
    amountMicro: amountMinor * 1_000_000n,
    currency: 'RUB',
    vatMicro: null,
    listMinor: null,
    day: businessDate('2026-03-10'),
    isFirst: false,
    firstPaidOn: null,
    role: 'source',
    sharesPpm: WHOLE_SHARE,
    place: 0,
    progress: NO_PROGRESS,
    ...rest,
  };
}
