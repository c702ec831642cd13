import * as z from 'zod';
import { currencySchema, ROUNDINGS } from '@mosty/kernel/money';
import { DEAL_ROLES } from '@mosty/attribution/contract';

/** Minor units in JSON. Terms hold at most 90 billion roubles: far above any deal, far below what JSON loses. */
const amountMinor = z.int().min(0).max(9_000_000_000_000);
const ratePpm = z.int().min(0).max(1_000_000);

/** A sum that does not depend on how much was sold: for each sale, each month, or once for the agreement. */
export const flatSchema = z.strictObject({
  kind: z.literal('flat'),
  amountMinor,
  per: z.enum(['sale', 'month', 'agreement']),
});

export const percentSchema = z.strictObject({ kind: z.literal('percent'), ratePpm });

/**
 * The rate depends on what the agreement brought within the window. `marginal`: each part of the sum has the rate
 * of its own level. `whole`: the level reached holds for everything brought in the window, the difference is added
 * by the sale that reaches it. `from` is in minor units for `money` and in sales for `count`.
 */
export const tieredSchema = z.strictObject({
  kind: z.literal('tiered'),
  mode: z.enum(['marginal', 'whole']),
  measure: z.enum(['money', 'count']),
  window: z.enum(['month', 'quarter', 'lifetime']),
  tiers: z
    .array(z.strictObject({ from: z.int().min(0).max(9_000_000_000_000), ratePpm }))
    .min(1)
    .max(20)
    .refine((tiers) => tiers[0]?.from === 0, { message: 'the first level begins at 0', path: [0, 'from'] })
    .refine(
      (tiers) => tiers.every((tier, place) => place === 0 || tier.from > (tiers[place - 1]?.from ?? 0)),
      {
        message: 'levels go up',
      },
    ),
});

/** On the whole amount a lower rate would take back what was earned already. */
function levelsPayMore(pay: Pay): boolean {
  if (pay.kind !== 'tiered' || pay.mode !== 'whole') return true;
  return pay.tiers.every(
    (tier, place) => place === 0 || tier.ratePpm >= (pay.tiers[place - 1]?.ratePpm ?? 0),
  );
}

export const hybridSchema = z.strictObject({
  kind: z.literal('hybrid'),
  fixedMinor: amountMinor,
  per: z.enum(['month', 'agreement']),
  ratePpm,
});

/** A percent of each payment of a client during `months` from its first one. */
export const recurringSchema = z.strictObject({
  kind: z.literal('recurring'),
  months: z.int().min(1).max(120),
  ratePpm,
});

/** Paid on the client's first order only, by itself or beside another shape. */
export const firstOrderSchema = z.strictObject({
  kind: z.literal('first_order'),
  bonus: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('flat'), amountMinor }),
    z.strictObject({ kind: z.literal('percent'), ratePpm }),
  ]),
});

/** A rate for each role in a deal; a role that is missing is not paid. */
export const perRoleSchema = z.strictObject({
  kind: z.literal('per_role'),
  rates: z
    .partialRecord(z.enum(DEAL_ROLES), ratePpm)
    .refine((rates) => Object.keys(rates).length > 0, { message: 'name at least one role' }),
});

export const paySchema = z.discriminatedUnion('kind', [
  flatSchema,
  percentSchema,
  tieredSchema,
  hybridSchema,
  recurringSchema,
  firstOrderSchema,
  perRoleSchema,
]);
export type Pay = z.infer<typeof paySchema>;

export const capSchema = z.strictObject({
  perSaleMinor: amountMinor.nullable().default(null),
  perMonthMinor: amountMinor.nullable().default(null),
  totalMinor: amountMinor.nullable().default(null),
});

export const vatSchema = z.strictObject({
  /** Whether the VAT inside the sale's amount counts towards the base. */
  base: z.enum(['with_vat', 'without_vat']).default('with_vat'),
  /** `included`: the reward already holds the partner's VAT. `on_top`: the VAT is added to it. */
  reward: z.enum(['included', 'on_top']).default('included'),
  /** Used to take VAT out of a sale that does not tell its VAT, and to add it on top. */
  ratePpm: ratePpm.default(0),
});

