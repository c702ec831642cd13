import { expect, test } from 'vitest';
import { businessDate } from '@mosty/kernel/time';
import { CAST } from './cast.ts';
import { simulate } from './simulate.ts';

const story = simulate(businessDate('2026-11-21'), 'Europe/Moscow');
const last = story.sales[17] ?? [];
const classOf = new Map(CAST.map((partner) => [partner.name, partner.class]));
const bookOf = (name: string | null) => (name === null ? 'direct' : (classOf.get(name) ?? 'referral'));
const revenue = (book: string) =>
  last
    .filter((sale) => bookOf(sale.client.broughtBy) === book)
    .reduce((sum, sale) => sum + sale.amountMinor, 0n);
const total = last.reduce((sum, sale) => sum + sale.amountMinor, 0n);
const percentOf = (book: string) => Number((revenue(book) * 1_000n) / total) / 10;

test('the story comes near the shape asked for, and says what it reached', () => {
  const first = (story.sales[0] ?? []).reduce((sum, sale) => sum + sale.amountMinor, 0n);
  const checks = (book: string) =>
    Number(revenue(book)) / 100 / last.filter((sale) => bookOf(sale.client.broughtBy) === book).length;
  const reached = {
    clients: story.clients.length,
    firstMonth: Number(first / 100_000n) / 1_000,
    lastMonth: Number(total / 100_000n) / 1_000,
    partnerSales: percentOf('partner_sales'),
    referral: percentOf('referral'),
    alliance: percentOf('alliance'),
    checkPartner: Math.round(checks('partner_sales')),
    checkDirect: Math.round(checks('direct')),
  };
  expect(reached.clients).toBeGreaterThan(760);
  expect(reached.clients).toBeLessThan(830);
  expect(reached.firstMonth).toBeGreaterThan(4.4);
  expect(reached.firstMonth).toBeLessThan(5.4);
  expect(reached.lastMonth).toBeGreaterThan(7.9);
  expect(reached.lastMonth).toBeLessThan(9.1);
  expect(reached.partnerSales).toBeGreaterThan(20);
  expect(reached.partnerSales).toBeLessThan(26);
  expect(reached.referral).toBeGreaterThan(1);
  expect(reached.referral).toBeLessThan(3.5);
  expect(reached.alliance).toBeGreaterThan(1.8);
  expect(reached.alliance).toBeLessThan(4);
  expect(reached.checkPartner).toBeGreaterThan(reached.checkDirect * 1.15);
  process.stdout.write(`demo reached ${JSON.stringify(reached)}\n`);
});

test('the same day tells the same story', () => {
  const again = simulate(businessDate('2026-11-21'), 'Europe/Moscow');
  expect(again).toEqual(story);
});

test('nothing happens today or later', () => {
  const end = new Date('2026-11-21T00:00:00+03:00');
  expect(story.sales.flat().every((sale) => sale.occurredAt < end)).toBe(true);
});
