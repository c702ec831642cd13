import * as z from 'zod';
import { idSchema } from '@mosty/kernel/id';
import { ppmSchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { CLAIM_STATES } from './claims.ts';
import { reasonSchema } from './reason.ts';
import { DEAL_ROLES } from './role.ts';

/** Of another partner, where the reader is a partner: neither id nor name. */
const whoSchema = z.object({ partnerId: z.string().nullable(), partnerName: z.string().nullable() });

export const TOUCH_KINDS = ['click', 'lead', 'deal', 'kept', 'code', 'named', 'happened', 'sale'] as const;
export type TouchKind = (typeof TOUCH_KINDS)[number];

/** Everything that led to the sale, oldest first; the sale itself is the last. What `happened` to a deal is a code. */
export const timelineSchema = z.array(
  whoSchema.extend({ at: z.string(), kind: z.enum(TOUCH_KINDS), text: z.string().nullable() }),
);

export const decisionShownSchema = z.object({
  kind: z.enum(['credited', 'uncredited', 'direct']),
  rule: z.string().nullable(),
  policyNumber: z.int(),
  decidedAt: instantSchema.nullable(),
  /** Why it was decided again; null: the first decision. */
  reason: z.string().nullable(),
  participants: z.array(
    whoSchema.extend({
      role: z.enum(DEAL_ROLES),
      sharePpm: ppmSchema,
      leads: z.boolean(),
      reason: reasonSchema,
    }),
  ),
  /** Empty for people of a partner: the steps name others. */
  steps: z.array(z.object({ rule: z.string(), said: z.string(), reason: reasonSchema })),
  lost: z.array(whoSchema.extend({ rule: z.string(), reason: reasonSchema })),
  timeline: timelineSchema,
});

export const getWhoBrought = operation({
  id: 'getWhoBrought',
  method: 'GET',
  path: '/sales/:saleId/decision',
  summary: 'Who brought a sale: what each rule said, who lost and why, what led to it, who contests it',
  tag: 'attribution',
  permission: 'participant.read',
  params: z.strictObject({ saleId: idSchema('sale') }),
  answer: z.object({
    saleId: idSchema('sale'),
    decision: decisionShownSchema,
    earlier: z.array(z.object({ decidedAt: instantSchema, rule: z.string().nullable(), kind: z.string() })),
    claims: z.array(
      z.object({ id: idSchema('claim'), state: z.enum(CLAIM_STATES), openedAt: instantSchema }),
    ),
    /** The last day on which it may be contested. */
    contestableTo: z.iso.date(),
  }),
});

/** Whose a deal is: who registered it and takes part, what is known of its client, who contests it. */
export const getWhoOfDeal = operation({
  id: 'getWhoOfDeal',
  method: 'GET',
  path: '/deals/:dealId/who',
  summary: 'Whose a deal is: who takes part, what led to it and happened to it, who contests it',
  tag: 'attribution',
  permission: 'participant.read',
  params: z.strictObject({ dealId: idSchema('deal') }),
  answer: z.object({
    dealId: idSchema('deal'),
    number: z.int(),
    title: z.string(),
    registrant: whoSchema,
    participants: z.array(whoSchema.extend({ role: z.enum(DEAL_ROLES), sharePpm: ppmSchema })),
    timeline: timelineSchema,
    claims: z.array(
      z.object({ id: idSchema('claim'), state: z.enum(CLAIM_STATES), openedAt: instantSchema }),
    ),
    /** The last day on which it may be contested; null: as long as it is open. */
    contestableTo: z.iso.date().nullable(),
  }),
});
