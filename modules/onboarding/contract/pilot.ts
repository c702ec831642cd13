import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

/** What a pilot is judged by; every one is counted from facts, none is told by hand. */
export const PILOT_METRICS = [
  'registered_deals',
  'won_deals',
  'sales',
  'paid_minor',
  'refund_ppm',
  'spent_minor',
  'margin_minor',
] as const;
export type PilotMetric = (typeof PILOT_METRICS)[number];
export const COMPARISONS = ['at_least', 'at_most'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** scale: it works, and grows · rework: once, with what changes · part. */
export const PILOT_VERDICTS = ['scale', 'rework', 'part'] as const;
export type PilotVerdict = (typeof PILOT_VERDICTS)[number];
/** draft: terms may change · running: locked, facts come in · due: its last day passed, a verdict waits · decided. */
export const PILOT_STATES = ['draft', 'running', 'due', 'decided'] as const;
export type PilotState = (typeof PILOT_STATES)[number];

const MAX_MINOR = 1_000_000_000_000;
const minor = z.int().min(0).max(MAX_MINOR);
const day = z.iso.date();

const criterion = z.strictObject({
  metric: z.enum(PILOT_METRICS),
  comparison: z.enum(COMPARISONS),
  target: z.int().min(-MAX_MINOR).max(MAX_MINOR),
});
export type Criterion = z.infer<typeof criterion>;

export const pilotTerms = z.strictObject({
  /** Paid sales agreed. */
  volume: z.int().min(1).max(10_000),
  startsOn: day,
  endsOn: day,
  /** What the pilot may cost beside rewards. */
  budgetMinor: minor,
  /** Of one sale: what it brings, what it costs us, what the partner gets. */
  priceMinor: minor.min(1),
  costMinor: minor,
  rewardMinor: minor,
  criteria: z.array(criterion).min(1).max(11),
});
export type PilotTerms = z.infer<typeof pilotTerms>;

const factsSchema = z.object({
  registeredDeals: z.int(),
  wonDeals: z.int(),
  sales: z.int(),
  paidMinor: minorSchema,
  refundMinor: minorSchema,
  refundPpm: minorSchema,
  costMinor: minorSchema,
  rewardMinor: minorSchema,
  spentMinor: minorSchema,
  marginMinor: minorSchema,
});

export const pilotRowSchema = z.object({
  id: idSchema('pilot'),
  partner: z.object({ id: idSchema('partner'), name: z.string() }),
  state: z.enum(PILOT_STATES),
  volume: z.int(),
  startsOn: z.string(),
  endsOn: z.string(),
  currency: currencySchema,
  budgetMinor: minorSchema,
  facts: factsSchema.nullable(),
  /** How many criteria are met of how many; null while nothing is locked. */
  met: z.int().nullable(),
  criteriaCount: z.int(),
  verdict: z.enum(PILOT_VERDICTS).nullable(),
  reason: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
});
export type PilotRow = z.infer<typeof pilotRowSchema>;

export const pilotSchema = pilotRowSchema.extend({
  lockedAt: instantSchema.nullable(),
  priceMinor: minorSchema,
  costMinor: minorSchema,
  rewardMinor: minorSchema,
  /** All agreed sales together; what is left after the budget is not below zero, or nothing is locked (S0.44). */
  planned: z.object({
    paidMinor: minorSchema,
    costMinor: minorSchema,
    rewardMinor: minorSchema,
    marginMinor: minorSchema,
  }),
  criteria: z.array(
    criterion.extend({ target: minorSchema, found: minorSchema.nullable(), isMet: z.boolean().nullable() }),
  ),
  can: canSchema,
});
export type Pilot = z.infer<typeof pilotSchema>;

/** What of a pilot speaks of our own money: the partner reads whether it is met, not by how much. */
export const OUR_METRICS = ['spent_minor', 'margin_minor'] as const satisfies readonly PilotMetric[];

/** A pilot as the partner reads it: what was agreed with it and how it goes. */
export const ownPilotSchema = z.object({
  id: idSchema('pilot'),
  state: z.enum(PILOT_STATES),
  volume: z.int(),
  startsOn: z.string(),
  /** The last day; the verdict is said after it. */
  endsOn: z.string(),
  currency: currencySchema,
  sales: z.int(),
  rewardMinor: minorSchema,
  criteria: z.array(
    z.object({
      metric: z.enum(PILOT_METRICS),
      comparison: z.enum(COMPARISONS),
      /** null: a figure of ours. */
      target: minorSchema.nullable(),
      found: minorSchema.nullable(),
      isMet: z.boolean(),
    }),
  ),
  verdict: z.enum(PILOT_VERDICTS).nullable(),
});
export type OwnPilot = z.infer<typeof ownPilotSchema>;

const tag = 'onboarding';
const ofPilot = z.strictObject({ pilotId: idSchema('pilot') });

export const listPilots = operation({
  id: 'listPilots',
  method: 'GET',
  path: '/pilots',
  summary: 'Pilots by the day on which they end: what was agreed beside what came of it',
  tag,
  permission: 'pilot.read',
  query: z.strictObject({
    ...pageQuery,
    show: z.enum(['open', 'decided']).default('open'),
    partnerId: idSchema('partner').optional(),
  }),
  answer: pageOf(pilotRowSchema),
});

export const readPilot = operation({
  id: 'readPilot',
  method: 'GET',
  path: '/pilots/:pilotId',
  summary: 'One pilot: terms, unit economics, criteria and facts',
  tag,
  permission: 'pilot.read',
  params: ofPilot,
  answer: pilotSchema,
});

export const readPartnerPilot = operation({
  id: 'readPartnerPilot',
  method: 'GET',
  path: '/partners/:partnerId/pilot',
  summary: 'The last locked pilot of one partner, as its own people read it too: agreed beside come',
  tag,
  permission: 'launch.read',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  answer: z.object({ pilot: ownPilotSchema.nullable() }),
});

export const draftPilot = operation({
  id: 'draftPilot',
  method: 'POST',
  path: '/partners/:partnerId/pilots',
  summary: 'Terms of a pilot; they may change until they are locked',
  tag,
  permission: 'pilot.write',
  params: z.strictObject({ partnerId: idSchema('partner') }),
  body: pilotTerms,
  answer: pilotSchema,
  status: 201,
});

export const changePilot = operation({
  id: 'changePilot',
  method: 'PUT',
  path: '/pilots/:pilotId',
  summary: 'Other terms, while nothing is locked',
  tag,
  permission: 'pilot.write',
  params: ofPilot,
  body: pilotTerms,
  answer: pilotSchema,
});

export const lockPilot = operation({
  id: 'lockPilot',
  method: 'POST',
  path: '/pilots/:pilotId/lock',
  summary: 'From here on nobody changes the terms, the program included (S0.61)',
  tag,
  permission: 'pilot.write',
  params: ofPilot,
  answer: pilotSchema,
});

export const decidePilot = operation({
  id: 'decidePilot',
  method: 'POST',
  path: '/pilots/:pilotId/verdict',
  summary: 'Scale, rework once or part: the partner goes through the gate that the verdict opens',
  tag,
  permission: 'pilot.decide',
  params: ofPilot,
  body: z.strictObject({
    verdict: z.enum(PILOT_VERDICTS),
    /** A reason of the stage the verdict leads to; not asked for scaling. */
    reasonCode: z
      .string()
      .regex(/^[a-z_]{2,40}$/)
      .nullish(),
    note: z.string().trim().min(1).max(2_000),
  }),
  answer: pilotSchema,
});
