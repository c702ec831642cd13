import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { canSchema, exportOf, operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';
import { stageSchema } from './stage.ts';

export const DEAL_KINDS = ['new', 'expansion', 'cross_sell'] as const;
export type DealKind = (typeof DEAL_KINDS)[number];
export const DEAL_CHANNELS = ['partner', 'manager', 'public_form', 'import', 'crm', 'api'] as const;
export type DealChannel = (typeof DEAL_CHANNELS)[number];
export const REGISTRATIONS = [
  'pending',
  'approved',
  'conflicted',
  'rejected',
  'expired',
  'withdrawn',
  'none',
] as const;
export type Registration = (typeof REGISTRATIONS)[number];
export const OUTCOMES = ['won', 'lost'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** S3.19. The same words as attribution's, which knows us and not the other way round. */
export const DEAL_ROLES = ['source', 'implement', 'expertise', 'expand'] as const;
export type DealRole = (typeof DEAL_ROLES)[number];
/** On what ground the client's contacts were handed to us. */
export const HANDOVER_BASES = [
  'client_consent',
  'client_request',
  'business_contact',
  'confirmation_letter',
] as const;
export type HandoverBasis = (typeof HANDOVER_BASES)[number];
/** Why a registration was not taken at once. Partners read «уже в работе» and no more. */
export const DOUBTS = ['registered_earlier', 'own_deal', 'our_client'] as const;
export type Doubt = (typeof DOUBTS)[number];

export const dealParams = z.strictObject({ dealId: idSchema('deal') });
export const dealTag = 'deals';
const named = z.object({ id: z.string(), name: z.string() });

export const dealParticipantSchema = z.object({
  id: idSchema('deal_participant'),
  partner: named,
  agreementId: idSchema('agreement'),
  class: z.enum(['referral', 'partner_sales', 'alliance']),
  role: z.enum(DEAL_ROLES),
  /** Of the reward of that role. */
  sharePpm: z.int(),
  /** The most that this part may earn on the deal. */
  capMinor: minorSchema.nullable(),
});
export type DealParticipant = z.output<typeof dealParticipantSchema>;

/** What is wrong with the roles, said aloud (S3.20): `{code, params}`; the words are ours. */
export const concernSchema = z.object({
  code: z.enum(['two_sources', 'no_implementer', 'shares_over_whole', 'caps_over_amount']),
  params: z.record(z.string(), z.unknown()),
});

export const dealSchema = z.object({
  id: idSchema('deal'),
  number: z.int(),
  title: z.string(),
  kind: z.enum(DEAL_KINDS),
  expandsDealId: idSchema('deal').nullable(),
  /** People of a partner read null: they know the client by the title they gave. */
  client: named.nullable(),
  /** Who registered it; null: our own. */
  partner: named.nullable(),
  agreementId: idSchema('agreement').nullable(),
  namedRegistrant: z.string().nullable(),
  channel: z.enum(DEAL_CHANNELS),
  registration: z.enum(REGISTRATIONS),
  registeredAt: instantSchema.nullable(),
  /** Until when we promised an answer; `isOverdue`: the promise is broken. */
  answerDueAt: instantSchema.nullable(),
  isOverdue: z.boolean(),
  decidedAt: instantSchema.nullable(),
  decisionReason: z.string().nullable(),
  /** The last day of protection. */
  protectedUntil: z.iso.date().nullable(),
  extendedTimes: z.int(),
  doubt: z.enum(DOUBTS).nullable(),
  yieldsToDealId: idSchema('deal').nullable(),
  handoverBasis: z.enum(HANDOVER_BASES).nullable(),
  clientConfirmedAt: instantSchema.nullable(),
  stage: z.string(),
  /** Whose move it is (S3.37); null: the deal is closed. */
  turn: z.enum(['us', ...DEAL_ROLES]).nullable(),
  amountMinor: minorSchema.nullable(),
  currency: currencySchema,
  nextStep: z.string().nullable(),
  nextStepOn: z.iso.date().nullable(),
  movedAt: instantSchema,
  daysSinceMove: z.int(),
  expectedOn: z.iso.date().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  closedAt: instantSchema.nullable(),
  lostReason: z.string().nullable(),
  owner: named.nullable(),
  createdAt: instantSchema,
  participants: z.array(dealParticipantSchema),
  concerns: z.array(concernSchema),
});
export type Deal = z.output<typeof dealSchema>;

export const dealFilters = {
  q: z.string().trim().max(200).optional(),
  registration: z.enum(REGISTRATIONS).optional(),
  stage: z.string().max(40).optional(),
  /** open: neither won nor lost. */
  state: z.enum(['open', 'won', 'lost', 'overdue', 'stuck']).optional(),
  kind: z.enum(DEAL_KINDS).optional(),
  partner: idSchema('partner').optional(),
  client: idSchema('client').optional(),
  /** Whose work it is. */
  owner: z.union([idSchema('member'), z.literal('nobody')]).optional(),
};
export type DealFilters = z.output<z.ZodObject<typeof dealFilters>>;

export const listDealCards = operation({
  id: 'listDealCards',
  method: 'GET',
  path: '/deals',
  summary: 'Deals: opportunities that may become sales, the last moved first; people of a partner see theirs',
  tag: dealTag,
  permission: 'deal.read',
  query: z.strictObject({ ...dealFilters, ...pageQuery }),
  answer: pageOf(dealSchema),
});

export const readBoard = operation({
  id: 'readBoard',
  method: 'GET',
  path: '/deals/board',
  summary: 'Open deals by stage with their sums, and those closed in the last 30 days',
  tag: dealTag,
  permission: 'deal.read',
  query: z.strictObject({
    q: dealFilters.q,
    partner: dealFilters.partner,
    kind: dealFilters.kind,
    owner: dealFilters.owner,
  }),
  answer: z.object({
    columns: z.array(
      z.object({
        stage: stageSchema,
        count: z.int(),
        /** By currency: sums of different money are never added. */
        sums: z.array(z.object({ currency: currencySchema, amountMinor: minorSchema })),
        /** At most 50, the longest without a move first. */
        deals: z.array(dealSchema),
      }),
    ),
  }),
});

export const readDealCard = operation({
  id: 'readDealCard',
  method: 'GET',
  path: '/deals/:dealId',
  summary: 'One deal: roles, history, who it resembles, its sales, and what may be done with it now',
  tag: dealTag,
  permission: 'deal.read',
  params: dealParams,
  answer: dealSchema.extend({
    stages: z.array(stageSchema),
    history: z.array(
      z.object({
        at: instantSchema,
        by: z.string(),
        what: z.string(),
        params: z.record(z.string(), z.unknown()),
      }),
    ),
    /** Clients it may be the same as, and which keys met. Empty for people of a partner. */
    likenesses: z.array(
      z.object({
        client: named,
        same: z.boolean(),
        isPaying: z.boolean(),
        met: z.array(
          z.object({
            kind: z.enum(['tax_number', 'domain', 'email', 'phone', 'name', 'person']),
            how: z.enum(['exact', 'close']),
          }),
        ),
      }),
    ),
    /** Other deals with the same client. Empty for people of a partner. */
    beside: z.array(
      z.object({
        id: idSchema('deal'),
        number: z.int(),
        title: z.string(),
        partner: named.nullable(),
        registration: z.enum(REGISTRATIONS),
        registeredAt: instantSchema.nullable(),
        protectedUntil: z.iso.date().nullable(),
        outcome: z.enum(OUTCOMES).nullable(),
      }),
    ),
    sales: z.array(
      z.object({
        id: idSchema('sale'),
        externalId: z.string(),
        amountMinor: minorSchema,
        currency: currencySchema,
        occurredAt: instantSchema,
      }),
    ),
    can: canSchema,
  }),
});

export const exportDealCards = exportOf(listDealCards, { id: 'exportDealCards', permission: 'deal.export' });

const stepFields = {
  amountMinor: z.int().min(0).nullish(),
  currency: currencySchema.optional(),
  nextStep: z.string().trim().min(1).max(300).nullish(),
  nextStepOn: z.iso.date().nullish(),
  expectedOn: z.iso.date().nullish(),
  ownerMemberId: idSchema('member').nullish(),
};

export const updateDeal = operation({
  id: 'updateDeal',
  method: 'PATCH',
  path: '/deals/:dealId',
  summary: 'Change the sum, the next step, its day, the owner; fields left out stay, null clears',
  tag: dealTag,
  permission: 'deal.write',
  params: dealParams,
  body: z.strictObject({ title: z.string().trim().min(1).max(300).optional(), ...stepFields }),
  answer: dealSchema,
});

export const assignDeals = operation({
  id: 'assignDeals',
  method: 'POST',
  path: '/deals/owner',
  summary: 'Give deals to one of our people, or to nobody; all of them or none',
  tag: dealTag,
  permission: 'deal.write',
  body: z.strictObject({
    dealIds: z.array(idSchema('deal')).min(1).max(200),
    ownerMemberId: idSchema('member').nullable(),
  }),
  /** How many had another owner before. */
  answer: z.object({ changed: z.int() }),
});

export const moveDeal = operation({
  id: 'moveDeal',
  method: 'POST',
  path: '/deals/:dealId/stage',
  summary: 'Move a deal to another stage; a lost one needs its reason',
  tag: dealTag,
  permission: 'deal.write',
  params: dealParams,
  body: z.strictObject({
    stage: z.string().min(1).max(40),
    lostReason: z.string().trim().min(1).max(300).optional(),
  }),
  answer: dealSchema,
});

export const setDealRoles = operation({
  id: 'setDealRoles',
  method: 'PUT',
  path: '/deals/:dealId/roles',
  summary: 'Who does what in the deal, with shares and caps; the whole list at once',
  tag: dealTag,
  permission: 'deal.write',
  params: dealParams,
  body: z.strictObject({
    roles: z
      .array(
        z.strictObject({
          partnerId: idSchema('partner'),
          agreementId: idSchema('agreement').optional(),
          role: z.enum(DEAL_ROLES),
          sharePpm: z.int().min(1).max(1_000_000).default(1_000_000),
          capMinor: z.int().min(1).nullish(),
        }),
      )
      .max(20),
  }),
  answer: dealSchema,
});

export const linkSale = operation({
  id: 'linkSale',
  method: 'POST',
  path: '/deals/:dealId/sales',
  summary: 'The deal became this sale: the deal is won',
  tag: dealTag,
  permission: 'deal.write',
  params: dealParams,
  body: z.strictObject({ saleId: idSchema('sale') }),
  answer: dealSchema,
});
