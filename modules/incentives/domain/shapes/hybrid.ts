import type * as z from 'zod';
import type { hybridSchema } from '../../contract/terms.ts';
import type { Paid } from '../facts.ts';
import { payPercent } from './percent.ts';

/** The percent of a hybrid. Its fixed part comes with or without sales and is accrued by `fees.ts` (S1.39). */
export function payHybrid(pay: z.infer<typeof hybridSchema>, baseMicro: bigint): Paid {
  return payPercent({ kind: 'percent', ratePpm: pay.ratePpm }, baseMicro);
}
