import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';

/** A cookie is given at once, or only to those who consented. */
export const COOKIE_MODES = ['set', 'after_consent'] as const;
export type CookieMode = (typeof COOKIE_MODES)[number];

export interface VisitorPolicySet {
  readonly cookies: CookieMode;
  readonly cookieDays: number;
  /** Visits, and whose browser it was, are remembered for so long. */
  readonly keepDays: number;
}

/** What holds until a company sets its own. Two years: no rule of «who brought» looks back further. */
export const USUAL_VISITOR_POLICY: VisitorPolicySet = { cookies: 'set', cookieDays: 90, keepDays: 730 };
export const COOKIE_DAYS_MAX = 400;
export const KEEP_DAYS_MIN = 30;
export const KEEP_DAYS_MAX = 3_650;

const visitorPolicySchema = z.object({
  cookies: z.enum(COOKIE_MODES),
  cookieDays: z.int(),
  keepDays: z.int(),
  /** Visits before this day are forgotten; their sums stay. */
  keptSince: z.string().nullable(),
});

const tag = 'links';

export const getVisitorPolicy = operation({
  id: 'getVisitorPolicy',
  method: 'GET',
  path: '/visitor-policy',
  summary: 'Whether visitors are asked for consent, and how long visits are remembered',
  tag,
  permission: 'click.read',
  answer: visitorPolicySchema,
});

export const setVisitorPolicy = operation({
  id: 'setVisitorPolicy',
  method: 'PUT',
  path: '/visitor-policy',
  summary:
    'Set consent and how long visits are remembered; older ones are forgotten within a quarter of an hour',
  tag,
  permission: 'visitor_policy.set',
  body: z.strictObject({
    cookies: z.enum(COOKIE_MODES),
    cookieDays: z.int().min(1).max(COOKIE_DAYS_MAX),
    keepDays: z.int().min(KEEP_DAYS_MIN).max(KEEP_DAYS_MAX),
  }),
  answer: visitorPolicySchema,
});
