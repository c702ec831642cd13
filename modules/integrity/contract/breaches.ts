import { CLASSES } from '@mosty/agreements/contract';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { words } from './flags.ts';

const tag = 'integrity';
const rule = z.int().min(1).max(10);

export const breachSchema = z.object({
  id: idSchema('breach'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  rule,
  at: instantSchema,
  flagId: idSchema('flag').nullable(),
  note: z.string().nullable(),
  by: z.string().nullable(),
  takenBackAt: instantSchema.nullable(),
});

export const listBreaches = operation({
  id: 'listBreaches',
  method: 'GET',
  path: '/breaches',
  summary:
    'Broken rules of the code of honour by partner, beside what the partner brings, whatever it brings (S0.67)',
  tag,
  permission: 'flag.read',
  query: z.strictObject({ partnerId: idSchema('partner').optional() }),
  answer: z.object({
    items: z.array(breachSchema),
    byRule: z.array(z.object({ rule, count: z.int() })),
    partners: z.array(
      z.object({
        id: idSchema('partner'),
        name: z.string(),
        rules: z.array(z.object({ rule, count: z.int() })),
        count: z.int(),
        /** Paid in the last twelve months; books are never summed. */
        brought: z.array(
          z.object({ class: z.enum(CLASSES), currency: currencySchema, amountMinor: minorSchema }),
        ),
      }),
    ),
    can: canSchema,
  }),
});

export const recordBreach = operation({
  id: 'recordBreach',
  method: 'POST',
  path: '/breaches',
  summary: 'Write down which rule of the code was broken, by a flag or by a note',
  tag,
  permission: 'flag.raise',
  body: z
    .strictObject({
      partnerId: idSchema('partner'),
      rule,
      flagId: idSchema('flag').optional(),
      note: words.optional(),
    })
    .refine(({ flagId, note }) => flagId !== undefined || note !== undefined, {
      message: 'a breach has a flag or a note',
      path: ['note'],
    }),
  answer: z.object({ id: idSchema('breach'), rule }),
  status: 201,
});

export const takeBackBreach = operation({
  id: 'takeBackBreach',
  method: 'POST',
  path: '/breaches/:breachId/taking-back',
  summary: 'It was written down by mistake: it stays, struck out, with the reason',
  tag,
  permission: 'flag.decide',
  params: z.strictObject({ breachId: idSchema('breach') }),
  body: z.strictObject({ reason: words }),
  answer: z.object({ id: idSchema('breach') }),
});
