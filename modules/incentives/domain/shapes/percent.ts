import type * as z from 'zod';
import { line } from '../../contract/explanation.ts';
import type { percentSchema } from '../../contract/terms.ts';
import type { Paid } from '../facts.ts';

export function payPercent(pay: z.infer<typeof percentSchema>, baseMicro: bigint): Paid {
  return {
    kind: 'commission',
    pico: baseMicro * BigInt(pay.ratePpm),
    ratePpm: BigInt(pay.ratePpm),
    lines: [line('percent', { baseMicro: baseMicro.toString(), ratePpm: pay.ratePpm })],
  };
}
