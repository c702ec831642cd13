import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';
import { roleSchema, scopeSchema } from './roles.ts';

export const languageSchema = z.enum(['ru', 'en']);
export type Language = z.infer<typeof languageSchema>;

export const meSchema = z.object({
  member: z.object({
    id: idSchema('member'),
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    partnerId: idSchema('partner').nullable(),
  }),
  workspace: z.object({
    id: z.uuid(),
    name: z.string(),
    zone: z.string(),
    currency: currencySchema,
    language: languageSchema,
    isDemo: z.boolean(),
  }),
  /** A colleague looks with the eyes of a partner; null for everybody else. */
  looking: z.object({ partnerName: z.string(), until: z.iso.datetime() }).nullable(),
  /** Every action of every module's policy: whether this person's role allows it. */
  can: z.record(z.string(), z.boolean()),
});

export const getMe = operation({
  id: 'getMe',
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in, where, and what they may do',
  tag: 'identity',
  permission: 'member',
  answer: meSchema,
});

export const renameMe = operation({
  id: 'renameMe',
  method: 'PATCH',
  path: '/me',
  summary: 'Changes one’s own name',
  tag: 'identity',
  permission: 'member',
  body: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  answer: z.object({ name: z.string() }),
});

/** The other companies the same person works in; a cookie chooses one. */
export const listMyWorkspaces = operation({
  id: 'listMyWorkspaces',
  method: 'GET',
  path: '/me/workspaces',
  summary: 'Companies the signed-in person belongs to',
  tag: 'identity',
  permission: 'member',
  answer: z.object({
    items: z.array(z.object({ id: z.uuid(), name: z.string(), role: roleSchema, current: z.boolean() })),
  }),
});

export const rightSchema = z.object({
  action: z.string(),
  roles: z.array(roleSchema),
  scope: scopeSchema.nullable(),
  needsMoneyGrant: z.boolean(),
  says: z.object({ ru: z.string(), en: z.string() }),
});

export const listRights = operation({
  id: 'listRights',
  method: 'GET',
  path: '/rights',
  summary: 'Every action of the product and the roles that may do it',
  tag: 'identity',
  permission: 'member',
  answer: z.object({ items: z.array(rightSchema) }),
});
