import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'kysely';
import { withdrawAttribution } from '@mosty/attribution';
import { reverseSales, type NewRefund } from '@mosty/deals';
import type { Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { Pay } from '../contract/terms.ts';
import { accrualsOf, company, saleTo, whatIsOff, type Company, type Partner } from './company.fixture.ts';
import { reverseAccruals } from './reverse-accruals.ts';
import { settleRefunds } from './settle-refunds.ts';
import { settleSales } from './settle-sales.ts';

const tenPercent: Pay = { kind: 'percent', ratePpm: 100_000 };
let co: Company;
let refunds = 0;

beforeAll(async () => {
  co = await company();
});
afterAll(() => co?.close());

function refundOf(sale: string, rubles: number, over: Partial<NewRefund> = {}): NewRefund {
  refunds += 1;
  return {
    externalId: `Q${refunds}`,
    saleExternalId: sale,
    link: 'sale',
    occurredAt: new Date('2026-03-01T15:00:00Z'),
    currency: 'RUB',
    amountMicro: BigInt(rubles) * 100_000_000n,
    ...over,
  };
}

const net = async (partner: Partner) =>
  (await accrualsOf(co.ctx, partner.id)).reduce((sum, { amount }) => sum + amount, 0n);
const waiting = async () => {
  const { rows } = await look(co.ctx, (tx) =>
    sql<{ key: string }>`SELECT external_id AS key FROM deals.v_refund WHERE matched_at IS NULL`.execute(
      tx.db,
    ),
  );
  return rows.map(({ key }) => key);
};

/** Begins the second while the first has written and not committed yet. */
async function overlapping(
  first: (tx: Tx) => Promise<unknown>,
  second: () => Promise<unknown>,
): Promise<void> {
  let later: Promise<unknown> = Promise.resolve();
  await transact(co.ctx, async (tx) => {
    await first(tx);
    later = second();
    await Promise.race([later, new Promise((resolve) => setTimeout(resolve, 300))]);
  });
  await later;
}

it('a refund and its sale that are told at once find each other, whichever is first (money.md 6)', async () => {
  const partner = await co.partner('Встреча', tenPercent);
  for (const isSaleFirst of [true, false]) {
    const sale = saleTo(partner, 1_000);
    const refund = refundOf(sale.externalId, 400);
    const tellSale = (ctx = co.ctx) => settleSales(ctx, { source: 'test', sales: [sale] });
    const tellRefund = (ctx = co.ctx) => settleRefunds(ctx, { source: 'test', refunds: [refund] });
    if (isSaleFirst) await overlapping((tx) => tellSale(tx), tellRefund);
    else await overlapping((tx) => tellRefund(tx), tellSale);
    expect(await waiting()).toEqual([]);
  }
  expect(await net(partner)).toBe(2n * 60_00n);
  expect(await whatIsOff(co.ctx)).toEqual([]);
});

it('a refund told while its sale is taken back waits for it, and is settled when it is told again', async () => {
  const partner = await co.partner('Отмена', tenPercent);
  const sale = saleTo(partner, 1_000);
  const { recorded } = await settleSales(co.ctx, { source: 'test', sales: [sale] });
  const refund = refundOf(sale.externalId, 400);
  const tellRefund = (ctx = co.ctx) => settleRefunds(ctx, { source: 'test', refunds: [refund] });
  const undo = (ctx = co.ctx) =>
    transact(ctx, (tx) =>
      takeBack(
        tx,
        recorded.map(({ id }) => id),
      ),
    );
  await overlapping((tx) => tellRefund(tx), undo);
  expect(await waiting()).toEqual([refund.externalId]);
  expect(await net(partner)).toBe(0n);
  const again = await settleSales(co.ctx, { source: 'test', sales: [sale] });
  expect(await waiting()).toEqual([]);
  expect(await net(partner)).toBe(60_00n);
  const other = refundOf(sale.externalId, 100);
  await overlapping(
    (tx) =>
      takeBack(
        tx,
        again.recorded.map(({ id }) => id),
      ),
    () => settleRefunds(co.ctx, { source: 'test', refunds: [other] }),
  );
  expect((await waiting()).toSorted()).toEqual([refund.externalId, other.externalId]);
  expect(await net(partner)).toBe(0n);
  expect(await whatIsOff(co.ctx)).toEqual([]);
});

it('in another currency than its sale it waits for a person, also where it came first', async () => {
  const partner = await co.partner('Валюта', tenPercent);
  const sale = saleTo(partner, 1_000);
  const refund = refundOf(sale.externalId, 400, { currency: 'USD' });
  await settleRefunds(co.ctx, { source: 'test', refunds: [refund] });
  await settleSales(co.ctx, { source: 'test', sales: [sale] });
  expect(await net(partner)).toBe(100_00n);
  expect(await waiting()).toContain(refund.externalId);
});

async function takeBack(tx: Tx, saleIds: readonly Id<'sale'>[]): Promise<void> {
  const reason = 'Отменено';
  await reverseSales(tx, { saleIds, reason });
  await reverseAccruals(tx, { saleIds, reason });
  await withdrawAttribution(tx, { subject: 'sale', ids: saleIds });
}
