import type * as z from 'zod';
import { line } from '../../contract/explanation.ts';
import type { firstOrderSchema } from '../../contract/terms.ts';
import { PICO_PER_MINOR, type Facts, type Paid } from '../facts.ts';

/** A bonus for the client's first order. A credit is no order. */
export function payFirstOrder(pay: z.infer<typeof firstOrderSchema>, baseMicro: bigint, facts: Facts): Paid {
  if (!facts.isFirst || facts.amountMicro < 0n) {
    return { kind: 'bonus', pico: 0n, ratePpm: null, lines: [line('not_first_order', {})] };
  }
  if (pay.bonus.kind === 'flat') {
    const { amountMinor } = pay.bonus;
    return {
      kind: 'bonus',
      pico: BigInt(amountMinor) * PICO_PER_MINOR,
      ratePpm: null,
      lines: [line('first_order_flat', { amountMinor })],
    };
  }
  const { ratePpm } = pay.bonus;
  return {
    kind: 'bonus',
    pico: baseMicro * BigInt(ratePpm),
    ratePpm: BigInt(ratePpm),
    lines: [line('first_order_percent', { baseMicro: baseMicro.toString(), ratePpm })],
  };
}
