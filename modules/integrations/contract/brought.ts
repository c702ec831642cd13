import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';

/** One partner of an import. Who, whom, for how much and what we owe always stand together (S2.31). */
export const broughtRowSchema = z.object({
  class: z.string(),
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  clients: z.int(),
  sales: z.int(),
  currency: currencySchema,
  paidMinor: minorSchema,
  returnedMinor: minorSchema,
  accruedMinor: minorSchema,
});

/** Rows of different classes are never summed (S2.3); money without a partner stands apart. */
export const broughtSchema = z.object({
  rows: z.array(broughtRowSchema),
  /** More partners than are shown. */
  more: z.int(),
  direct: z.array(
    z.object({ currency: currencySchema, sales: z.int(), clients: z.int(), paidMinor: minorSchema }),
  ),
  /** Sales that name somebody who could not be credited; they open in «Сделки». */
  uncredited: z.int(),
});
export type Brought = z.input<typeof broughtSchema>;
