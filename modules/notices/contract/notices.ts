import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { NOTICE_KINDS } from './kinds.ts';

const inBoth = z.object({ ru: z.string(), en: z.string() });

export const noticeSchema = z.object({
  id: idSchema('notice'),
  kind: z.enum(NOTICE_KINDS),
  code: z.string(),
  /** What happened, without names or sums: the same words stand in a letter. */
  title: inBoth,
  /** About whom and how much. */
  text: inBoth,
  /** The page it leads to. */
  path: z.string(),
  toldAt: instantSchema,
  readAt: instantSchema.nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

const tag = 'notices';

export const listNotices = operation({
  id: 'listNotices',
  method: 'GET',
  path: '/notices',
  summary: 'One’s own news, newest first',
  tag,
  permission: 'member',
  query: z.strictObject({ ...pageQuery, show: z.enum(['all', 'unread']).default('all') }),
  answer: pageOf(noticeSchema),
});

export const countNotices = operation({
  id: 'countNotices',
  method: 'GET',
  path: '/notices/unread',
  summary: 'How many of one’s own news are not read yet',
  tag,
  permission: 'member',
  answer: z.object({ unread: z.int() }),
});

export const readNotice = operation({
  id: 'readNotice',
  method: 'POST',
  path: '/notices/:noticeId/reading',
  summary: 'This one is read',
  tag,
  permission: 'member',
  params: z.strictObject({ noticeId: idSchema('notice') }),
  answer: z.object({ unread: z.int() }),
});

export const readAllNotices = operation({
  id: 'readAllNotices',
  method: 'POST',
  path: '/notices/reading',
  summary: 'Everything told up to this moment is read; what came later is not',
  tag,
  permission: 'member',
  body: z.strictObject({ upTo: instantSchema }),
  answer: z.object({ unread: z.int() }),
});
