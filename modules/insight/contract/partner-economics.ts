import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema } from '@mosty/kernel/money';
import { canSchema, operation } from '@mosty/kernel/operation';
import { classSchema } from './class.ts';
import { windowQuery } from './channel.ts';
import { GAP_CODES, integerSchema, measureSchema, windowSchema } from './measure.ts';

/** One book of a partner: what it brought, what it cost, what is owed. A second class is a second book, never added. */
export const partnerBookSchema = z.object({
  class: classSchema,
  currency: currencySchema,
  clients: measureSchema,
  brought: measureSchema,
  refunds: measureSchema,
  commission: measureSchema,
  costs: measureSchema,
  cost: measureSchema,
  costShare: measureSchema,
  owed: measureSchema,
  /** Paid money less the cost of goods, commission and everything put in. */
  marginMinor: integerSchema,
  marginIsEstimate: z.boolean(),
  firstSaleOn: z.string().nullable(),
  lastSaleOn: z.string().nullable(),
  /** 1 is the month in which it began; null: nothing was put in, or it has not come back. */
  paybackMonth: z.int().nullable(),
  /** Sales of others in which the partner implemented, advised or expanded: participation, never revenue. */
  tookPart: z.int(),
  months: z.array(
    z.object({
      month: z.string(),
      broughtMinor: integerSchema,
      costMinor: integerSchema,
      /** Margin to date less what was put in to date: above nothing, the partner has paid back. */
      balanceMinor: integerSchema,
    }),
  ),
  gaps: z.array(z.enum(GAP_CODES)).readonly(),
});

export const readPartnerEconomics = operation({
  id: 'readPartnerEconomics',
  method: 'GET',
  path: '/partners/:partnerId/economics',
  summary: 'What a partner brought, cost and is owed, per class; without a window, since the beginning',
  tag: 'channel',
  permission: 'economics.read',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  query: z.strictObject(windowQuery),
  answer: z.object({
    partnerId: idSchema('partner'),
    window: windowSchema,
    books: z.array(partnerBookSchema),
    can: canSchema,
  }),
});

const FIGURES_OF_MAX = 200;

export const readPartnerFigures = operation({
  id: 'readPartnerFigures',
  method: 'GET',
  path: '/partner-figures',
  summary:
    'Figures beside a list of partners: owed now; brought, cost, margin of 90 days, last sale, per class',
  tag: 'channel',
  permission: 'economics.read',
  query: z.strictObject({
    /** Ids with commas between them. */
    ids: z
      .string()
      .max(FIGURES_OF_MAX * 32)
      .transform((text) => [...new Set(text.split(',').filter(Boolean))])
      .pipe(z.array(idSchema('partner')).min(1).max(FIGURES_OF_MAX)),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        partnerId: idSchema('partner'),
        /** What we owe now, by the ledger: one line a currency, none where nothing. Below zero: the partner owes us. */
        owed: z.array(z.object({ currency: currencySchema, owedMinor: integerSchema })),
        books: z.array(
          z.object({
            class: classSchema,
            currency: currencySchema,
            broughtMinor: integerSchema,
            costMinor: integerSchema,
            margin90Minor: integerSchema,
            marginIsEstimate: z.boolean(),
            lastSaleOn: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
});
