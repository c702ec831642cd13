import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { blockedSchema } from './blocked.ts';
import { daySchema } from './shapes.ts';

const tag = 'money';

/** What stands between us and partners, in one currency. Currencies are never added up. */
export const standingFields = {
  currency: currencySchema,
  /** Earned, in its validation period or waiting for a person. */
  pendingMinor: minorSchema,
  /** Stopped with a reason and a date. */
  onHoldMinor: minorSchema,
  /** Approved and not paid. */
  availableMinor: minorSchema,
  /** In a payout that the bank has not taken yet. */
  inPaymentMinor: minorSchema,
  /** Taken back after it had been paid: set off against the next payouts. */
  clawbackMinor: minorSchema,
  /** All of the above together: what we owe. Below zero: the partner owes us. */
  owedMinor: minorSchema,
};

export const partnerMoney = operation({
  id: 'partnerMoney',
  method: 'GET',
  path: '/partners/:partnerId/money',
  summary: 'What we owe one partner, what it is made of, when it is paid and what blocks it',
  tag,
  permission: 'money.read',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  answer: z.object({
    partnerId: idSchema('partner'),
    /** The company's currency first, and always there. */
    standing: z.array(
      z.object({
        ...standingFields,
        paidMinor: minorSchema,
        /** Approved in time for a pay day that has passed. */
        overdueMinor: minorSchema,
        blockedBecause: z.array(blockedSchema),
      }),
    ),
    /** What the partner brought, by reporting class: the classes are never added up (S2.3). */
    brought: z.array(
      z.object({
        class: z.string(),
        currency: currencySchema,
        clients: z.int(),
        sales: z.int(),
        amountMinor: minorSchema,
      }),
    ),
    nextPayoutOn: daySchema,
  }),
});

/** What a partner reads of a payout: the bank file and who approved it are ours. */
export const PARTNER_PAYOUT_STATES = ['approved', 'paid', 'failed'] as const;

export const partnerPayoutSchema = z.object({
  id: idSchema('payout'),
  currency: currencySchema,
  amountMinor: minorSchema,
  /** Taken back for refunds out of what was earned. */
  carriedMinor: minorSchema,
  accruals: z.int(),
  state: z.enum(PARTNER_PAYOUT_STATES),
  /** The day the money leaves. */
  payOn: daySchema,
  paidOn: daySchema.nullable(),
});
export type PartnerPayout = z.infer<typeof partnerPayoutSchema>;

export const partnerPayouts = operation({
  id: 'partnerPayouts',
  method: 'GET',
  path: '/partners/:partnerId/payouts',
  summary: 'What was paid to one partner and what is on its way, the last first',
  tag,
  permission: 'money.read',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  query: z.strictObject(pageQuery),
  answer: pageOf(partnerPayoutSchema),
});

export const moneyOverview = operation({
  id: 'moneyOverview',
  method: 'GET',
  path: '/money',
  summary: 'Whom we owe and when we pay: owed today, on hold, overdue, the next pay day',
  tag,
  permission: 'money.read_all',
  answer: z.object({
    today: daySchema,
    nextPayoutOn: daySchema,
    /** The company's currency first. */
    totals: z.array(
      z.object({
        ...standingFields,
        overdueMinor: minorSchema,
        partnersOwed: z.int(),
        partnersInDebt: z.int(),
      }),
    ),
    can: canSchema,
  }),
});

export const owedRowSchema = z.object({
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  ...standingFields,
  overdueMinor: minorSchema,
  blockedBecause: z.array(blockedSchema),
});
export type OwedRow = z.infer<typeof owedRowSchema>;

export const OWED_STATES = ['owed', 'overdue', 'on_hold', 'debt'] as const;

/** By which of a partner's figures the list stands; one figure alike, by the partner's id. */
export const OWED_SORTS = ['owed', 'available', 'overdue', 'pending', 'onHold'] as const;
export type OwedSort = (typeof OWED_SORTS)[number];

export const listOwed = operation({
  id: 'listOwed',
  method: 'GET',
  path: '/money/partners',
  summary: 'Partners we owe, the most first or as asked, with what blocks each',
  tag,
  permission: 'money.read_all',
  query: z.strictObject({
    ...pageQuery,
    currency: currencySchema.optional(),
    /** `owed`: above zero. `debt`: below. */
    state: z.enum(OWED_STATES).optional(),
    sortBy: z.enum(OWED_SORTS).default('owed'),
    sortOrder: z.enum(['asc', 'desc']).default('desc'),
  }),
  answer: pageOf(owedRowSchema),
});

export const exportOwed = exportOf(listOwed, { id: 'exportOwed', permission: 'money.export' });

export const verifyMoney = operation({
  id: 'verifyMoney',
  method: 'POST',
  path: '/money/verification',
  summary: 'Replays the ledger and every closed month, and says whether anything differs',
  tag,
  permission: 'money.read_all',
  answer: z.object({
    holds: z.boolean(),
    accounts: z.int(),
    unbalanced: z.int(),
    strayed: z.int(),
    lost: z.int(),
    unexplained: z.int(),
    /** What stands in clearing is exactly the payouts under way. */
    clearingHolds: z.boolean(),
    closes: z.int(),
    /** The first closed month whose totals or hash no longer hold. */
    brokenMonth: z.string().nullable(),
  }),
  idempotent: false,
});
