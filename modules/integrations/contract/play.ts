import * as z from 'zod';
import { decisionShownSchema } from '@mosty/attribution/contract';
import { accrualRowSchema, explanationSchema } from '@mosty/incentives/contract';
import { ledgerTransactionSchema } from '@mosty/ledger/contract';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';

const tag = 'play';

/** Sales of this source are played: a company that has no others may play again. */
export const PLAY_SOURCE = 'play';

/** What stands in the books after a play, read back from each module in its own words. */
export const playSchema = z.object({
  playedAt: instantSchema,
  /** The partner, its agreement, scheme and link were made for the play and leave with it. */
  isTrial: z.boolean(),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  click: z.object({ id: z.string().nullable(), at: instantSchema }).nullable(),
  link: z.object({ id: idSchema('link'), key: z.string() }),
  lead: z.object({ at: instantSchema }).nullable(),
  client: z.object({ id: idSchema('client'), name: z.string() }),
  sale: z.object({
    id: idSchema('sale'),
    externalId: z.string(),
    occurredAt: instantSchema,
    amountMinor: minorSchema,
    currency: currencySchema,
  }),
  decision: decisionShownSchema.pick({
    kind: true,
    rule: true,
    policyNumber: true,
    participants: true,
    steps: true,
    lost: true,
  }),
  accruals: z.array(
    accrualRowSchema
      .pick({
        id: true,
        partnerId: true,
        partnerName: true,
        schemeName: true,
        amountMinor: true,
        currency: true,
        state: true,
        maturesOn: true,
      })
      .extend(explanationSchema.shape),
  ),
  ledger: z.array(ledgerTransactionSchema.pick({ id: true, kind: true, period: true, entries: true })),
});
export type Play = z.output<typeof playSchema>;

export const getPlay = operation({
  id: 'getPlay',
  method: 'GET',
  path: '/play',
  summary:
    'The played sale that stands now, step by step with the why of each; and whether one may be played',
  tag,
  permission: 'sale.play',
  answer: z.object({ can: canSchema, play: playSchema.nullable() }),
});

export const playSale = operation({
  id: 'playSale',
  method: 'POST',
  path: '/play',
  summary: 'Play click, lead, sale, accrual and ledger in the demo or in a company without sales of its own',
  tag,
  permission: 'sale.play',
  body: z.strictObject({}),
  answer: playSchema,
  status: 201,
});

export const undoPlayedSale = operation({
  id: 'undoPlayedSale',
  method: 'POST',
  path: '/play/undo',
  summary: 'Take the played sale back by linked entries, and put away what was made for it',
  tag,
  permission: 'sale.play',
  body: z.strictObject({}),
  answer: z.object({ saleId: idSchema('sale') }),
});
