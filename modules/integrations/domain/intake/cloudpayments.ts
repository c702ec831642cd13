import * as z from 'zod';
import { microOfMajor, namedIn, type Message, type Told } from './told.ts';

const number = z.union([z.string().max(40), z.number()]).transform(String);
const flag = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => ['1', 'true', 'True'].includes(String(value)));

const notification = z.object({
  TransactionId: number,
  PaymentTransactionId: number.optional(),
  Amount: z.union([z.string().max(30), z.number()]),
  Currency: z.string().length(3).optional(),
  PaymentCurrency: z.string().length(3).optional(),
  /** UTC without a zone: «2014-08-09 11:49:41». */
  DateTime: z.string().max(40),
  Status: z.string().optional(),
  OperationType: z.string().optional(),
  TestMode: flag.optional(),
  AccountId: z.string().max(200).optional(),
  Data: z.unknown().optional(),
});

/** Pay, Confirm and Refund come to addresses of their own; the fields say which it is. */
export function readCloudPayments(body: unknown): Message | null {
  const read = notification.safeParse(body);
  if (!read.success) return null;
  const { TransactionId, OperationType = 'Payment', Status = '', TestMode = false } = read.data;
  return {
    id: `${OperationType}:${Status}:${TransactionId}`,
    type: `${OperationType} ${Status}`.trim(),
    isTest: TestMode,
    told: [toldBy(read.data)],
  };
}

function toldBy(message: z.output<typeof notification>): Told {
  const {
    TransactionId,
    PaymentTransactionId,
    Amount,
    DateTime,
    Status,
    OperationType = 'Payment',
  } = message;
  const currency = message.Currency ?? message.PaymentCurrency;
  const at = momentOf(DateTime);
  const amountMicro = currency === undefined ? null : microOfMajor(Amount, currency);
  if (!at || currency === undefined || amountMicro === null || amountMicro < 0n)
    return { what: 'nothing', because: 'unreadable' };
  if (OperationType === 'Refund') {
    if (PaymentTransactionId === undefined) return { what: 'nothing', because: 'unreadable' };
    const refund = {
      externalId: TransactionId,
      saleExternalId: PaymentTransactionId,
      occurredAt: at,
      currency,
      amountMicro,
    };
    return { what: 'refund', refund };
  }
  // Held on the card only: the money comes, if it does, with a confirmation.
  if (OperationType !== 'Payment' || (Status !== undefined && Status !== 'Completed'))
    return { what: 'nothing', because: 'not_paid' };
  const named = namedIn(jsonOf(message.Data));
  return {
    what: 'sale',
    sale: {
      ...named,
      clientExternalId: named.clientExternalId ?? (message.AccountId || undefined),
      externalId: TransactionId,
      occurredAt: at,
      currency,
      amountMicro,
    },
  };
}

function momentOf(text: string): Date | null {
  const at = new Date(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);
  return Number.isNaN(at.getTime()) ? null : at;
}

function jsonOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}
