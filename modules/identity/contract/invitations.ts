import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { operation } from '@mosty/kernel/operation';
import { roleSchema } from './roles.ts';
import { languageSchema } from './me.ts';

/** How long a password must be. Long ones are the only rule: NIST SP 800-63B 5.1.1 asks for length, not for signs. */
export const PASSWORD_LENGTH_MIN = 10;
export const PASSWORD_LENGTH_MAX = 128;
export const passwordSchema = z.string().min(PASSWORD_LENGTH_MIN).max(PASSWORD_LENGTH_MAX);
export const personNameSchema = z.string().trim().min(1).max(200);
export const emailSchema = z.email().max(254).toLowerCase();

export const invitationSchema = z.object({
  id: idSchema('invitation'),
  email: z.string(),
  name: z.string(),
  role: roleSchema,
  partnerId: idSchema('partner').nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  state: z.enum(['open', 'expired', 'accepted', 'withdrawn']),
});

export const listInvitations = operation({
  id: 'listInvitations',
  method: 'GET',
  path: '/invitations',
  summary: 'Invitations that wait for their person',
  tag: 'identity',
  permission: 'member.invite',
  query: z.strictObject({ partnerId: idSchema('partner').optional() }),
  answer: z.object({ items: z.array(invitationSchema) }),
});

/** Inviting the same address again replaces the invitation that still waits. */
export const inviteMember = operation({
  id: 'inviteMember',
  method: 'POST',
  path: '/invitations',
  summary: 'Invites a person by a letter with a one-time link',
  tag: 'identity',
  permission: 'member.invite',
  body: z.strictObject({
    email: emailSchema,
    name: personNameSchema,
    role: roleSchema,
    partnerId: idSchema('partner').optional(),
    moneyGranted: z.boolean().default(false),
  }),
  answer: invitationSchema,
  status: 201,
});

export const withdrawInvitation = operation({
  id: 'withdrawInvitation',
  method: 'POST',
  path: '/invitations/:invitationId/withdrawal',
  summary: 'Makes the link of an invitation worthless',
  tag: 'identity',
  permission: 'member.invite',
  params: z.strictObject({ invitationId: idSchema('invitation') }),
  answer: invitationSchema,
});

const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** A POST, so that the token stays out of logs of addresses. */
export const openInvitation = operation({
  id: 'openInvitation',
  method: 'POST',
  path: '/invitation-opening',
  summary: 'Says who invites whom to what, by the token of a letter',
  tag: 'sign-in',
  permission: 'public',
  body: z.strictObject({ token: tokenSchema }),
  answer: z.object({
    workspaceName: z.string(),
    language: languageSchema,
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    invitedBy: z.string().nullable(),
    /** This address already signs in here: no new password is asked. */
    hasSignIn: z.boolean(),
  }),
  idempotent: false,
});

export const acceptInvitation = operation({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/invitation-acceptance',
  summary: 'Uses an invitation once: the person becomes a member and chooses a password',
  tag: 'sign-in',
  permission: 'public',
  body: z.strictObject({ token: tokenSchema, name: personNameSchema, password: passwordSchema.optional() }),
  answer: z.object({ email: z.string(), workspaceId: z.uuid() }),
  idempotent: false,
});
