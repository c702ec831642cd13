import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';

/** Whose move a stage is: ours, or that of a role (S3.37). */
export const TURNS = ['us', 'source', 'implement', 'expertise', 'expand'] as const;
export type Turn = (typeof TURNS)[number];

export const stageSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9_]{1,40}$/),
  /** Null: the shipped name, in the reader's language. */
  name: z.string().trim().min(1).max(100).nullable(),
  probabilityPpm: z.int().min(0).max(1_000_000),
  outcome: z.enum(['won', 'lost']).nullable(),
  turn: z.enum(TURNS),
});
export type Stage = z.output<typeof stageSchema>;

export const listStages = operation({
  id: 'listStages',
  method: 'GET',
  path: '/deal-stages',
  summary: 'The steps a deal takes, in order',
  tag: 'deals',
  permission: 'deal.read',
  answer: z.object({ items: z.array(stageSchema), isShipped: z.boolean() }),
});

export const setStages = operation({
  id: 'setStages',
  method: 'PUT',
  path: '/deal-stages',
  summary: 'Name, reorder, add and remove stages; one is won and one is lost, those with deals stay',
  tag: 'deals',
  permission: 'deal.set_up',
  body: z.strictObject({ stages: z.array(stageSchema).min(3).max(20) }),
  answer: z.object({ items: z.array(stageSchema), isShipped: z.boolean() }),
});

export const registrationRulesSchema = z.object({
  protectionDays: z.int().min(1).max(1_000),
  extensionDays: z.int().min(1).max(1_000),
  extensionsMax: z.int().min(0).max(20),
  /** Working hours: Monday to Friday, 9 to 18 of the company's zone. */
  answerHours: z.int().min(1).max(400),
});
export type RegistrationRules = z.output<typeof registrationRulesSchema>;

export const readRegistrationRules = operation({
  id: 'readRegistrationRules',
  method: 'GET',
  path: '/registration-rules',
  summary: 'How long a registration protects, and how soon we answer',
  tag: 'deals',
  permission: 'deal.read',
  answer: registrationRulesSchema,
});

export const setRegistrationRules = operation({
  id: 'setRegistrationRules',
  method: 'PUT',
  path: '/registration-rules',
  summary: 'Change them; registrations decided before keep what they were promised',
  tag: 'deals',
  permission: 'deal.set_up',
  body: z.strictObject(registrationRulesSchema.shape),
  answer: registrationRulesSchema,
});
