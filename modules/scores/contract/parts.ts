import * as z from 'zod';

/** What trust is made of, in three threes and a bit: of reputation, of relevance, of reliability (S0.12). */
export const TRUST_PARTS = {
  reputation: ['cases', 'references', 'traces', 'better'],
  relevance: ['fit', 'mentions', 'qualified'],
  reliability: ['promises', 'plan', 'replies', 'refunds', 'incidents'],
} as const;
export const SIDES = ['reputation', 'relevance', 'reliability'] as const;
export type Side = (typeof SIDES)[number];

export const PULSE_PARTS = ['activity', 'result', 'engagement', 'order'] as const;
export type PulsePart = (typeof PULSE_PARTS)[number];

export const COMPONENTS = [
  ...TRUST_PARTS.reputation,
  ...TRUST_PARTS.relevance,
  ...TRUST_PARTS.reliability,
  ...PULSE_PARTS,
] as const;
export type Component = (typeof COMPONENTS)[number];

export const SIGNALS = ['publication', 'click', 'login', 'deal'] as const;
export type Signal = (typeof SIGNALS)[number];
export const SILENCES = ['fine', 'fading', 'silent', 'not_yet'] as const;
export type Silence = (typeof SILENCES)[number];
export const FLAGS = ['watch', 'serious', 'critical'] as const;
export type FlagSeverity = (typeof FLAGS)[number];

/** Under so many rows of evidence there is no number, only «мало данных». */
export const ENOUGH = 8;

/** What a row says; the words stand in `ui/words` under `row`. */
export const ROW_CODES = [
  'case',
  'reference',
  'public_trace',
  'made_stronger',
  'kept_word',
  'started_small',
  'respected_result',
  'client_better',
  'client_same',
  'client_worse',
  'profile',
  'mention',
  'registration_approved',
  'registration_rejected',
  'promise_kept',
  'promise_missed',
  'plan_done',
  'plan_missed',
  'reply_in_time',
  'reply_late',
  'month_sold',
  'incident_watch',
  'incident_serious',
  'incident_critical',
  'flag_watch',
  'flag_serious',
  'flag_critical',
  'signal_publication',
  'signal_click',
  'signal_login',
  'signal_deal',
  'signal_never',
  'book',
  'came',
  'wrote',
  'our_promise_missed',
  'our_promise_overdue',
  'claim_open',
  'statement_objected',
  'our_answer_late',
  'payment_late',
] as const;
export type RowCode = (typeof ROW_CODES)[number];

/** A dated fact behind a point: what it is, when, and by which id it is found. No names, no words of people. */
export const rowSchema = z.object({
  id: z.string(),
  on: z.iso.date(),
  says: z.enum(ROW_CODES),
  params: z.record(z.string(), z.union([z.number(), z.string(), z.null()])).optional(),
});
export type Row = z.infer<typeof rowSchema>;

/** One component: points it gave of those it could, how many rows stand behind, and the newest of them. */
export const partSchema = z.object({
  component: z.enum(COMPONENTS),
  points: z.number(),
  max: z.number(),
  n: z.int(),
  /** What is usual here, where it is compared with that: a share. */
  usual: z.number().nullable(),
  rows: z.array(rowSchema),
});
export type Part = z.infer<typeof partSchema>;

export const signalSchema = z.object({
  signal: z.enum(SIGNALS),
  state: z.enum(['fine', 'fading', 'silent']),
  /** Its usual gap in days, and how long ago it was last. */
  usualDays: z.int(),
  days: z.int(),
  ratio: z.number(),
  lastOn: z.iso.date().nullable(),
  expected: z.boolean(),
});
export type SignalStanding = z.infer<typeof signalSchema>;

export const basisSchema = z.object({
  sides: z.object({ reputation: z.int(), relevance: z.int(), reliability: z.int() }),
  trust: z.array(partSchema),
  flags: z.array(rowSchema),
  pulse: z.array(partSchema),
  signals: z.array(signalSchema),
});
export type Basis = z.infer<typeof basisSchema>;
