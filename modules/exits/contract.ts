import { CLASSES } from '@mosty/agreements/contract';
import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, operation } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import { evidenceCode, findingSchema, stageSchema } from '@mosty/lifecycle/contract';
import * as z from 'zod';

/** What came of working together: the same figures are shown to both sides (S0.66). */
export const figuresSchema = z.object({
  /** The first accepted agreement; null: there was none. */
  workedSince: z.string().nullable(),
  brought: z.array(
    z.object({
      /** Books are never summed (S2.3): each class stands by itself. */
      class: z.enum(CLASSES),
      currency: currencySchema,
      clients: z.int(),
      sales: z.int(),
      amountMinor: minorSchema,
    }),
  ),
  earned: z.array(z.object({ currency: currencySchema, amountMinor: minorSchema })),
});

export const AGREED_HOW = ['portal', 'told'] as const;

export const summarySchema = z.object({
  version: z.int(),
  figures: figuresSchema,
  shownAt: instantSchema,
  agreedAt: instantSchema.nullable(),
  agreedBy: z.string().nullable(),
  agreedHow: z.enum(AGREED_HOW).nullable(),
  proof: z.string().nullable(),
});
export type Summary = z.infer<typeof summarySchema>;

const letterSchema = z.object({ subject: z.string(), text: z.string() });
const named = <N extends 'client' | 'deal' | 'partner' | 'member'>(noun: N) =>
  z.object({ id: idSchema(noun), name: z.string() });

export const exitSchema = z.object({
  partnerName: z.string(),
  /** Null: outside the conveyor. */
  stage: stageSchema.nullable(),
  beganAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  /** Everything the gate to the end asks, as it is found now; empty when the partner does not leave. */
  items: z.array(findingSchema.extend({ code: evidenceCode })),
  missing: z.int(),
  thanks: z.object({
    at: instantSchema.nullable(),
    hasAddress: z.boolean(),
    /** To begin with; people write it their own way. */
    drafts: z.object({ ru: letterSchema, en: letterSchema }),
  }),
  /** As it is now; what was shown is in `summary`. */
  figures: figuresSchema,
  summary: summarySchema.nullable(),
  clients: z.object({ count: z.int(), first: z.array(named('client')) }),
  deals: z.object({ count: z.int(), first: z.array(named('deal')) }),
  handedOver: z.array(
    z.object({
      kind: z.enum(['client', 'deal']),
      name: z.string(),
      to: z.string(),
      at: instantSchema,
    }),
  ),
  links: z.object({ live: z.int(), codes: z.int(), proposed: z.string().nullable() }),
  access: z.object({ people: z.int(), invitations: z.int() }),
  retentionOn: z.string().nullable(),
  retentionProposed: z.string(),
  /** People of the partner whose personal data is known, and how many were erased when their day came. */
  people: z.object({
    faces: z.int(),
    signedIn: z.int(),
    erasedAt: instantSchema.nullable(),
    erased: z.int().nullable(),
  }),
  can: canSchema,
});
export type Exit = z.infer<typeof exitSchema>;

const tag = 'exits';
const params = z.strictObject({ partnerId: idSchema('partner') });
const line = z.string().trim().min(1).max(300);
const said = z.string().trim().min(3).max(1_000);

export const readExit = operation({
  id: 'readExit',
  method: 'GET',
  path: '/partners/:partnerId/exit',
  summary: 'How parting with a partner goes: what is done, what is still open and who can settle it (S0.66)',
  tag,
  permission: 'exit.read',
  params,
  answer: exitSchema,
});

export const sendThanks = operation({
  id: 'sendThanks',
  method: 'POST',
  path: '/partners/:partnerId/exit/thanks',
  summary: 'Thank the partner: by a letter, or note how it was said when there is no address',
  tag,
  permission: 'exit.write',
  params,
  body: z
    .strictObject({
      letter: z.strictObject({ subject: line, text: z.string().trim().min(1).max(8_000) }).optional(),
      saidOtherwise: said.optional(),
    })
    .refine(({ letter, saidOtherwise }) => (letter === undefined) !== (saidOtherwise === undefined)),
  answer: exitSchema,
});

export const showSummary = operation({
  id: 'showSummary',
  method: 'POST',
  path: '/partners/:partnerId/exit/summary',
  summary: 'Show both sides what came of working together, as it is now',
  tag,
  permission: 'exit.write',
  params,
  answer: exitSchema,
  status: 201,
});

export const noteSummaryAgreed = operation({
  id: 'noteSummaryAgreed',
  method: 'POST',
  path: '/partners/:partnerId/exit/summary/agreement',
  summary: 'Write down that the partner agreed to the summary otherwise, and where that is seen',
  tag,
  permission: 'exit.write',
  params,
  body: z.strictObject({ version: z.int().min(1), proof: said }),
  answer: exitSchema,
});

export const handOver = operation({
  id: 'handOver',
  method: 'POST',
  path: '/partners/:partnerId/exit/handover',
  summary:
    'Hand clients and open deals of the partner to another partner or to one of us; all that is left unless told',
  tag,
  permission: 'exit.hand_over',
  params,
  body: z.strictObject({
    clientIds: z.array(idSchema('client')).min(1).max(500).optional(),
    dealIds: z.array(idSchema('deal')).min(1).max(500).optional(),
    /** Who keeps the clients from now on; left out: none of the partners, our person looks after them. */
    toPartnerId: idSchema('partner').optional(),
    /** Who of us leads the open deals, and looks after clients that no partner keeps. */
    toMemberId: idSchema('member'),
  }),
  answer: exitSchema,
});

export const neutralizeLinks = operation({
  id: 'neutralizeExitLinks',
  method: 'POST',
  path: '/partners/:partnerId/exit/links',
  summary: 'Links of the partner lead to a page of the company and pay nobody; its codes stop',
  tag,
  permission: 'exit.write',
  params,
  body: z.strictObject({ destination: z.url().max(2_000) }),
  answer: exitSchema,
});

export const closeAccess = operation({
  id: 'closeExitAccess',
  method: 'POST',
  path: '/partners/:partnerId/exit/access',
  summary: 'End the sign-ins of the partner’s people, on every device',
  tag,
  permission: 'exit.close_access',
  params,
  answer: exitSchema,
});

export const setRetention = operation({
  id: 'setExitRetention',
  method: 'PUT',
  path: '/partners/:partnerId/exit/retention',
  summary: 'Until what day personal data of the partner’s people is kept',
  tag,
  permission: 'exit.write',
  params,
  body: z.strictObject({ on: z.iso.date() }),
  answer: exitSchema,
});

const ownExitSchema = z.object({
  /** Null: nobody parts, or nothing was shown yet. */
  summary: summarySchema.nullable(),
  can: canSchema,
});

export const readOwnExit = operation({
  id: 'readOwnExit',
  method: 'GET',
  path: '/portal/exit',
  summary: 'What came of working together, as it is shown to the partner',
  tag,
  permission: 'exit.agree',
  answer: ownExitSchema,
});

export const agreeSummary = operation({
  id: 'agreeSummary',
  method: 'POST',
  path: '/portal/exit/agreement',
  summary: 'Agree to the summary that was shown',
  tag,
  permission: 'exit.agree',
  body: z.strictObject({ version: z.int().min(1) }),
  answer: ownExitSchema,
});
