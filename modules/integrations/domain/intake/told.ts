import * as z from 'zod';
import type { NewRefund, NewSale } from '@mosty/deals';
import { exactOfDecimal, parseDecimal } from '@mosty/kernel/money';

/** What a provider's message comes to. Amounts in millionths of a minor unit. */
export type Told =
  | { readonly what: 'sale'; readonly sale: ToldSale }
  | { readonly what: 'refund'; readonly refund: ToldRefund }
  | { readonly what: 'nothing'; readonly because: Because };

/** Codes; the words live with the reader. */
export type Because =
  | 'not_paid'
  | 'not_about_payments'
  | 'test'
  | 'told_otherwise'
  | 'dispute_won'
  | 'unreadable'
  | 'unread'
  | 'not_confirmed';

export type ToldSale = NewSale;

/** Of one sale. */
export type ToldRefund = Omit<NewRefund, 'link' | 'saleExternalId'> & { readonly saleExternalId: string };

export interface Message {
  /** The same message told again is the same message. */
  readonly id: string;
  readonly type: string;
  readonly isTest: boolean;
  readonly told: readonly Told[];
}

const KEY_MAX = 200;
const loose = z.record(z.string(), z.unknown());

/**
 * What the shop wrote beside the payment: whose client, which click, which partner. Nothing of the payer is taken:
 * names, e-mails and cards stay where they were.
 */
export function namedIn(
  metadata: unknown,
): Pick<
  ToldSale,
  | 'clientExternalId'
  | 'namedPartner'
  | 'namedCode'
  | 'clickId'
  | 'visitorId'
  | 'dealExternalId'
  | 'dealSource'
> {
  const found = loose.safeParse(metadata).data ?? {};
  const text = (...names: string[]): string | undefined => {
    for (const name of names) {
      const value = found[name];
      const said = typeof value === 'number' ? String(value) : value;
      if (typeof said === 'string' && said.trim() !== '') return said.trim().slice(0, KEY_MAX);
    }
    return undefined;
  };
  return {
    clientExternalId: text('customerExternalId', 'customer_external_id', 'customer_id', 'client_id'),
    namedPartner: text('partner', 'mosty_partner'),
    namedCode: text('code', 'promo_code', 'mosty_code')?.slice(0, 64),
    clickId: text('clickId', 'click_id', 'mosty_click'),
    visitorId: text('visitorId', 'visitor_id', 'mosty_visitor'),
    dealExternalId: text('dealExternalId', 'deal_id'),
    // The provider never told us of deals: whoever did may be named too.
    dealSource: text('dealSource', 'deal_source')?.slice(0, 64),
  };
}

/** «10.00» or the number 10: a decimal of major units. Null where it is neither. */
export function microOfMajor(value: string | number, currency: string): bigint | null {
  const decimal = parseDecimal(typeof value === 'number' ? plain(value) : value, '.');
  return decimal ? (exactOfDecimal(decimal, currency)?.micro ?? null) : null;
}

/** A JSON number as it was written, without an exponent. */
function plain(value: number): string {
  return Number.isSafeInteger(value) ? value.toString() : value.toFixed(6);
}
