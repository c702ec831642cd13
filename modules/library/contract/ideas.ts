import { KINDS } from '@mosty/agreements/contract';
import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema, type BusinessDate } from '@mosty/kernel/time';
import * as z from 'zod';

export const ideaSchema = z.object({
  id: idSchema('idea'),
  title: z.string(),
  words: z.string(),
  fromOn: z.string(),
  tillOn: z.string(),
  kinds: z.array(z.enum(KINDS)),
  state: z.enum(['published', 'archived']),
  when: z.enum(['ahead', 'now', 'over']),
  /** Who joined; people of a partner see only themselves. */
  joined: z.array(z.object({ partnerId: idSchema('partner'), name: z.string(), at: instantSchema })),
});
export type Idea = z.infer<typeof ideaSchema>;

const tag = 'library';
const params = z.strictObject({ ideaId: idSchema('idea') });
const daySchema = z.iso.date() as unknown as z.ZodType<BusinessDate, string>;
const fields = {
  title: z.string().trim().min(1).max(200),
  words: z.string().trim().min(1).max(4000),
  fromOn: daySchema,
  tillOn: daySchema,
  kinds: z.array(z.enum(KINDS)).max(KINDS.length).default([]),
};

export const listIdeas = operation({
  id: 'listIdeas',
  method: 'GET',
  path: '/library/ideas',
  summary: 'Seasons, launches and trends to join: what is on first, then what is ahead',
  tag,
  permission: 'library.read',
  query: z.strictObject({ ...pageQuery, show: z.enum(['open', 'over', 'archived']).default('open') }),
  answer: pageOf(ideaSchema),
});

export const proposeIdea = operation({
  id: 'proposeIdea',
  method: 'POST',
  path: '/library/ideas',
  summary: 'Offers partners something to do together in a window of days',
  tag,
  permission: 'library.edit',
  body: z.strictObject(fields),
  answer: z.object({ id: idSchema('idea') }),
  status: 201,
});

export const changeIdea = operation({
  id: 'changeIdea',
  method: 'PUT',
  path: '/library/ideas/:ideaId',
  summary: 'Changes an idea, or takes it into the archive and back',
  tag,
  permission: 'library.edit',
  params,
  body: z.strictObject({ ...fields, state: z.enum(['published', 'archived']).default('published') }),
  answer: z.object({ id: idSchema('idea') }),
});

export const joinIdea = operation({
  id: 'joinIdea',
  method: 'PUT',
  path: '/library/ideas/:ideaId/joining',
  summary: 'A partner takes part, or takes it back',
  tag,
  permission: 'library.join',
  params,
  body: z.strictObject({ takesPart: z.boolean() }),
  answer: z.object({ takesPart: z.boolean() }),
});
