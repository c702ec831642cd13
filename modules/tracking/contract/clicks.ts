import { idSchema } from '@mosty/kernel/id';
import { exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** Who came, as the pages and the files tell them apart. Only people are ever paid for. */
export const CLICK_VERDICTS = ['human', 'bot', 'preview', 'prefetch'] as const;
export type ClickVerdict = (typeof CLICK_VERDICTS)[number];

const tag = 'clicks';

/** Whose clicks, and of which days of the company's calendar (both included); the last thirty unless told. */
const about = {
  linkId: z.union([idSchema('link'), idSchema('code')]).optional(),
  partnerId: idSchema('partner').optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};

/** Never summed with each other: a page that shows one number shows people. */
const counts = {
  people: z.int(),
  bots: z.int(),
  previews: z.int(),
  prefetches: z.int(),
};

const originSchema = z.object({
  /** Two letters of a country or the host of a site; null: not known, or too many to name. */
  name: z.string().nullable(),
  clicks: z.int(),
  /** All that are not named. */
  rest: z.boolean(),
});

export const clickFiguresSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** Of what a column of the chart is: long periods are told by months. */
  unit: z.enum(['day', 'month']),
  totals: z.object({ ...counts, visitors: z.int() }),
  /** Those nobody clicked in are told too. */
  columns: z.array(z.object({ at: z.string(), ...counts })),
  countries: z.array(originSchema),
  referrers: z.array(originSchema),
  /** Of the whole channel: partners; of one partner: its links and codes. The most clicked by people first. */
  top: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['partner', 'link', 'code']),
      name: z.string(),
      people: z.int(),
      machines: z.int(),
    }),
  ),
});

export const getClickFigures = operation({
  id: 'getClickFigures',
  method: 'GET',
  path: '/clicks/figures',
  summary:
    'How many came by the links of the channel, of a partner or by one link: people, bots and previews apart',
  tag,
  permission: 'click.read',
  query: z.strictObject(about),
  answer: clickFiguresSchema,
});

export const clickRowSchema = z.object({
  id: idSchema('click'),
  at: instantSchema,
  verdict: z.enum(CLICK_VERDICTS),
  /** The rule that told, by its code. */
  why: z.string(),
  inApp: z.string().nullable(),
  followedId: z.string(),
  followedKind: z.enum(['link', 'code']),
  followed: z.string(),
  partnerId: idSchema('partner'),
  partnerName: z.string(),
  country: z.string().nullable(),
  referrerHost: z.string().nullable(),
  consented: z.boolean(),
});
export type ClickRow = z.infer<typeof clickRowSchema>;

export const listClicks = operation({
  id: 'listClicks',
  method: 'GET',
  path: '/clicks',
  summary: 'Clicks one by one, the last first; addresses of visitors are not kept',
  tag,
  permission: 'click.read',
  query: z.strictObject({ ...pageQuery, ...about, verdict: z.enum(CLICK_VERDICTS).optional() }),
  answer: pageOf(clickRowSchema),
});

export const exportClicks = exportOf(listClicks, { id: 'exportClicks', permission: 'click.export' });
