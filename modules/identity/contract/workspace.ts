import * as z from 'zod';
import { currencySchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';
import { isZone } from '@mosty/kernel/time';
import { languageSchema } from './me.ts';

const name = z.string().trim().min(1).max(200);
/** By name, not by offset: «+03:00» means the opposite to PostgreSQL, and knows no change of clocks. */
const zone = z
  .string()
  .max(60)
  .refine((name) => isZone(name) && !/^[+-]/.test(name), 'not an IANA time zone');

export const newWorkspaceSchema = z.strictObject({
  name,
  legalName: z.string().trim().min(1).max(300).optional(),
  zone: zone.default('Europe/Moscow'),
  currency: currencySchema.default('RUB'),
  language: languageSchema.default('ru'),
});
export type NewWorkspace = z.input<typeof newWorkspaceSchema>;

export const workspaceSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  legalName: z.string().nullable(),
  zone: z.string(),
  currency: currencySchema,
  language: languageSchema,
  isDemo: z.boolean(),
  createdAt: z.iso.datetime(),
});

export const getWorkspace = operation({
  id: 'getWorkspace',
  method: 'GET',
  path: '/workspace',
  summary: 'The company: name, time zone, currency, language',
  tag: 'identity',
  permission: 'workspace.read',
  answer: workspaceSchema,
});

/** The currency is chosen once: amounts already counted would change their meaning. */
export const updateWorkspace = operation({
  id: 'updateWorkspace',
  method: 'PATCH',
  path: '/workspace',
  summary: 'Changes the company’s name, legal name, time zone or language',
  tag: 'identity',
  permission: 'workspace.change',
  body: z.strictObject({
    name: name.optional(),
    legalName: z.string().trim().min(1).max(300).nullable().optional(),
    zone: zone.optional(),
    language: languageSchema.optional(),
  }),
  answer: workspaceSchema,
});
