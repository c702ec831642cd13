import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';
import { SESSION_KINDS } from './session.ts';

/** How a partner was met, or will be: by what we wrote down, by what we planned, by what we promised to do next. */
export const TOUCH_SHOWN = [
  'letter',
  'call',
  'session',
  'note',
  'step',
  'publication',
  'recognition',
  'exchange',
  'work',
] as const;
export type ShownKind = (typeof TOUCH_SHOWN)[number];
/** A working partner that nobody touched for so long is named (S1.62). */
export const UNTOUCHED_DAYS = 30;

const partner = z.object({ id: idSchema('partner'), name: z.string() });

export const shownTouchSchema = z.object({
  id: z.string(),
  kind: z.enum(TOUCH_SHOWN),
  /** What kind of meeting it is. */
  of: z.enum(SESSION_KINDS).nullable(),
  onDay: z.string(),
  state: z.enum(['done', 'ahead', 'late']),
  title: z.string().nullable(),
  /** Null: of several partners, or of all of them. */
  partner: partner.nullable(),
  partners: z.int(),
  member: z.object({ id: idSchema('member'), name: z.string() }).nullable(),
  minutes: z.int().nullable(),
  /** What the calendar opens it as; null: there is nothing more to read. */
  opens: z.string().nullable(),
});
export type Touch = z.infer<typeof shownTouchSchema>;

const tag = 'rhythm';

export const readTouches = operation({
  id: 'readTouches',
  method: 'GET',
  path: '/touches',
  summary:
    'Letters, calls and meetings of the whole team with all partners by day, what is ahead, and working partners nobody touched for 30 days (S1.62)',
  tag,
  permission: 'week.read',
  query: z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    memberId: idSchema('member').optional(),
    partnerId: idSchema('partner').optional(),
    kind: z.enum(TOUCH_SHOWN).optional(),
  }),
  answer: z.object({
    items: z.array(shownTouchSchema),
    isWhole: z.boolean(),
    untouched: z.object({
      count: z.int(),
      /** The longest untouched first; at most twenty are named. */
      partners: z.array(partner.extend({ lastOn: z.string().nullable() })),
    }),
  }),
});

export const makeTeamFeed = operation({
  id: 'makeTeamFeed',
  method: 'POST',
  path: '/touches/feed',
  summary:
    'A secret address of what the whole team does with partners, for a phone; the former one stops working',
  tag,
  permission: 'week.read',
  answer: z.object({ url: z.string() }),
  status: 201,
});
