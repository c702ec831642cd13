import type { BusinessDate } from '@mosty/kernel/time';
import type { Pin, RuleCode } from '../contract.ts';
import type { Money90 } from './money.ts';

/** Both languages of one sentence. */
export interface Said {
  readonly ru: string;
  readonly en: string;
}

/** Figures a sentence is made of: ids, days, counts, minor units. */
export type Params = Readonly<Record<string, string | number | null>>;

/** Something a rule found of a partner, before it is weighed. */
export interface Finding {
  /** What it is about; together with the rule it says whether this was found before. */
  readonly subject: string;
  readonly partnerId: string;
  readonly stakeMinor: bigint;
  readonly dueOn: BusinessDate | null;
  readonly pinned: Pin | null;
  readonly params: Params;
  /** Where one rule has two strengths; the default of the rule otherwise. */
  readonly liftPpm?: number;
}

/** What every rule may look at besides its own rows. */
export interface Ground {
  readonly today: BusinessDate;
  /** Working days of the company's country after this day, up to today. */
  workingDaysSince(day: BusinessDate): number;
  /** Margin of the last 90 days by partner, and the median of those who sold, by kind. */
  readonly money: Money90;
}

/** One reason to do something this week. Pure: rows in, findings out. */
export interface Rule<Row> {
  readonly code: RuleCode;
  /** The chance that acting now changes the outcome, until its outcomes say better. */
  readonly liftPpm: number;
  /** What a card of this rule takes on the average. */
  readonly minutes: number;
  /** Whether it is about somebody who does not work with us yet. */
  readonly isNewFace: boolean;
  readonly name: Said;
  /** Why, as a sentence; the stake stands beside it. */
  why(params: Params, partner: string): Said;
  /** What could be put right, and what could be the next step: to begin with, the person writes their own. */
  readonly fix: Said;
  readonly step: Said;
  find(rows: readonly Row[], ground: Ground): Finding[];
}

export function defineRule<Row>(rule: Rule<Row>): Rule<Row> {
  return rule;
}
