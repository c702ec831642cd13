import { idSchema } from '@mosty/kernel/id';
import { currencySchema, minorSchema } from '@mosty/kernel/money';
import { operation } from '@mosty/kernel/operation';
import * as z from 'zod';

export const EXCHANGE_KINDS = [
  'content',
  'newsletter',
  'webinar',
  'guest',
  'introduction',
  'insight',
  'client_help',
  'access',
  'other',
] as const;
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];
export const DIRECTIONS = ['given', 'received'] as const;
export const RECOGNITION_KINDS = ['highlight', 'thanks', 'gift'] as const;

const day = z.iso.date();
const words = z.string().trim().min(1).max(500);

export const exchangeSchema = z.object({
  id: idSchema('exchange'),
  direction: z.enum(DIRECTIONS),
  kind: z.enum(EXCHANGE_KINDS),
  text: z.string(),
  onDay: z.string(),
  /** An opinion of what it was worth; never part of any sum of money (S1.40). */
  estimateMinor: minorSchema.nullable(),
  currency: currencySchema,
});
export type Exchange = z.infer<typeof exchangeSchema>;

export const recognitionSchema = z.object({
  id: idSchema('recognition'),
  kind: z.enum(RECOGNITION_KINDS),
  text: z.string(),
  onDay: z.string(),
});
export type Recognition = z.infer<typeof recognitionSchema>;

const tag = 'rhythm';
const ofPartner = z.strictObject({ partnerId: idSchema('partner') });

export const readValue = operation({
  id: 'readValue',
  method: 'GET',
  path: '/partners/:partnerId/value',
  summary: 'What was given to a partner and received without money, and how it was thanked',
  tag,
  permission: 'week.read',
  params: ofPartner,
  answer: z.object({
    exchanges: z.array(exchangeSchema),
    recognitions: z.array(recognitionSchema),
    /** How many kinds of exchange there were: one deal, or something richer (S1.41). */
    breadth: z.int(),
    isWhole: z.boolean(),
  }),
});

export const recordExchange = operation({
  id: 'recordExchange',
  method: 'POST',
  path: '/partners/:partnerId/exchanges',
  summary: 'Write down something of value given or received',
  tag,
  permission: 'week.write',
  params: ofPartner,
  body: z.strictObject({
    direction: z.enum(DIRECTIONS),
    kind: z.enum(EXCHANGE_KINDS),
    text: words,
    onDay: day,
    estimateMinor: z.int().min(0).max(1_000_000_000_000).nullish(),
  }),
  answer: exchangeSchema,
  status: 201,
});

export const thankPartner = operation({
  id: 'thankPartner',
  method: 'POST',
  path: '/partners/:partnerId/recognitions',
  summary: 'Write down how a partner was thanked (S1.65)',
  tag,
  permission: 'week.write',
  params: ofPartner,
  body: z.strictObject({ kind: z.enum(RECOGNITION_KINDS), text: words, onDay: day }),
  answer: recognitionSchema,
  status: 201,
});
