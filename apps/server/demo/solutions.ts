import type { SaleLine } from '@mosty/deals';
import type { DemoClient, DemoSale, Plan } from './simulate.ts';

const SEGMENTS = [
  'Оптовая торговля',
  'Продавцы на маркетплейсах',
  'Кофейни и магазины',
  'Производство',
] as const;
/** Where partners open the door more often than we do ourselves. */
const SEGMENTS_OF_PARTNERS = [...SEGMENTS.slice(1), 'Склады и доставка'] as const;
/** Nobody names the segment of every client. */
const NAMELESS_EACH = 9;

/** What a plan is made of, the first thing always. */
const MODULES: Readonly<Record<Plan, readonly string[]>> = {
  start: ['SKLAD'],
  trade: ['SKLAD', 'MARKETPLACE'],
  network: ['SKLAD', 'MARKETPLACE', 'MARKING', 'BRANCHES'],
};

/** Sells below the price we agreed on: our name pays for it (S0.3). */
const DUMPS = 'Промо-Ключ';
/** Of the list price; 70 % must remain. */
const DUMPED_PPM = 580_000n;

/** A segment by the client's number: the same client is always of the same. */
export function segmentOf({ externalId, broughtBy }: DemoClient): { segment?: string } {
  const number = Number(externalId.slice(2));
  if (number % NAMELESS_EACH === 0) return {};
  const all = broughtBy === null ? SEGMENTS : SEGMENTS_OF_PARTNERS;
  const segment = all[number % all.length];
  return segment === undefined ? {} : { segment };
}

/** Positions of a sale, and its list price where it was sold cheap. */
export function contentsOf({ client, amountMinor }: DemoSale): {
  lines: readonly SaleLine[];
  listMinor?: bigint;
} {
  const modules = MODULES[client.plan];
  const amountMicro = amountMinor * 1_000_000n;
  const each = amountMicro / BigInt(modules.length);
  const lines = modules.map((sku, place) => ({
    sku,
    quantity: '1',
    price: '0',
    amountMicro: place === 0 ? amountMicro - each * BigInt(modules.length - 1) : each,
    sourceLine: null,
  }));
  return client.broughtBy === DUMPS
    ? { lines, listMinor: (amountMinor * 1_000_000n) / DUMPED_PPM }
    : { lines };
}
