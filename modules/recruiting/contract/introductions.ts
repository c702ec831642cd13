import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { stageSchema } from '@mosty/lifecycle/contract';
import * as z from 'zod';

const tag = 'introductions';
const partner = z.object({ id: idSchema('partner'), name: z.string() });

/** A partner that came by another one, and what became of it (S1.42). */
export const introductionSchema = z.object({
  partner,
  introducer: partner,
  stage: stageSchema.nullable(),
  cameOn: z.iso.date(),
  firstSaleOn: z.iso.date().nullable(),
  /** Paid less returned, each class by itself: they are never added up (S2.3). */
  sold: z.array(z.object({ class: z.string(), currency: currencySchema, paidMinor: minorSchema })),
  /** What the introducer was thanked with. */
  thanked: z.object({ amountMinor: minorSchema, currency: currencySchema }).nullable(),
});
export type Introduction = z.infer<typeof introductionSchema>;

export const listIntroductions = operation({
  id: 'listIntroductions',
  method: 'GET',
  path: '/introductions',
  summary:
    'Partners that came by other partners, the last first: their first sale, and what they brought by class',
  tag,
  permission: 'introduction.read',
  query: z.strictObject(pageQuery),
  answer: pageOf(introductionSchema),
});

export const exportIntroductions = exportOf(listIntroductions, {
  id: 'exportIntroductions',
  permission: 'introduction.read',
});

const rewardSchema = z.object({
  /** Null: introducers are not paid. */
  amountMinor: minorSchema.nullable(),
  currency: currencySchema,
  since: z.iso.date().nullable(),
});

export const readIntroducerReward = operation({
  id: 'readIntroducerReward',
  method: 'GET',
  path: '/introducer-reward',
  summary: 'What a partner is thanked with for bringing a partner: once, on its first paid deal; one level',
  tag,
  permission: 'introduction.read',
  answer: rewardSchema,
});

export const setIntroducerReward = operation({
  id: 'setIntroducerReward',
  method: 'PUT',
  path: '/introducer-reward',
  summary: 'Set what a partner is thanked with for bringing a partner, from today on; null to stop',
  tag,
  permission: 'introduction.reward',
  body: z.strictObject({ amountMinor: z.int().min(1).max(9_000_000_000_000).nullable() }),
  answer: rewardSchema,
});
