import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';
import { NOTICE_KINDS, NOTICE_WAYS } from './kinds.ts';

const minute = z.int().min(0).max(1_439);

const quiet = z.strictObject({
  /** Minutes after midnight by the person's clock. The same twice: letters at any hour. */
  fromMinute: minute,
  toMinute: minute,
  zone: z.string().min(1).max(64),
});

export const choicesSchema = z.object({
  items: z.array(
    z.object({
      kind: z.enum(NOTICE_KINDS),
      way: z.enum(NOTICE_WAYS),
      /** What the role has. */
      usual: z.enum(NOTICE_WAYS),
      /** As the role has it, nothing was chosen. */
      isUsual: z.boolean(),
    }),
  ),
  quiet,
});
export type Choices = z.infer<typeof choicesSchema>;

const tag = 'notices';

export const readChoices = operation({
  id: 'readChoices',
  method: 'GET',
  path: '/notices/choices',
  summary: 'What news one gets, how, and in what hours no letters come',
  tag,
  permission: 'member',
  answer: choicesSchema,
});

export const chooseNotices = operation({
  id: 'chooseNotices',
  method: 'PUT',
  path: '/notices/choices',
  summary: 'Chooses the way of each kind of news, and the quiet hours',
  tag,
  permission: 'member',
  body: z.strictObject({
    ways: z.partialRecord(z.enum(NOTICE_KINDS), z.enum(NOTICE_WAYS)),
    quiet,
  }),
  answer: choicesSchema,
});
