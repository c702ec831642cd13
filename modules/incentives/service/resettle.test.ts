import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { changeKeeper, clientsByExternal } from '@mosty/directory';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import type { Pay } from '../contract/terms.ts';
import { accrualsOf, company, saleTo, whatIsOff, type Company, type Partner } from './company.fixture.ts';
import { resettleSales } from './resettle.ts';
import { settleRefunds } from './settle-refunds.ts';
import { settleSales } from './settle-sales.ts';

const tenPercent: Pay = { kind: 'percent', ratePpm: 100_000 };
let co: Company;
let [one, other]: Partner[] = [];

beforeAll(async () => {
  co = await company();
  one = await co.partner('Один', tenPercent);
  other = await co.partner('Другой', tenPercent);
});
afterAll(() => co?.close());

const partner = (which: Partner | undefined): Partner => {
  if (!which) throw new Error('no partner');
  return which;
};
const net = async (of: Partner) =>
  (await accrualsOf(co.ctx, of.id)).reduce((sum, { amount }) => sum + amount, 0n);
const ruling = (...sources: { partnerId: string; sharePpm: number }[]) => ({
  on: businessDate('2026-03-05'),
  claim: null,
  sources,
});
async function sell(to: Partner, rubles: number): Promise<{ id: Id<'sale'>; key: string }> {
  const sale = saleTo(to, rubles);
  const { recorded } = await settleSales(co.ctx, { source: 'test', sales: [sale] });
  return { id: recorded[0]?.id as Id<'sale'>, key: sale.externalId };
}
const refund = (key: string, rubles: number, externalId: string) =>
  settleRefunds(co.ctx, {
    source: 'test',
    refunds: [
      {
        externalId,
        saleExternalId: key,
        link: 'sale',
        occurredAt: new Date('2026-03-02T00:00:00Z'),
        currency: 'RUB',
        amountMicro: BigInt(rubles) * 100_000_000n,
      },
    ],
  });

describe('a sale that is decided again', () => {
  it('moves the money from who lost to who gained, with what refunds took of it', async () => {
    const sale = await sell(partner(one), 1_000);
    await refund(sale.key, 400, 'A1');
    const to = ruling({ partnerId: partner(other).id, sharePpm: 1_000_000 });
    const done = await resettleSales(co.ctx, { saleIds: [sale.id], reason: 'Спор', ruling: to });
    expect(done.saleIds).toEqual([sale.id]);
    expect([await net(partner(one)), await net(partner(other))]).toEqual([0n, 60_00n]);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });

  it('says the same: nothing is written, however often', async () => {
    const sale = await sell(partner(one), 10);
    for (let time = 0; time < 3; time += 1)
      expect(await resettleSales(co.ctx, { saleIds: [sale.id], reason: 'Ещё раз' })).toEqual({
        saleIds: [],
        accruals: 0,
        totals: [],
      });
    const { rows } = await look(co.ctx, (tx) =>
      sql<{
        n: number;
      }>`SELECT count(*)::int AS n FROM attribution.decision WHERE sale_id = ${sale.id}`.execute(tx.db),
    );
    expect(rows[0]?.n).toBe(1);
  });

  it('keeps what people ruled when it is decided by the rules once more', async () => {
    const sale = await sell(partner(one), 100);
    const half = ruling(
      { partnerId: partner(one).id, sharePpm: 500_000 },
      { partnerId: partner(other).id, sharePpm: 500_000 },
    );
    const before = await net(partner(other));
    await resettleSales(co.ctx, { saleIds: [sale.id], reason: 'Делим', ruling: half });
    expect((await net(partner(other))) - before).toBe(5_00n);
    expect(await resettleSales(co.ctx, { saleIds: [sale.id], reason: 'Правила' })).toMatchObject({
      saleIds: [],
    });
    await resettleSales(co.ctx, { saleIds: [sale.id], reason: 'Продали сами', ruling: ruling() });
    expect((await net(partner(other))) - before).toBe(0n);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });

  it('follows the client’s keeper that is learned of late', async () => {
    const client = { clientExternalId: 'nobody-yet', clientName: 'Пока ничей' };
    const sale = saleTo(partner(one), 500, client);
    const { recorded } = await settleSales(co.ctx, { source: 'test', sales: [sale] });
    const saleIds = recorded.map(({ id }) => id);
    const found = (await look(co.ctx, (tx) => clientsByExternal(tx, ['nobody-yet']))).get('nobody-yet');
    const before = await net(partner(one));
    await changeKeeper(co.ctx, {
      clientId: found?.id as Id<'client'>,
      partnerId: partner(one).id,
      since: new Date('2026-02-01T00:00:00Z'),
      reason: 'Узнали позже',
    });
    await resettleSales(co.ctx, { saleIds, reason: 'Узнали позже' });
    expect((await net(partner(one))) - before).toBe(50_00n);
  });
});

it('a refund told while its direct sale is being credited takes its share, whichever is first (money.md 6)', async () => {
  const gained = partner(other);
  for (const isRefundFirst of [true, false]) {
    const sale = saleTo(partner(one), 1_000, { clientExternalId: `stranger ${isRefundFirst}` });
    const { recorded } = await settleSales(co.ctx, { source: 'test', sales: [sale] });
    const saleIds = recorded.map(({ id }) => id);
    const before = await net(gained);
    const credit = (ctx = co.ctx) =>
      resettleSales(ctx, {
        saleIds,
        reason: 'Нашли, кто привёл',
        ruling: ruling({ partnerId: gained.id, sharePpm: 1_000_000 }),
      });
    const back = (ctx = co.ctx) =>
      settleRefunds(ctx, {
        source: 'test',
        refunds: [
          {
            externalId: `race ${isRefundFirst}`,
            saleExternalId: sale.externalId,
            link: 'sale',
            occurredAt: new Date('2026-03-02T00:00:00Z'),
            currency: 'RUB',
            amountMicro: 40_000_000_000n,
          },
        ],
      });
    let later: Promise<unknown> = Promise.resolve();
    await transact(co.ctx, async (tx) => {
      await (isRefundFirst ? back(tx) : credit(tx));
      later = isRefundFirst ? credit() : back();
      await Promise.race([later, new Promise((resolve) => setTimeout(resolve, 300))]);
    });
    await later;
    expect((await net(gained)) - before).toBe(60_00n);
  }
  expect(await whatIsOff(co.ctx)).toEqual([]);
});
