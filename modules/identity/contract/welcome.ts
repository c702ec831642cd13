import * as z from 'zod';
import { operation } from '@mosty/kernel/operation';
import { emailSchema, passwordSchema, personNameSchema } from './invitations.ts';
import { newWorkspaceSchema } from './workspace.ts';
import { languageSchema } from './me.ts';
import { roleSchema } from './roles.ts';

/** What the sign-in page needs to know before anybody is signed in. */
export const getWelcome = operation({
  id: 'getWelcome',
  method: 'GET',
  path: '/welcome',
  summary: 'Whether the installation is new, and whether there is a demo company to look at',
  tag: 'sign-in',
  permission: 'public',
  answer: z.object({
    /** No company of one's own yet: the first-run page makes one. */
    isNew: z.boolean(),
    demo: z
      .object({
        name: z.string(),
        language: languageSchema,
        /** `partnerName`: whose person it is; null for people of the company. */
        people: z.array(z.object({ role: roleSchema, name: z.string(), partnerName: z.string().nullable() })),
      })
      .nullable(),
  }),
});

/** Only while no company but a demo exists: afterwards people come by invitation. */
export const setUp = operation({
  id: 'setUp',
  method: 'POST',
  path: '/setup',
  summary: 'First start: makes the first company and its owner',
  tag: 'sign-in',
  permission: 'public',
  body: z.strictObject({
    workspace: newWorkspaceSchema,
    owner: z.strictObject({ name: personNameSchema, email: emailSchema, password: passwordSchema }),
  }),
  answer: z.object({ workspaceId: z.uuid(), email: z.string() }),
  status: 201,
  idempotent: false,
});

export const startDemoSession = operation({
  id: 'startDemoSession',
  method: 'POST',
  path: '/demo-session',
  summary: 'Signs in as a person of the demo company; refused anywhere else',
  tag: 'sign-in',
  permission: 'public',
  body: z.strictObject({ role: roleSchema }),
  answer: z.object({ name: z.string(), role: roleSchema }),
  idempotent: false,
});
