import type * as z from 'zod';
import { line } from '../../contract/explanation.ts';
import type { flatSchema } from '../../contract/terms.ts';
import { PICO_PER_MINOR, type Facts, type Paid } from '../facts.ts';

/**
 * A sum for each sale, however large. Risk on the company (S1.37). Per month or per agreement it is a fee, which
 * comes without sales (see `fees.ts`); the sale itself then earns nothing. A credit returns no whole sale, so it takes nothing.
 */
export function payFlat(pay: z.infer<typeof flatSchema>, facts: Facts): Paid {
  if (pay.per !== 'sale' || facts.amountMicro < 0n) {
    const why = pay.per === 'sale' ? line('flat_kept', {}) : line('paid_by_fee', {});
    return { kind: 'commission', pico: 0n, ratePpm: null, lines: [why] };
  }
  return {
    kind: 'commission',
    pico: BigInt(pay.amountMinor) * PICO_PER_MINOR,
    ratePpm: null,
    lines: [line('flat', { amountMinor: pay.amountMinor })],
  };
}
