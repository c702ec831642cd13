import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewRefund } from '@mosty/deals';
import { openPeriodFor, postTransactions } from '@mosty/ledger';
import { look, transact } from '@mosty/kernel/db';
import { month } from '@mosty/kernel/time';
import type { Pay } from '../contract/terms.ts';
import { accrualsOf, company, saleTo, whatIsOff, type Company, type Partner } from './company.fixture.ts';
import { accrualsForPayout, markAccrualsPaid, takeAccruals } from './payouts.ts';
import { reverseAccruals } from './reverse-accruals.ts';
import { settleRefunds } from './settle-refunds.ts';
import { settleSales } from './settle-sales.ts';

const tenPercent: Pay = { kind: 'percent', ratePpm: 100_000 };
const through = month('2026-03');
let co: Company;
let refunds = 0;

beforeAll(async () => {
  co = await company();
});
afterAll(() => co?.close());

function refundOf(sale: string, rubles: number, over: Partial<NewRefund> = {}): NewRefund {
  refunds += 1;
  return {
    externalId: `R${refunds}`,
    saleExternalId: sale,
    link: 'sale',
    occurredAt: new Date('2026-03-01T15:00:00Z'),
    currency: 'RUB',
    amountMicro: BigInt(rubles) * 100_000_000n,
    ...over,
  };
}

const sell = async (partner: Partner, rubles: number) => {
  const sale = saleTo(partner, rubles);
  const { recorded } = await settleSales(co.ctx, { source: 'test', sales: [sale] });
  return { key: sale.externalId, ids: recorded.map(({ id }) => id) };
};
const giveBack = (...rows: NewRefund[]) => settleRefunds(co.ctx, { source: 'test', refunds: rows });
const amounts = async (partner: Partner) =>
  (await accrualsOf(co.ctx, partner.id)).map(({ amount, state }) => [amount, state]);
const net = async (partner: Partner) =>
  (await accrualsOf(co.ctx, partner.id)).reduce((sum, { amount }) => sum + amount, 0n);

/** Takes what is payable and pays it, with the movement that payouts make. */
async function pay(partner: Partner): Promise<void> {
  const payoutId = co.ctx.ids.next('payout', co.ctx.clock.now());
  const currency = 'RUB';
  await transact(co.ctx, async (tx) => {
    const [took] = await takeAccruals(tx, {
      through,
      payouts: [{ payoutId, partnerId: partner.id, currency }],
    });
    if (!took) throw new Error('nothing to pay');
    const entries = [
      {
        account: { kind: 'partner_available' as const, partnerId: partner.id },
        amountMinor: took.earnedMinor,
        currency,
      },
      { account: { kind: 'bank' as const }, amountMinor: -took.earnedMinor, currency },
    ];
    const period = await openPeriodFor(tx, tx.now());
    await postTransactions(tx, [
      { sourceKind: 'payout', sourceId: payoutId, kind: 'pay', effectiveAt: tx.now(), period, entries },
    ]);
    await markAccrualsPaid(tx, { payoutIds: [payoutId], paidAt: tx.now() });
  });
}

