import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { canSchema, operation, pageOf, pageQuery } from '@mosty/kernel/operation';

export const MESSAGE_STATES = ['queued', 'sent', 'failed', 'kept'] as const;
export const messageStateSchema = z.enum(MESSAGE_STATES);

export const messageSchema = z.object({
  id: idSchema('message'),
  kind: z.string(),
  toEmail: z.string(),
  subject: z.string(),
  state: messageStateSchema,
  /** It carries a one-time link, so reading it is written to the journal. */
  isSecret: z.boolean(),
  attempts: z.int(),
  lastError: z.string().nullable(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  can: canSchema,
});

export const listMessages = operation({
  id: 'listMessages',
  method: 'GET',
  path: '/messages',
  summary: 'Letters of the program, newest first',
  tag: 'identity',
  permission: 'message.read',
  query: z.strictObject({ ...pageQuery, state: messageStateSchema.optional() }),
  answer: pageOf(messageSchema),
});

const params = z.strictObject({ messageId: idSchema('message') });

export const openMessage = operation({
  id: 'openMessage',
  method: 'POST',
  path: '/messages/:messageId/opening',
  summary: 'Reads the text of a letter; a letter with a one-time link is journalled',
  tag: 'identity',
  permission: 'message.read',
  params,
  answer: z.object({ subject: z.string(), toEmail: z.string(), body: z.string() }),
  idempotent: false,
});

export const retryMessage = operation({
  id: 'retryMessage',
  method: 'POST',
  path: '/messages/:messageId/retry',
  summary: 'Queues a letter that failed or was kept',
  tag: 'identity',
  permission: 'message.retry',
  params,
  answer: messageSchema,
});
