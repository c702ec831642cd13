import type { BusinessDate } from '@mosty/kernel/time';
import type { FlagSeverity, Signal } from '../contract/parts.ts';

/** Everything a score of one partner follows from. Each list may come in any order. */
export interface Facts {
  readonly kinds: readonly string[];
  /** The day it began to work with us; null while it does not. */
  readonly since: BusinessDate | null;
  /** Cases, references, traces and deeds that another person verified. */
  readonly shown: readonly Dated<{ readonly kind: ShownKind }>[];
  readonly outcomes: readonly Dated<{ readonly answer: 'better' | 'same' | 'worse' }>[];
  /** How its audience fits the ideal partner profile, 0…1, and how many answers say so. */
  readonly fit: { readonly share: number; readonly answers: number; readonly on: BusinessDate } | null;
  /** One for each client who named it. */
  readonly mentions: readonly Dated[];
  readonly registrations: readonly Dated<{ readonly approved: boolean }>[];
  readonly promises: readonly Dated<{ readonly kept: boolean }>[];
  readonly plan: readonly Dated<{ readonly done: boolean }>[];
  readonly replies: readonly Dated<{ readonly inTime: boolean }>[];
  /** Months with sales: how many, how many refunds, and how many are usual for as many sales of their class. */
  readonly months: readonly Dated<{
    readonly sales: number;
    readonly refunds: number;
    readonly usualRefunds: number;
  }>[];
  readonly incidents: readonly Dated<{ readonly severity: FlagSeverity; readonly inTime: boolean }>[];
  readonly openFlags: readonly Dated<{ readonly severity: FlagSeverity }>[];
  /** Days of each signal, the last seven are enough. */
  readonly signals: Readonly<Record<Signal, readonly BusinessDate[]>>;
  readonly books: readonly Book[];
  /** Of the last month: days on which somebody came to the portal. */
  readonly cameOn: readonly BusinessDate[];
  /** Of the last quarter: what it wrote to us. */
  readonly wrote: readonly Dated[];
  readonly ourFaults: readonly Dated<{ readonly says: OurFault }>[];
  /** Share of registrations approved in the whole company; null while there are none. */
  readonly usualApproved: number | null;
}

export type ShownKind =
  | 'case'
  | 'reference'
  | 'public_trace'
  | 'made_stronger'
  | 'kept_word'
  | 'started_small'
  | 'respected_result';

export const OUR_FAULTS = [
  'our_promise_missed',
  'our_promise_overdue',
  'claim_open',
  'statement_objected',
  'our_answer_late',
  'payment_late',
] as const;
export type OurFault = (typeof OUR_FAULTS)[number];

export type Dated<T = unknown> = T & { readonly id: string; readonly on: BusinessDate };

/** What it brought in 90 days and in the 90 before, of one class and currency, beside the median of its kind. */
export interface Book {
  /** `partner_sales RUB`; `took_part`: sales of others it took part in, counted and not money. */
  readonly book: string;
  readonly now: bigint;
  readonly before: bigint;
  readonly median: bigint;
}
