import * as z from 'zod';
import { microOfMajor, namedIn, type Message, type Told } from './told.ts';

const id = z.string().min(1).max(100);
/** A string in payments; a number was seen in payouts. */
const amount = z.object({ value: z.union([z.string().max(30), z.number()]), currency: z.string().length(3) });
const instant = z.iso.datetime({ offset: true });

const payment = z.object({
  id,
  status: z.string(),
  paid: z.boolean().optional(),
  test: z.boolean().optional(),
  amount,
  created_at: instant,
  captured_at: instant.nullish(),
  metadata: z.unknown().optional(),
  merchant_customer_id: z.string().nullish(),
});
const refund = z.object({ id, payment_id: id, status: z.string(), amount, created_at: instant });
const notification = z.object({
  type: z.literal('notification'),
  event: z.string().max(100),
  object: z.looseObject({ id }),
});

const nothing = (because: Extract<Told, { what: 'nothing' }>['because']): Told[] => [
  { what: 'nothing', because },
];

/** A notification has no id of its own: the object and what became of it are one. */
export function readYookassa(body: unknown): (Message & { readonly objectId: string }) | null {
  const read = notification.safeParse(body);
  if (!read.success) return null;
  const { event, object } = read.data;
  return {
    id: `${event}:${object.id}`.slice(0, 200),
    type: event,
    isTest: object['test'] === true,
    objectId: object.id,
    told: toldOf(event, object),
  };
}

/** The same of an object that was asked for again: it, not what was told, is believed. */
export function toldOf(event: string, object: unknown): Told[] {
  if (event === 'payment.succeeded') return ofPayment(object);
  if (event === 'refund.succeeded') return ofRefund(object);
  return nothing(event.startsWith('payment.') ? 'not_paid' : 'not_about_payments');
}

function ofPayment(object: unknown): Told[] {
  const read = payment.safeParse(object);
  if (!read.success) return nothing('unreadable');
  const { status, paid, captured_at, created_at, metadata, merchant_customer_id } = read.data;
  if (status !== 'succeeded' || paid === false) return nothing('not_paid');
  const { value, currency } = read.data.amount;
  const amountMicro = microOfMajor(value, currency);
  if (amountMicro === null || amountMicro < 0n) return nothing('unreadable');
  const named = namedIn(metadata);
  return [
    {
      what: 'sale',
      sale: {
        ...named,
        clientExternalId: named.clientExternalId ?? (merchant_customer_id || undefined),
        externalId: read.data.id,
        occurredAt: new Date(captured_at ?? created_at),
        currency,
        amountMicro,
      },
    },
  ];
}

function ofRefund(object: unknown): Told[] {
  const read = refund.safeParse(object);
  if (!read.success) return nothing('unreadable');
  if (read.data.status !== 'succeeded') return nothing('not_paid');
  const { value, currency } = read.data.amount;
  const amountMicro = microOfMajor(value, currency);
  if (amountMicro === null || amountMicro < 0n) return nothing('unreadable');
  return [
    {
      what: 'refund',
      refund: {
        externalId: read.data.id,
        saleExternalId: read.data.payment_id,
        occurredAt: new Date(read.data.created_at),
        currency,
        amountMicro,
      },
    },
  ];
}

/** Where YooKassa calls from, by its own documentation («Входящие уведомления», checked in 2025). */
export const YOOKASSA_ADDRESSES: readonly [string, number, 'ipv4' | 'ipv6'][] = [
  ['185.71.76.0', 27, 'ipv4'],
  ['185.71.77.0', 27, 'ipv4'],
  ['77.75.153.0', 25, 'ipv4'],
  ['77.75.154.128', 25, 'ipv4'],
  ['77.75.156.11', 32, 'ipv4'],
  ['77.75.156.35', 32, 'ipv4'],
  ['2a02:5180::', 32, 'ipv6'],
];
