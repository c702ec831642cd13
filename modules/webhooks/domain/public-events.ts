import * as z from 'zod';
import { PUBLIC_EVENTS, TEST_EVENT, type PublicEvent } from '../contract/events.ts';

/**
 * What leaves the house: ids and amounts, never a name, a contact or a word somebody wrote. Each shape is what a
 * receiver may rely on; fields are only ever added. What an internal event carries beyond its shape stays inside.
 */
const id = z.string().max(64);
const currency = z.string().length(3);
const minor = z
  .preprocess((value) => (typeof value === 'string' ? Number(value) : value), z.int())
  .describe('Minor units');
const day = z.iso.date();
const many = <Shape extends z.ZodType>(shape: Shape) => z.array(shape);

const sale = z.object({
  saleId: id,
  clientId: id.nullish(),
  dealId: id.nullish(),
  clickId: id.nullish(),
  occurredAt: z.string(),
  amountMinor: minor,
  currency,
});
const refund = z.object({
  refundId: id,
  saleId: id.nullish().describe('Null while its sale has not come'),
  clientId: id.nullish(),
  occurredAt: z.string(),
  amountMinor: minor,
  currency,
});
const lead = z.object({
  leadId: id,
  clientId: id,
  partnerId: id.nullish(),
  agreementId: id.nullish(),
  clickId: id.nullish(),
  eventName: z.string().max(100).optional(),
  occurredAt: z.string().optional(),
});
const accrual = z.object({
  accrualId: id,
  saleId: id.nullish(),
  refundId: id.nullish(),
  partnerId: id,
  agreementId: id.nullish(),
  amountMinor: minor.describe('Minor units; below zero where a refund takes it back'),
  currency,
});
const payout = z.object({
  payoutId: id,
  partnerId: id,
  amountMinor: minor.optional(),
  currency: currency.optional(),
});
const deal = z.preprocess(
  (body) => (isOne(body) ? { ...body, dealIds: [body.dealId] } : body),
  z.object({
    dealIds: many(id),
    saleIds: many(id).optional(),
    clientId: id.nullish(),
    partnerId: id.nullish(),
    agreementId: id.nullish(),
  }),
);
const claim = z.object({
  claimIds: many(id),
  saleIds: many(id).optional(),
  dealIds: many(id).optional(),
});
const agreement = z.object({ agreementId: id, partnerId: id });

/** Told of one deal or of several, a receiver reads the same list. */
function isOne(body: unknown): body is { dealId: string } {
  return typeof body === 'object' && body !== null && 'dealId' in body && typeof body.dealId === 'string';
}

interface Told {
  /** Of the data a receiver gets. Strips what it does not name. */
  readonly data: z.ZodType;
  readonly says: { readonly ru: string; readonly en: string };
}

export const TOLD: Readonly<Record<PublicEvent, Told>> = {
  'lead.created': {
    data: z.object({ leads: many(lead) }),
    says: { ru: 'Пришёл лид', en: 'A lead came' },
  },
  'sale.created': {
    data: z.object({ sales: many(sale) }),
    says: { ru: 'Записана оплата', en: 'A paid sale was recorded' },
  },
  'sale.refunded': {
    data: z.object({ refunds: many(refund) }),
    says: { ru: 'Оплату вернули, целиком или частью', en: 'A sale was refunded, wholly or in part' },
  },
  'deal.registered': { data: deal, says: { ru: 'Зарегистрирована сделка', en: 'A deal was registered' } },
  'deal.approved': { data: deal, says: { ru: 'Регистрация одобрена', en: 'A registration was approved' } },
  'deal.conflicted': {
    data: deal,
    says: { ru: 'Сделка спорит с другой', en: 'A deal conflicts with another' },
  },
  'deal.expired': { data: deal, says: { ru: 'Защита сделки истекла', en: 'A deal’s protection expired' } },
  'deal.won': { data: deal, says: { ru: 'Сделка выиграна', en: 'A deal was won' } },
  'deal.lost': { data: deal, says: { ru: 'Сделка проиграна', en: 'A deal was lost' } },
  'claim.opened': {
    data: claim,
    says: { ru: 'Оспорено, кто привёл', en: 'Who brought it was contested' },
  },
  'claim.resolved': {
    data: claim.extend({ outcome: z.string().max(40).optional() }),
    says: { ru: 'Спор решён', en: 'A claim was decided' },
  },
  'accrual.created': {
    data: z.object({ accruals: many(accrual) }),
    says: { ru: 'Начислено вознаграждение', en: 'A commission was accrued' },
  },
  'accrual.approved': {
    data: z.object({ accruals: many(accrual) }),
    says: { ru: 'Начисление одобрено', en: 'An accrual was approved' },
  },
  'accrual.held': {
    data: z.object({ holdId: id, partnerId: id, accrualIds: many(id).optional() }),
    says: { ru: 'Начисления придержаны', en: 'Accruals were held' },
  },
  'accrual.released': {
    data: z.object({ holdId: id, partnerId: id, accrualIds: many(id).optional() }),
    says: { ru: 'Начисления отпущены', en: 'Accruals were released' },
  },
  'accrual.paid': {
    data: z.object({ payoutIds: many(id) }),
    says: { ru: 'Начисления выплачены', en: 'Accruals were paid' },
  },
  'payout.created': {
    data: z.object({ batchId: id, payouts: many(payout).optional() }),
    says: { ru: 'Собраны выплаты', en: 'Payouts were made up' },
  },
  'payout.paid': {
    data: payout.extend({ paidOn: day }),
    says: { ru: 'Выплата ушла', en: 'A payout was paid' },
  },
  'payout.failed': { data: payout, says: { ru: 'Банк не провёл выплату', en: 'The bank refused a payout' } },
  'agreement.accepted': {
    data: agreement.extend({ version: z.int() }),
    says: { ru: 'Партнёр принял соглашение', en: 'A partner accepted its agreement' },
  },
  'partner.enrolled': {
    data: agreement,
    says: { ru: 'Партнёр начал работу', en: 'A partner began to work' },
  },
  'partner.left': {
    data: z.object({ partnerId: id }),
    says: { ru: 'С партнёром расстались', en: 'A partner left' },
  },
};

export function isPublic(type: string): type is PublicEvent {
  return (PUBLIC_EVENTS as readonly string[]).includes(type);
}

export interface Happened {
  readonly type: string;
  readonly at: Date;
  readonly body: unknown;
}

/**
 * The data of an event as a receiver gets it: its declared shape and nothing else.
 * @throws when the event does not carry what was promised: our fault, and only this delivery's
 */
export function publicData(event: Happened): unknown {
  if (event.type === TEST_EVENT) return event.body;
  if (!isPublic(event.type)) throw new Error(`${event.type} is not told outside`);
  return TOLD[event.type].data.parse(event.body);
}

/** The bytes that are signed and sent, the same at every attempt. */
export function bodyOf(event: Happened): string {
  return JSON.stringify({ type: event.type, timestamp: event.at.toISOString(), data: publicData(event) });
}
