import * as z from 'zod';
import { MICRO_PER_MINOR, minorDigits } from '@mosty/kernel/money';
import { namedIn, type Message, type Told } from './told.ts';

const id = z.string().min(1).max(200);
const reference = z
  .union([id, z.object({ id }).transform((object) => object.id)])
  .nullish()
  .transform((value) => value ?? null);
const seconds = z.int().min(0).max(4_102_444_800);
const minor = z.int().min(0);
const currency = z
  .string()
  .length(3)
  .transform((code) => code.toUpperCase());

const eventSchema = z.object({
  id,
  type: z.string().max(100),
  created: seconds,
  livemode: z.boolean(),
  data: z.object({ object: z.looseObject({}) }),
});

const charge = z.object({
  id,
  amount_captured: minor,
  paid: z.boolean(),
  captured: z.boolean(),
  status: z.string(),
  created: seconds,
  currency,
  customer: reference,
  payment_intent: reference,
  metadata: z.unknown().optional(),
  refunds: z.object({ data: z.array(z.unknown()) }).nullish(),
});
const intent = z.object({
  id,
  amount_received: minor,
  status: z.string(),
  created: seconds,
  currency,
  customer: reference,
  metadata: z.unknown().optional(),
});
const checkout = z.object({
  id,
  amount_total: minor.nullable(),
  payment_status: z.string(),
  created: seconds,
  currency: currency.nullable(),
  customer: reference,
  payment_intent: reference,
  client_reference_id: z.string().nullish(),
  metadata: z.unknown().optional(),
});
const refund = z.object({
  id,
  amount: minor,
  status: z.string().nullable(),
  created: seconds,
  currency,
  charge: reference,
  payment_intent: reference,
});
const dispute = z.object({
  id,
  amount: minor,
  created: seconds,
  currency,
  charge: reference,
  payment_intent: reference,
});

const nothing = (because: Extract<Told, { what: 'nothing' }>['because']): Told[] => [
  { what: 'nothing', because },
];
const moment = (at: number) => new Date(at * 1_000);

/**
 * Stripe says one payment several times: as an intent, as a charge, as a finished checkout. The key is the payment
 * intent, or the charge where there is none, so whichever comes first is the sale and the others are known.
 */
export function readStripe(body: unknown): Message | null {
  const event = eventSchema.safeParse(body);
  if (!event.success) return null;
  const { type, livemode, data } = event.data;
  return { id: event.data.id, type, isTest: !livemode, told: toldBy(type, data.object) };
}

function toldBy(type: string, object: unknown): Told[] {
  if (type === 'charge.succeeded' || type === 'charge.captured') return ofCharge(object);
  if (type === 'payment_intent.succeeded') return ofIntent(object);
  if (type === 'checkout.session.completed' || type === 'checkout.session.async_payment_succeeded')
    return ofCheckout(object);
  if (type === 'refund.created' || type === 'refund.updated' || type === 'charge.refund.updated')
    return ofRefund(object);
  if (type === 'charge.refunded') return ofRefundedCharge(object);
  if (type === 'charge.dispute.funds_withdrawn') return ofDispute(object);
  if (type === 'charge.dispute.funds_reinstated') return nothing('dispute_won');
  return nothing('not_about_payments');
}

function ofCharge(object: unknown): Told[] {
  const read = charge.safeParse(object);
  if (!read.success) return nothing('unreadable');
  const { paid, captured, status, amount_captured, metadata, customer, payment_intent } = read.data;
  if (!paid || !captured || status !== 'succeeded') return nothing('not_paid');
  return sale(
    payment_intent ?? read.data.id,
    read.data.created,
    amount_captured,
    read.data.currency,
    customer,
    metadata,
  );
}

function ofIntent(object: unknown): Told[] {
  const read = intent.safeParse(object);
  if (!read.success) return nothing('unreadable');
  const { id: key, status, amount_received, metadata, customer } = read.data;
  if (status !== 'succeeded') return nothing('not_paid');
  return sale(key, read.data.created, amount_received, read.data.currency, customer, metadata);
}

function ofCheckout(object: unknown): Told[] {
  const read = checkout.safeParse(object);
  if (!read.success) return nothing('unreadable');
  const { payment_status, amount_total, metadata, customer, payment_intent, client_reference_id } = read.data;
  if (payment_status !== 'paid' || amount_total === null || read.data.currency === null)
    return nothing('not_paid');
  // A subscription's first payment is told by its charge: the session has no payment intent to know it by.
  if (payment_intent === null) return nothing('told_otherwise');
  const client = client_reference_id ?? customer;
  return sale(payment_intent, read.data.created, amount_total, read.data.currency, client, metadata);
}

function sale(
  externalId: string,
  at: number,
  amount: number,
  code: string,
  customer: string | null,
  metadata: unknown,
): Told[] {
  if (amount === 0) return nothing('not_paid');
  const named = namedIn(metadata);
  return [
    {
      what: 'sale',
      sale: {
        ...named,
        clientExternalId: named.clientExternalId ?? customer ?? undefined,
        externalId,
        occurredAt: moment(at),
        currency: code,
        amountMicro: microOf(amount, code),
      },
    },
  ];
}

function ofRefund(object: unknown): Told[] {
  const read = refund.safeParse(object);
  if (!read.success) return nothing('unreadable');
  if (read.data.status !== 'succeeded') return nothing('not_paid');
  return returned(read.data);
}

/** Older accounts put the refunds into the charge; newer ones tell each by itself. */
function ofRefundedCharge(object: unknown): Told[] {
  const read = charge.safeParse(object);
  if (!read.success) return nothing('unreadable');
  const found = (read.data.refunds?.data ?? []).flatMap((one) => ofRefund(one));
  const refunds = found.filter(({ what }) => what === 'refund');
  return refunds.length > 0 ? refunds : nothing('told_otherwise');
}

function ofDispute(object: unknown): Told[] {
  const read = dispute.safeParse(object);
  return read.success ? returned(read.data) : nothing('unreadable');
}

function returned(money: z.output<typeof dispute>): Told[] {
  const of = money.payment_intent ?? money.charge;
  if (of === null) return nothing('unreadable');
  return [
    {
      what: 'refund',
      refund: {
        externalId: money.id,
        saleExternalId: of,
        occurredAt: moment(money.created),
        currency: money.currency,
        amountMicro: microOf(money.amount, money.currency),
      },
    },
  ];
}

/**
 * How many digits after the point Stripe's whole numbers have (docs.stripe.com/currencies): its own list, not that of
 * ISO 4217. Crowns of Iceland and shillings of Uganda have no cents any more and are still told as if they had; the
 * ariary of Madagascar has fifths and is told without.
 */
const WITHOUT = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' ');
const OF_THOUSAND = 'BHD JOD KWD OMR TND'.split(' ');

function microOf(amount: number, code: string): bigint {
  const digits = WITHOUT.includes(code) ? 0 : OF_THOUSAND.includes(code) ? 3 : 2;
  return (BigInt(amount) * MICRO_PER_MINOR * 10n ** BigInt(minorDigits(code))) / 10n ** BigInt(digits);
}
