import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { canSchema, operation } from '@mosty/kernel/operation';
import { roleSchema } from './roles.ts';

export const reasonSchema = z.string().trim().min(3).max(500);

export const memberSchema = z.object({
  id: idSchema('member'),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  partnerId: idSchema('partner').nullable(),
  moneyGranted: z.boolean(),
  /** Signed in at least once, so the invitation is behind them. */
  hasSignIn: z.boolean(),
  createdAt: z.iso.datetime(),
  leftAt: z.iso.datetime().nullable(),
  can: canSchema,
});
export type MemberShown = z.infer<typeof memberSchema>;

export const listMembers = operation({
  id: 'listMembers',
  method: 'GET',
  path: '/members',
  summary: 'People of the company and of its partners',
  tag: 'identity',
  permission: 'member.read',
  query: z.strictObject({ left: z.stringbool().default(false), partnerId: idSchema('partner').optional() }),
  answer: z.object({ items: z.array(memberSchema) }),
});

const memberParams = z.strictObject({ memberId: idSchema('member') });

export const changeRole = operation({
  id: 'changeRole',
  method: 'PUT',
  path: '/members/:memberId/role',
  summary: 'Gives a person of the company another role',
  tag: 'identity',
  permission: 'member.change_role',
  params: memberParams,
  body: z.strictObject({ role: roleSchema, reason: reasonSchema }),
  answer: memberSchema,
});

/** For a partner’s employee: whether they see their partner’s money. */
export const grantMoney = operation({
  id: 'grantMoney',
  method: 'PUT',
  path: '/members/:memberId/money-grant',
  summary: 'Lets a partner’s employee see their partner’s money, or no longer',
  tag: 'identity',
  permission: 'member.grant_money',
  params: memberParams,
  body: z.strictObject({ granted: z.boolean() }),
  answer: memberSchema,
});

export const removeMember = operation({
  id: 'removeMember',
  method: 'POST',
  path: '/members/:memberId/removal',
  summary: 'Ends a person’s access at once; what they did stays signed by them',
  tag: 'identity',
  permission: 'member.remove',
  params: memberParams,
  body: z.strictObject({ reason: reasonSchema }),
  answer: memberSchema,
});
