import * as z from 'zod';
import { refundOf, saleOf } from '@mosty/deals';
import { newRefundSchema, newSaleSchema } from '@mosty/deals/contract';
import type { Message, Told } from '../../domain/intake/told.ts';

const envelope = z.object({ type: z.enum(['sale', 'refund']), data: z.unknown() });

/** A program of the company's own: the shapes of POST /sales and POST /refunds, one to a message. */
export function readSigned(messageId: string, body: unknown): Message | null {
  const read = envelope.safeParse(body);
  if (!read.success) return null;
  const { type, data } = read.data;
  const told = type === 'sale' ? ofSale(data) : ofRefund(data);
  return { id: messageId.slice(0, 200), type, isTest: false, told: [told] };
}

/** Everything the shape has is taken: a click or a deal that was named decides whose sale it is. */
function ofSale(data: unknown): Told {
  const read = newSaleSchema.safeParse(data);
  if (!read.success) return { what: 'nothing', because: 'unreadable' };
  return { what: 'sale', sale: saleOf(read.data) };
}

function ofRefund(data: unknown): Told {
  const read = newRefundSchema.safeParse(data);
  if (!read.success || read.data.saleExternalId === undefined)
    return { what: 'nothing', because: 'unreadable' };
  return { what: 'refund', refund: { ...refundOf(read.data), saleExternalId: read.data.saleExternalId } };
}