describe('a refund of a sale (money.md 6)', () => {
  it('takes its share of the commission, and the last one exactly what is left', async () => {
    const partner = await co.partner('Доли', tenPercent, { holdDays: 30 });
    const { key } = await sell(partner, 1_000);
    await giveBack(refundOf(key, 333));
    await giveBack(refundOf(key, 333));
    expect(await amounts(partner)).toEqual([
      [10_000n, 'pending'],
      [-3_330n, 'pending'],
      [-3_330n, 'pending'],
    ]);
    const last = refundOf(key, 334);
    await giveBack(last);
    await giveBack(last);
    expect((await amounts(partner)).map(([, state]) => state)).toEqual(
      Array.from({ length: 4 }, () => 'reversed'),
    );
    expect(await net(partner)).toBe(0n);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });

  it('in full, before payout, leaves nothing to pay; more than the sale takes no more than was earned', async () => {
    const partner = await co.partner('Полный', tenPercent);
    const { key } = await sell(partner, 1_000);
    await giveBack(refundOf(key, 900), refundOf(key, 900));
    expect(await net(partner)).toBe(0n);
    const sums = await look(co.ctx, (tx) => accrualsForPayout(tx, { through, partnerIds: [partner.id] }));
    expect(sums).toEqual([]);
  });

  it('after payout is carried against what is earned next', async () => {
    const partner = await co.partner('После', tenPercent);
    const { key } = await sell(partner, 1_000);
    await pay(partner);
    await giveBack(refundOf(key, 500));
    expect(await amounts(partner)).toEqual([
      [10_000n, 'paid'],
      [-5_000n, 'approved'],
    ]);
    await sell(partner, 200);
    const [sums] = await look(co.ctx, (tx) => accrualsForPayout(tx, { through, partnerIds: [partner.id] }));
    expect(sums).toMatchObject({ earnedMinor: 2_000n, carriedMinor: 5_000n, accruals: 2 });
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });

  it('may come before its sale, and is settled when the sale comes', async () => {
    const partner = await co.partner('Раньше', tenPercent);
    const sale = saleTo(partner, 1_000);
    await giveBack(refundOf(sale.externalId, 100));
    expect(await accrualsOf(co.ctx, partner.id)).toEqual([]);
    await settleSales(co.ctx, { source: 'test', sales: [sale] });
    expect(await net(partner)).toBe(9_000n);
  });

  it('posted twice at once takes its share once (money.md 10)', async () => {
    const partner = await co.partner('Дважды', tenPercent);
    const { key } = await sell(partner, 1_000);
    const refund = refundOf(key, 100);
    await Promise.all(Array.from({ length: 8 }, () => giveBack(refund)));
    await Promise.all(Array.from({ length: 8 }, () => giveBack(refundOf(key, 100))));
    expect(await net(partner)).toBe(1_000n);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });
});

describe('a credit to a client that names no sale', () => {
  it('is priced as a sale with a minus where the terms say so, also before any sale', async () => {
    const partner = await co.partner('Кредит', tenPercent, { creditNotes: 'by_client' });
    const credit = { link: 'client' as const, saleExternalId: undefined, clientExternalId: partner.client };
    await giveBack(refundOf('', 55, credit));
    await sell(partner, 100);
    expect(new Set(await amounts(partner))).toEqual(
      new Set([
        [-550n, 'approved'],
        [1_000n, 'approved'],
      ]),
    );
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });

  it('takes nothing where the terms go by sale, and says so', async () => {
    const partner = await co.partner('По продаже', tenPercent);
    await giveBack(
      refundOf('', 55, { link: 'client', saleExternalId: undefined, clientExternalId: partner.client }),
    );
    expect(await accrualsOf(co.ctx, partner.id)).toMatchObject([
      { amount: 0n, codes: ['credit', 'credits_not_priced'] },
    ]);
  });
});

describe('taking back (undo of an import)', () => {
  const reason = 'Загружен не тот файл';

  it('leaves nothing of sales, whatever refunds took and whatever was paid, and only once', async () => {
    const partner = await co.partner('Отмена', tenPercent);
    const plain = await sell(partner, 100);
    const partly = await sell(partner, 200);
    await giveBack(refundOf(partly.key, 50));
    const wholly = await sell(partner, 300);
    await giveBack(refundOf(wholly.key, 300));
    const paid = await sell(partner, 400);
    await pay(partner);
    await giveBack(refundOf(paid.key, 100));
    const saleIds = [plain, partly, wholly, paid].flatMap(({ ids }) => ids);
    await reverseAccruals(co.ctx, { saleIds, reason });
    expect(await net(partner)).toBe(0n);
    await reverseAccruals(co.ctx, { saleIds, reason });
    expect(await net(partner)).toBe(0n);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });

  it('of refunds gives back what they took; of the sale afterwards leaves nothing', async () => {
    const partner = await co.partner('Возврат возврата', tenPercent);
    const { key, ids } = await sell(partner, 1_000);
    const { recorded } = await giveBack(refundOf(key, 400), refundOf(key, 600));
    expect(await net(partner)).toBe(0n);
    const refundIds = recorded.map(({ id }) => id);
    await reverseAccruals(co.ctx, { refundIds: refundIds.slice(0, 1), reason });
    expect(await net(partner)).toBe(4_000n);
    await reverseAccruals(co.ctx, { saleIds: ids, reason });
    expect(await net(partner)).toBe(0n);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });
});
