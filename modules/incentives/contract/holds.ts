import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';

const tag = 'incentives';
const day = z.iso.date();
const reason = z.string().trim().min(3).max(500);

export const listHolds = operation({
  id: 'listHolds',
  method: 'GET',
  path: '/holds',
  summary: 'Holds that stand: who, why, until when, how much',
  tag,
  permission: 'accrual.read',
  answer: z.object({
    items: z.array(
      z.object({
        id: idSchema('hold'),
        partnerId: idSchema('partner'),
        partnerName: z.string(),
        reason: z.string(),
        until: day,
        heldBy: z.string().nullable(),
        heldAt: instantSchema,
        accruals: z.int(),
        amountMinor: minorSchema,
        currency: currencySchema,
      }),
    ),
  }),
});

export const placeHold = operation({
  id: 'holdAccruals',
  method: 'POST',
  path: '/holds',
  summary: 'Stops accruals, or everything of a partner that is not paid, with a reason and a date',
  tag,
  permission: 'accrual.hold',
  body: z
    .strictObject({
      accrualIds: z.array(idSchema('accrual')).min(1).max(500).optional(),
      partnerId: idSchema('partner').optional(),
      reason,
      until: day,
    })
    .refine((hold) => (hold.accrualIds === undefined) !== (hold.partnerId === undefined), {
      message: 'name accruals or a partner, one of them',
      path: ['accrualIds'],
    }),
  answer: z.object({ holdIds: z.array(idSchema('hold')), held: z.int() }),
  status: 201,
});

export const liftHold = operation({
  id: 'releaseHold',
  method: 'POST',
  path: '/holds/:holdId/release',
  summary: 'Lifts a hold with a reason: its accruals are again what they were',
  tag,
  permission: 'accrual.hold',
  params: z.strictObject({ holdId: idSchema('hold') }),
  body: z.strictObject({ reason }),
  answer: z.object({ released: z.int() }),
});
