import type * as z from 'zod';
import type { Id } from '@mosty/kernel/id';
import type { Exact } from '@mosty/kernel/money';
import { MICRO_PER_MINOR, roundExact } from '@mosty/kernel/money';
import { Refusal } from '@mosty/kernel/refusal';
import type { newRefundSchema, newSaleSchema } from '../contract.ts';
import { businessDateOf, type BusinessDate, type Instant, type Zone } from '@mosty/kernel/time';

export interface SaleLine {
  readonly sku: string | null;
  /** Decimal text with at most four places. */
  readonly quantity: string;
  readonly price: string;
  readonly amountMicro: bigint;
  /** Line of the file it came from. */
  readonly sourceLine: number | null;
}

/** A paid sale as a source tells it; amounts in millionths of a minor unit. */
export interface NewSale {
  readonly externalId: string;
  readonly clientId?: Id<'client'> | undefined;
  readonly clientExternalId?: string | undefined;
  readonly clientName?: string | undefined;
  readonly occurredAt: Instant;
  readonly currency: string;
  readonly amountMicro: bigint;
  readonly vatMicro?: bigint | undefined;
  readonly costMinor?: bigint | undefined;
  readonly listMinor?: bigint | undefined;
  readonly product?: string | undefined;
  readonly namedPartner?: string | undefined;
  readonly namedCode?: string | undefined;
  readonly dealId?: Id<'deal'> | undefined;
  readonly dealExternalId?: string | undefined;
  /** Who told the deal, when it was not whoever tells the sale. */
  readonly dealSource?: string | undefined;
  readonly clickId?: string | undefined;
  readonly visitorId?: string | undefined;
  readonly lines?: readonly SaleLine[] | undefined;
}

export interface NewRefund {
  readonly externalId: string;
  readonly saleExternalId?: string | undefined;
  readonly clientExternalId?: string | undefined;
  /** `sale`: part of one sale is returned. `client`: a credit to the client as a whole, naming no sale. */
  readonly link: 'sale' | 'client';
  readonly occurredAt: Instant;
  readonly currency: string;
  /** Positive: how much was returned. */
  readonly amountMicro: bigint;
  readonly reason?: string | undefined;
}

/** A sale of the API, its amounts turned into exact ones. */
export function saleOf(told: z.output<typeof newSaleSchema>): NewSale {
  const { amountMinor, amountMicro, vatMinor, costMinor, listMinor, occurredAt, ...rest } = told;
  return {
    ...rest,
    occurredAt: new Date(occurredAt),
    amountMicro: microOf(amountMinor, amountMicro),
    vatMicro: vatMinor === undefined ? undefined : BigInt(vatMinor) * MICRO_PER_MINOR,
    costMinor: costMinor === undefined ? undefined : BigInt(costMinor),
    listMinor: listMinor === undefined ? undefined : BigInt(listMinor),
  };
}

export function refundOf(told: z.output<typeof newRefundSchema>): NewRefund {
  const { amountMinor, amountMicro, occurredAt, ...rest } = told;
  return { ...rest, occurredAt: new Date(occurredAt), amountMicro: microOf(amountMinor, amountMicro) };
}

function microOf(minor: number | undefined, micro: string | undefined): bigint {
  return micro === undefined ? BigInt(minor ?? 0) * MICRO_PER_MINOR : BigInt(micro);
}

/** 9.2 × 10^18 is where bigint columns end; a margin keeps sums of sales inside too. */
export const AMOUNT_MICRO_MAX = 9_000_000_000_000_000_000n;

export function checkAmount(externalId: string, amountMicro: bigint): Refusal | null {
  if (amountMicro < 0n) return new Refusal('invalid', 'deals.negative_amount', { externalId });
  if (amountMicro > AMOUNT_MICRO_MAX) return new Refusal('limit', 'deals.amount_too_large', { externalId });
  return null;
}

/** What the sale is in whole minor units, for screens and revenue: half away from zero. */
export function minorOf(amount: Exact): bigint {
  return roundExact(amount, 'half_away_from_zero').minor;
}

/** The company's days that the given moments fall on, once each, in order. */
export function touchedDays(moments: Iterable<Instant>, zone: Zone): BusinessDate[] {
  const days = new Set<BusinessDate>();
  for (const moment of moments) days.add(businessDateOf(moment, zone));
  return [...days].sort();
}

/**
 * Which of the sales are their client's first: the earliest by time, ties by external id, and earlier than
 * anything known before. `firstPaidAt` is what was known of the client before this batch.
 */
export function firstSales(
  sales: readonly {
    readonly externalId: string;
    readonly clientId: string | null;
    readonly occurredAt: Instant;
  }[],
  firstPaidAt: ReadonlyMap<string, Instant | null>,
): Set<string> {
  const earliest = new Map<string, { externalId: string; occurredAt: Instant }>();
  for (const sale of sales) {
    if (sale.clientId === null) continue;
    const known = firstPaidAt.get(sale.clientId);
    if (known && known <= sale.occurredAt) continue;
    const best = earliest.get(sale.clientId);
    const earlier =
      !best ||
      sale.occurredAt < best.occurredAt ||
      (sale.occurredAt.getTime() === best.occurredAt.getTime() && sale.externalId < best.externalId);
    if (earlier) earliest.set(sale.clientId, sale);
  }
  return new Set([...earliest.values()].map((sale) => sale.externalId));
}
