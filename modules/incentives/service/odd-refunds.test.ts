import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NewRefund } from '@mosty/deals';
import { look } from '@mosty/kernel/db';
import { month } from '@mosty/kernel/time';
import type { Pay } from '../contract/terms.ts';
import { approveAccruals } from './approve-accruals.ts';
import { accrualsOf, company, saleTo, whatIsOff, type Company, type Partner } from './company.fixture.ts';
import { accrualsForPayout, markAccrualsPaid, takeAccruals } from './payouts.ts';
import { settleRefunds } from './settle-refunds.ts';
import { settleSales } from './settle-sales.ts';

const tenPercent: Pay = { kind: 'percent', ratePpm: 100_000 };
let co: Company;

beforeAll(async () => {
  co = await company();
});
afterAll(() => co?.close());

function refundOf(externalId: string, sale: string, rubles: number, day: string): NewRefund {
  return {
    externalId,
    saleExternalId: sale,
    link: 'sale',
    occurredAt: new Date(`${day}T09:00:00Z`),
    currency: 'RUB',
    amountMicro: BigInt(rubles) * 100_000_000n,
  };
}
const giveBack = (...refunds: NewRefund[]) => settleRefunds(co.ctx, { source: 'test', refunds });
const payable = async (partner: Partner) => {
  const sums = await look(co.ctx, (tx) =>
    accrualsForPayout(tx, { through: month('2026-03'), partnerIds: [partner.id] }),
  );
  return sums.map(({ earnedMinor }) => earnedMinor);
};

it('a credit to a client does not wait for the approval that its sales wait for: they are paid less of it', async () => {
  const partner = await co.partner('Кредит', tenPercent, {
    approval: 'manual',
    holdDays: 14,
    creditNotes: 'by_client',
  });
  const day = (text: string) => new Date(`${text}T09:00:00Z`);
  await settleSales(co.ctx, {
    source: 'test',
    sales: [saleTo(partner, 1_000, { occurredAt: day('2026-02-01') })],
  });
  const [sale] = await accrualsOf(co.ctx, partner.id);
  await approveAccruals(co.world.contextOf('finance'), { accrualIds: sale ? [sale.id] : [] });
  expect(await payable(partner)).toEqual([100_00n]);
  const { saleExternalId: _, ...credit } = refundOf('CR1', '', 400, '2026-03-01');
  await giveBack({ ...credit, link: 'client', clientExternalId: partner.client });
  expect((await accrualsOf(co.ctx, partner.id)).map(({ amount, state }) => [amount, state])).toEqual([
    [100_00n, 'approved'],
    [-40_00n, 'approved'],
  ]);
  expect(await payable(partner)).toEqual([60_00n]);
  expect(await whatIsOff(co.ctx)).toEqual([]);
});

it('a refund of nothing takes nothing of a sale for nothing that pays a flat sum', async () => {
  const partner = await co.partner('Даром', { kind: 'flat', amountMinor: 500_00, per: 'sale' });
  const sale = saleTo(partner, 0);
  await settleSales(co.ctx, { source: 'test', sales: [sale] });
  await giveBack(refundOf('N1', sale.externalId, 0, '2026-03-01'));
  expect(await payable(partner)).toEqual([500_00n]);
  expect(await whatIsOff(co.ctx)).toEqual([]);
  await giveBack(refundOf('N2', sale.externalId, 1, '2026-03-01'));
  expect(await payable(partner)).toEqual([]);
  expect(await whatIsOff(co.ctx)).toEqual([]);
});

it('what a payout of an earlier month has taken back alone is not taken back again by the refund of the rest', async () => {
  const partner = await co.partner('По частям', tenPercent);
  const sale = saleTo(partner, 1_000);
  await settleSales(co.ctx, { source: 'test', sales: [sale] });
  await giveBack(refundOf('E1', sale.externalId, 300, '2026-02-20'));
  const payoutId = co.ctx.ids.next('payout', co.ctx.clock.now());
  await takeAccruals(co.ctx, {
    through: month('2026-02'),
    payouts: [{ payoutId, partnerId: partner.id, currency: 'RUB' }],
  });
  await markAccrualsPaid(co.ctx, { payoutIds: [payoutId], paidAt: co.ctx.clock.now() });
  await giveBack(refundOf('E2', sale.externalId, 700, '2026-03-01'));
  // 100 earned, 30 given up in the payout, 70 taken back now: the partner has given 100 and is owed those 30.
  expect(await payable(partner)).toEqual([30_00n]);
});
