import * as z from 'zod';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';

/** A billion of a currency with cents: for a thousand partners over two years the sum is still a whole number in JSON. */
export const MONTHLY_MINOR_MOST = 100_000_000_000;

const amount = z.int().min(0).max(MONTHLY_MINOR_MOST);
const rate = z.int().min(0).max(1_000_000);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const runs = z.int();

const amounts = z.object({ p10: minorSchema, p50: minorSchema, p90: minorSchema, mean: minorSchema });
/** Months of a partner: counted, not money. */
const counts = z.object({ p10: z.int(), p50: z.int(), p90: z.int(), mean: z.int() });
const waySchema = z.object({
  /** By the company to all partners over the months ahead. */
  paid: amounts,
  /** Of it, fixed sums of months without a sale. */
  unsold: amounts,
  /** Months of a partner that were paid less than the least. */
  thin: counts,
});

export const weighSchemeRisk = operation({
  id: 'weighSchemeRisk',
  method: 'POST',
  path: '/scheme-risk',
  summary:
    'Imagines months ahead from the company’s own: what a fixed sum with a percent costs beside a percent, and who risks what',
  tag: 'incentives',
  permission: 'scheme.read',
  idempotent: false,
  body: z.strictObject({
    class: z.enum(['referral', 'partner_sales', 'alliance']),
    /** Whole months of history to draw from. */
    historyMonths: z.int().min(1).max(36).default(12),
    /** Months ahead. */
    months: z.int().min(1).max(24).default(12),
    /** Each month to each partner, and the percent beside it. */
    fixedMinor: amount,
    hybridRatePpm: rate,
    flatRatePpm: rate,
    /** A month in which a partner is paid less than this is a thin one. */
    leastMinor: amount,
    seed: z.int().min(0).max(1_000_000).default(1),
  }),
  answer: z.object({
    currency: currencySchema,
    /** Months of history, the first and the last. */
    from: month,
    to: month,
    runs,
    partners: z.int(),
    /** Partners that were left out because there were too many. */
    leftOut: z.int(),
    /** Months of partners to draw from, and those ahead. */
    partnerMonths: z.int(),
    monthsAhead: z.int(),
    /** False: too few months or partners to go by. */
    isEnough: z.boolean(),
    hybrid: waySchema,
    flat: waySchema,
    /** In how many futures the fixed sum with a percent cost more. */
    hybridDearer: runs,
    /** The percent alone that would have cost as much on the same months. */
    equalRatePpm: z.int().nullable(),
    bars: z
      .array(
        z.object({
          fromMinor: minorSchema,
          toMinor: minorSchema,
          runs: z.object({ hybrid: runs, flat: runs }),
        }),
      )
      .readonly(),
  }),
});
