import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema } from '@mosty/kernel/money';
import { canSchema, exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { windowQuery } from './channel.ts';
import { classSchema } from './class.ts';
import { integerSchema, windowSchema } from './measure.ts';
import { numberRowSchema } from './numbers.ts';

/** What harms a name, in one log (S0.3). Words: `harm.<kind>`. */
export const HARMS = ['refund', 'below_floor', 'clawback', 'breach', 'incident', 'complaint'] as const;
export type Harm = (typeof HARMS)[number];

/** Those whose money is lost; commission taken back came back to us, and words have no price. */
export const PRICED_HARMS: readonly Harm[] = ['refund', 'below_floor'];

const counted = z.object({ n: integerSchema, minor: integerSchema });

/** One book of a partner: the price of its harm beside what it brought. Another class is another book, never added. */
export const harmBookSchema = z.object({
  class: classSchema,
  currency: currencySchema,
  refunds: counted,
  belowFloor: counted,
  clawbacks: counted,
  /** Refunds and what was sold below the floor. */
  priceMinor: integerSchema,
  /** Sales of the window, before refunds. */
  soldMinor: integerSchema,
  /** The price in parts of a million of what was sold; null where nothing was. */
  sharePpm: integerSchema.nullable(),
});

export const partnerHarmSchema = z.object({
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  books: z.array(harmBookSchema),
  /** What has no price in money. */
  breaches: z.int(),
  /** Rules of the code that were broken. */
  rules: z.array(z.int()),
  incidents: z.int(),
  complaints: z.int(),
  /** Clients it brought a year ago and earlier, and those of them who have not paid for half a year, class by class. */
  clients: z.array(z.object({ class: classSchema, n: z.int(), gone: z.int() })).readonly(),
});
export type PartnerHarm = z.output<typeof partnerHarmSchema>;

const windowAnswer = {
  window: windowSchema,
  currency: currencySchema,
  /** What of the price always remained when the days were counted; 0: the company set no floor. */
  floorPpm: integerSchema,
};

export const listReputation = operation({
  id: 'listReputation',
  method: 'GET',
  path: '/reports/reputation',
  summary:
    'The price of reputation by partner: refunds, sales below the floor, clawbacks, breaches, incidents, complaints, beside what it sold',
  tag: 'channel',
  permission: 'reputation.read',
  query: z.strictObject({ ...windowQuery, partner: idSchema('partner').optional(), ...pageQuery }),
  answer: pageOf(partnerHarmSchema).extend({ ...windowAnswer, can: canSchema }),
});

export const exportReputation = exportOf(listReputation, {
  id: 'exportReputation',
  permission: 'reputation.export',
});

export const harmRowSchema = numberRowSchema.omit({ kind: true, externalId: true }).extend({
  kind: z.enum(HARMS),
  class: classSchema.nullable(),
  /** Where it is looked at: the sale, the accrual, the incident’s partner. */
  saleId: z.string().nullable(),
  /** Whether the amount is in the price; without an amount it is not counted in money at all. */
  inPrice: z.boolean(),
});
export type HarmRow = z.output<typeof harmRowSchema>;

export const listHarm = operation({
  id: 'listHarm',
  method: 'GET',
  path: '/reports/harm',
  summary: 'One log of harm to the name: what, when, by whom, and what it cost where that can be counted',
  tag: 'channel',
  permission: 'reputation.read',
  query: z.strictObject({
    ...windowQuery,
    partner: idSchema('partner').optional(),
    kind: z.enum(HARMS).optional(),
    class: classSchema.optional(),
    ...pageQuery,
  }),
  answer: pageOf(harmRowSchema).extend(windowAnswer),
});

export const exportHarm = exportOf(listHarm, { id: 'exportHarm', permission: 'reputation.export' });
