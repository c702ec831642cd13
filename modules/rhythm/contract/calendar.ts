import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';
import { SESSION_KINDS } from './session.ts';

export const ENTRY_KINDS = ['plan', 'publication', 'session', 'step'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
export const SEASONS = [
  'new_year',
  'defender_day',
  'womens_day',
  'annual_reports',
  'half_year',
  'school',
  'business_season',
  'black_friday',
  'budgets',
] as const;
export type Season = (typeof SEASONS)[number];

export const entrySchema = z.object({
  kind: z.enum(ENTRY_KINDS),
  id: z.string(),
  onDay: z.string(),
  title: z.string(),
  /** What kind of meeting it is. */
  of: z.enum(SESSION_KINDS).nullable(),
  partner: z.object({ id: idSchema('partner'), name: z.string() }).nullable(),
  /** Of the kind's own words: planned, done, not_ready, late … */
  state: z.string(),
});
export type Entry = z.infer<typeof entrySchema>;

const tag = 'rhythm';

export const readCalendar = operation({
  id: 'readCalendar',
  method: 'GET',
  path: '/calendar',
  summary:
    'What happens with partners by day: joint items, publications, meetings, next steps; days off and seasons',
  tag,
  permission: 'week.read',
  query: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  answer: z.object({
    entries: z.array(entrySchema),
    isWhole: z.boolean(),
    daysOff: z.array(z.string()),
    /** Whether the days off of this time are final (a decree may still move them). */
    isFixed: z.boolean(),
    seasons: z.array(z.object({ code: z.enum(SEASONS), from: z.string(), to: z.string() })),
    /** The season that is worth preparing now: «подсказка недели»; null in quiet weeks. */
    hint: z.object({ code: z.enum(SEASONS), from: z.string(), planned: z.int() }).nullable(),
  }),
});

export const makeFeed = operation({
  id: 'makeFeed',
  method: 'POST',
  path: '/calendar/feed',
  summary: 'A secret address of one’s own calendar for a phone; the former one stops working',
  tag,
  permission: 'week.read',
  answer: z.object({ url: z.string() }),
  status: 201,
});
