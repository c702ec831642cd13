import type { Id } from '@mosty/kernel/id';
import type { Currency } from '@mosty/kernel/money';
import { Refusal } from '@mosty/kernel/refusal';
import type { Instant, Month } from '@mosty/kernel/time';
import { isPartnerAccount, type AccountKind } from '../contract/accounts.ts';

export interface AccountName {
  readonly kind: AccountKind;
  readonly partnerId?: Id<'partner'> | null;
}

/** Debit is positive, credit negative. */
export interface PostingEntry {
  readonly account: AccountName;
  readonly amountMinor: bigint;
  readonly currency: Currency;
}

/** What a movement is of: the same key is the same movement, for ever. */
export interface BusinessKey {
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly kind: string;
}

/** One money movement before it is posted. */
export interface Posting extends BusinessKey {
  readonly effectiveAt: Instant;
  /** The company's month it counts in; `openPeriods` tells which one is open for it. */
  readonly period: Month;
  readonly reason?: string | undefined;
  /** The earlier movement that this one takes back or corrects. */
  readonly reverses?: BusinessKey | undefined;
  readonly entries: readonly PostingEntry[];
}

const WORD = /^[a-z][a-z_]{1,39}$/;
const CURRENCY = /^[A-Z]{3}$/;
const INT8 = 2n ** 63n;

/** What is wrong with a posting, before any SQL. Null when it may be posted. */
export function checkPosting(posting: Posting): Refusal | null {
  const name = `${posting.sourceKind} ${posting.sourceId} ${posting.kind}`;
  const wrong = (why: string) => new Refusal('invalid', 'ledger.bad_posting', { posting: name, why });
  if (!WORD.test(posting.kind) || !WORD.test(posting.sourceKind) || posting.sourceId === '')
    return wrong('key');
  if (posting.entries.length < 2) return wrong('entries');
  const totals = new Map<Currency, bigint>();
  for (const { account, amountMinor, currency } of posting.entries) {
    if (amountMinor === 0n) return wrong('zero');
    if (amountMinor >= INT8 || amountMinor < -INT8) return wrong('size');
    if (!CURRENCY.test(currency)) return wrong('currency');
    if (isPartnerAccount(account.kind) !== Boolean(account.partnerId)) return wrong('partner');
    totals.set(currency, (totals.get(currency) ?? 0n) + amountMinor);
  }
  for (const [currency, rest] of totals) {
    if (rest !== 0n)
      return new Refusal('invalid', 'ledger.unbalanced', { posting: name, currency, rest: rest.toString() });
  }
  return null;
}

/** The only partner a posting touches; null when it touches none or several. */
export function partnerOf(posting: Posting): Id<'partner'> | null {
  const partners = new Set(posting.entries.flatMap(({ account }) => account.partnerId ?? []));
  const [only] = partners;
  return partners.size === 1 ? (only ?? null) : null;
}

export function keyText(key: BusinessKey): string {
  return `${key.sourceKind}\n${key.sourceId}\n${key.kind}`;
}

export function accountText(account: AccountName, currency: Currency): string {
  return `${account.kind}\n${account.partnerId ?? ''}\n${currency}`;
}
