/** The way of a sale, in its order. */
export const STEPS = ['click', 'lead', 'sale', 'decision', 'accrual', 'ledger'] as const;
export type PlayStepName = (typeof STEPS)[number];
