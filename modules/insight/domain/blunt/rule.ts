import type { ReportingClass } from '../../contract/class.ts';
import type { Books } from '../totals.ts';

/** What a rule may look at. Shares are of all paid revenue, in parts per million; null where there is no revenue. */
export interface ChannelFacts {
  readonly books: Books;
  readonly before: Books;
  readonly sharePpm: bigint | null;
  /** Working partners of partner sales, and how many of them sold within the activity window. */
  readonly working: number;
  readonly selling: number;
  /** The same two a period earlier. */
  readonly workingBefore: number;
  readonly sellingBefore: number;
  /** The largest seller of the last whole month; null below the needed n. */
  readonly top: { readonly name: string; readonly sharePpm: bigint } | null;
  /** Agreements in force, per class. */
  readonly agreements: Readonly<Record<ReportingClass, number>>;
  readonly logosOnly: number;
  readonly contactsCalledPartners: number;
}

export type Params = Readonly<Record<string, string | number | bigint>>;

/** `bad`: money is being lost or imagined; `warn`: look at it; `good`: the channel does what it is for. */
export type Tone = 'bad' | 'warn' | 'plain' | 'good';

/**
 * One thing that may be true of the channel, said without softening (S2.39). `when` gives the figures of the
 * sentence, or null where it is not so. Words: `ui/words.ts`, `blunt.<code>`.
 */
export interface BluntRule {
  readonly code: string;
  readonly tone: Tone;
  readonly when: (facts: ChannelFacts) => Params | null;
}
