import * as z from 'zod';
import { newRefundSchema, newSaleSchema } from '@mosty/deals/contract';
import { MICRO_PER_MINOR } from '@mosty/kernel/money';
import type { Message, Told } from './told.ts';

const envelope = z.object({ type: z.enum(['sale', 'refund']), data: z.unknown() });

/** A program of the company's own: the shapes of POST /sales and POST /refunds, one to a message. */
export function readSigned(messageId: string, body: unknown): Message | null {
  const read = envelope.safeParse(body);
  if (!read.success) return null;
  const { type, data } = read.data;
  const told = type === 'sale' ? ofSale(data) : ofRefund(data);
  return { id: messageId.slice(0, 200), type, isTest: false, told: [told] };
}

function ofSale(data: unknown): Told {
  const read = newSaleSchema.safeParse(data);
  if (!read.success) return { what: 'nothing', because: 'unreadable' };
  const { externalId, occurredAt, currency, clientExternalId, namedPartner, namedCode } = read.data;
  return {
    what: 'sale',
    sale: {
      externalId,
      occurredAt: new Date(occurredAt),
      currency,
      amountMicro: microOf(read.data.amountMinor, read.data.amountMicro),
      clientExternalId,
      namedPartner,
      namedCode,
    },
  };
}

function ofRefund(data: unknown): Told {
  const read = newRefundSchema.safeParse(data);
  if (!read.success || read.data.saleExternalId === undefined)
    return { what: 'nothing', because: 'unreadable' };
  const { externalId, saleExternalId, occurredAt, currency } = read.data;
  return {
    what: 'refund',
    refund: {
      externalId,
      saleExternalId,
      occurredAt: new Date(occurredAt),
      currency,
      amountMicro: microOf(read.data.amountMinor, read.data.amountMicro),
    },
  };
}

function microOf(minor: number | undefined, micro: string | undefined): bigint {
  return micro === undefined ? BigInt(minor ?? 0) * MICRO_PER_MINOR : BigInt(micro);
}
