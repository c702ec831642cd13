import type { Id } from '@mosty/kernel/id';
import type { Currency, Rounding } from '@mosty/kernel/money';
import type { BusinessDate, Instant, Month } from '@mosty/kernel/time';
import type { ACCRUAL_KINDS, ACCRUAL_STATES } from '../contract/accruals.ts';
import type { Explanation } from '../contract/explanation.ts';

export type AccrualKind = (typeof ACCRUAL_KINDS)[number];
export type AccrualState = (typeof ACCRUAL_STATES)[number];

/** Whose it is and for what: the same for an accrual and for everything that later takes from it or mends it. */
export interface AccrualSubject {
  readonly saleId: Id<'sale'> | null;
  readonly refundId: Id<'refund'> | null;
  readonly participantId: Id<'participant'> | null;
  readonly partnerId: Id<'partner'>;
  readonly agreementId: Id<'agreement'>;
  readonly class: string;
  readonly role: string;
  readonly sharePpm: bigint;
}

/** What is written once and never changed. */
export interface AccrualFact extends AccrualSubject {
  readonly kind: AccrualKind;
  readonly reversesAccrualId: Id<'accrual'> | null;
  readonly feeFor: string | null;
  readonly schemeVersionId: Id<'scheme_version'> | null;
  readonly baseMicro: bigint;
  readonly currency: Currency;
  readonly ratePpm: bigint | null;
  readonly amountMinor: bigint;
  readonly rounding: Rounding;
  readonly explanation: Explanation;
  readonly tallyMicro: bigint;
  readonly tallyCount: number;
  readonly effectiveAt: Instant;
  readonly period: Month;
  readonly approval: 'auto' | 'manual';
  readonly maturesOn: BusinessDate;
  readonly carried: boolean;
  readonly isReversal: boolean;
  readonly author: string | null;
  readonly reason: string | null;
}

/** The life it begins with. */
export interface AccrualLife {
  readonly state: AccrualState;
  readonly approvedAt: Instant | null;
  readonly approvedBy: string | null;
  readonly holdId: Id<'hold'> | null;
}

export type NewAccrual = AccrualFact & AccrualLife;
export type StoredAccrual = NewAccrual & {
  readonly id: Id<'accrual'>;
  readonly recordedAt: Instant;
  readonly payoutId: Id<'payout'> | null;
};

/** What an accrual is before the rules of a scheme say anything: the defaults of a row. */
export const PLAIN = {
  reversesAccrualId: null,
  feeFor: null,
  tallyMicro: 0n,
  tallyCount: 0,
  carried: false,
  isReversal: false,
  author: null,
  reason: null,
  holdId: null,
} as const;
