import * as z from 'zod';
import { operation } from '@mosty/kernel/operation';

export const sessionSchema = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
});

export const listMySessions = operation({
  id: 'listMySessions',
  method: 'GET',
  path: '/me/sessions',
  summary: 'Where one is signed in',
  tag: 'identity',
  permission: 'member',
  answer: z.object({ items: z.array(sessionSchema) }),
});

export const endMySession = operation({
  id: 'endMySession',
  method: 'POST',
  path: '/me/sessions/:sessionId/end',
  summary: 'Signs one device out at once',
  tag: 'identity',
  permission: 'member',
  params: z.strictObject({ sessionId: z.string().regex(/^[\w-]{1,100}$/) }),
  answer: z.object({ ended: z.int() }),
});

export const endMyOtherSessions = operation({
  id: 'endMyOtherSessions',
  method: 'POST',
  path: '/me/other-sessions/end',
  summary: 'Signs out every device but this one',
  tag: 'identity',
  permission: 'member',
  answer: z.object({ ended: z.int() }),
});

/** The ways in of the signed-in person; changed through the sign-in endpoints under /api/auth. */
export const getMySignIn = operation({
  id: 'getMySignIn',
  method: 'GET',
  path: '/me/sign-in',
  summary: 'Which ways of signing in one has',
  tag: 'identity',
  permission: 'member',
  answer: z.object({
    email: z.string(),
    hasPassword: z.boolean(),
    hasTotp: z.boolean(),
    passkeys: z.array(
      z.object({ id: z.string(), name: z.string().nullable(), createdAt: z.iso.datetime().nullable() }),
    ),
  }),
});
