import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';

export const search = operation({
  id: 'search',
  method: 'GET',
  path: '/search',
  summary: 'Partners and clients by name, external id or tax number; Russian or Latin letters, ё or е',
  tag: 'search',
  permission: 'directory.search',
  query: z.strictObject({
    q: z.string().trim().min(1).max(200),
    limit: z.coerce.number().int().min(1).max(20).default(8),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        what: z.enum(['partner', 'client']),
        id: z.string(),
        name: z.string(),
        /** What tells two of the same name apart: external id, tax number or city. */
        hint: z.string().nullable(),
        archived: z.boolean(),
      }),
    ),
  }),
});