/** Below either of them a sale earns nothing, and says why (S0.64). */
export const floorSchema = z.strictObject({
  priceMinor: amountMinor.nullable().default(null),
  maxDiscountPpm: ratePpm.nullable().default(null),
});

const termsShape = z.strictObject({
  format: z.literal(1),
  /** Of every sum in the terms. Null: the sale's own currency, possible where the terms hold no sums. */
  currency: currencySchema.nullable(),
  /** Paid together, each kind at most once. */
  pay: z.array(paySchema).min(1).max(3),
  cap: capSchema.prefault({}),
  minimumPayoutMinor: amountMinor.default(0),
  holdDays: z.int().min(0).max(120).default(14),
  approval: z.enum(['auto', 'manual']).default('auto'),
  vat: vatSchema.prefault({}),
  rounding: z.enum(ROUNDINGS).default('half_away_from_zero'),
  floor: floorSchema.prefault({}),
  /** `by_client`: a credit to a client that names no sale is priced as a sale with a minus. */
  creditNotes: z.enum(['by_sale', 'by_client']).default('by_sale'),
});

/** The terms of a version of a scheme. Stored as they stand here; a later shape gets the next `format`. */
export const termsSchema = termsShape.superRefine((terms, context) => {
  const kinds = terms.pay.map((pay) => pay.kind);
  if (new Set(kinds).size < kinds.length) {
    context.addIssue({ code: 'custom', path: ['pay'], message: 'each kind of pay once' });
  }
  if (terms.pay.filter((pay) => paysCommission(pay)).length > 1) {
    context.addIssue({
      code: 'custom',
      path: ['pay'],
      message: 'one shape pays for a sale, a first-order bonus may stand beside it',
    });
  }
  if (terms.pay.filter((pay) => fixedFee(pay) !== null).length > 1) {
    context.addIssue({ code: 'custom', path: ['pay'], message: 'one fixed fee' });
  }
  if (!terms.pay.every(levelsPayMore)) {
    context.addIssue({
      code: 'custom',
      path: ['pay'],
      message: 'on the whole amount the next level pays no less',
    });
  }
  if (terms.currency === null && holdsSums(terms)) {
    context.addIssue({ code: 'custom', path: ['currency'], message: 'sums need a currency' });
  }
  if (terms.vat.ratePpm === 0 && (terms.vat.base === 'without_vat' || terms.vat.reward === 'on_top')) {
    context.addIssue({ code: 'custom', path: ['vat', 'ratePpm'], message: 'name the VAT rate' });
  }
});
export type Terms = z.infer<typeof termsSchema>;

/** Whether the shape pays for each sale (as a commission), besides a fixed fee or a bonus. */
export function paysCommission(pay: Pay): boolean {
  return pay.kind !== 'first_order' && !(pay.kind === 'flat' && pay.per !== 'sale');
}

export interface FixedFee {
  readonly amountMinor: number;
  readonly per: 'month' | 'agreement';
}

/** The part of the pay that comes whether or not anything was sold. */
export function fixedFee(pay: Pay): FixedFee | null {
  if (pay.kind === 'hybrid') return { amountMinor: pay.fixedMinor, per: pay.per };
  if (pay.kind === 'flat' && pay.per !== 'sale') return { amountMinor: pay.amountMinor, per: pay.per };
  return null;
}

function holdsSums(terms: z.infer<typeof termsShape>): boolean {
  const { cap, floor } = terms;
  if ([cap.perSaleMinor, cap.perMonthMinor, cap.totalMinor, floor.priceMinor].some((sum) => sum !== null))
    return true;
  if (terms.minimumPayoutMinor > 0) return true;
  return terms.pay.some((pay) => {
    if (pay.kind === 'flat' || pay.kind === 'hybrid') return true;
    if (pay.kind === 'tiered') return pay.measure === 'money' && pay.tiers.length > 1;
    return pay.kind === 'first_order' && pay.bonus.kind === 'flat';
  });
}
