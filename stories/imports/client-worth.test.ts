import { temporaryFolder } from '@mosty/server/database';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftScheme, publishVersion } from '@mosty/incentives';
import { termsSchema } from '@mosty/incentives/contract';
import { readClientWorth, rebuildRollups } from '@mosty/insight';
import { importNow, openImportFolder } from '@mosty/integrations';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';

const DATA = path.resolve(import.meta.dirname, '../../../shared/data');
const ORDERS = path.join(DATA, 'adventureworks-2011/salesorderheader.csv.gz');
const REFERENCE = path.join(DATA, 'reference-answers/adventureworks-2011.json');

interface Order {
  readonly salesorderid: string;
  readonly orderdate: string;
  readonly customerid: string;
  readonly salespersonid: string;
  readonly subtotal: string;
}

/** The files again, by arithmetic that knows nothing of the program: what clients paid within days of their first order. */
function worthByHand(orders: readonly Order[], horizonDays: number, before: string) {
  const first = new Map<string, Order>();
  for (const order of orders.toSorted((a, b) => (a.orderdate < b.orderdate ? -1 : 1)))
    if (!first.has(order.customerid)) first.set(order.customerid, order);
  const clients = [...first.values()].filter(({ orderdate }) => orderdate.slice(0, 10) < before);
  const sides = Map.groupBy(clients, ({ salespersonid }) =>
    salespersonid === '' ? 'direct' : 'partner_sales',
  );
  return Object.fromEntries(
    [...sides].map(([side, own]) => {
      const cents = own.reduce((sum, { customerid, orderdate }) => {
        const end = Date.parse(orderdate.slice(0, 10)) + horizonDays * 86_400_000;
        return (
          sum +
          orders
            .filter((one) => one.customerid === customerid && Date.parse(one.orderdate.slice(0, 10)) < end)
            .reduce((paid, one) => paid + Math.round(Number(one.subtotal) * 100), 0)
        );
      }, 0);
      return [side, { n: own.length, mean: Math.round(cents / own.length) }];
    }),
  );
}

describe.skipIf(!existsSync(ORDERS))('AdventureWorks 2011: what clients of partners are worth', () => {
  const folder = temporaryFolder('mosty-worth-');
  let db: TestDatabase;
  let world: World;
  let orders: readonly Order[];

  beforeAll(async () => {
    db = await testDatabase();
    world = await testWorkspace(db, {
      zone: 'UTC',
      currency: 'USD',
      startAt: new Date('2012-01-09T09:00:00Z'),
    });
    openImportFolder(folder);
    const owner = world.contextOf('owner');
    const terms = termsSchema.parse({
      format: 1,
      currency: null,
      holdDays: 0,
      pay: [{ kind: 'percent', ratePpm: 100_000 }],
    });
    const { versionId } = await draftScheme(owner, {
      name: 'Ten per cent',
      terms,
      validFrom: businessDate('2011-01-01'),
    });
    await publishVersion(world.contextOf('head'), { versionId });
    orders = parse(gunzipSync(readFileSync(ORDERS)), { columns: true });
    const salespeople = [...new Set(orders.map((order) => order.salespersonid).filter((id) => id !== ''))];
    const partners = path.join(folder, 'partners.csv');
    const rows = salespeople.map((id) => `${id},Salesperson ${id},reseller,Ten per cent,2011-01-01`);
    writeFileSync(partners, `partner_id,name,kind,scheme,agreement_date\n${rows.join('\n')}\n`);
    await importNow(owner, { path: partners, filename: 'partners.csv', kind: 'partners' });
    await importNow(owner, {
      path: ORDERS,
      filename: 'salesorderheader.csv.gz',
      mapping: {
        kind: 'sales',
        source: 'adventureworks',
        columns: {
          externalId: 'salesorderid',
          occurredAt: 'orderdate',
          clientExternalId: 'customerid',
          amount: 'subtotal',
          vat: 'taxamt',
          partner: 'salespersonid',
        },
        constants: { currency: 'USD' },
      },
    });
    await rebuildRollups(world.system);
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await db.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (asked: Parameters<typeof readClientWorth>[1] = {}) =>
    readClientWorth(world.contextOf('owner'), asked);
  type Told = Awaited<ReturnType<typeof ask>>;
  const told = (worth: Told, metric: string, book: string) =>
    worth.figures.find((one) => one.metric === metric && one.class === book && one.group === null);

  it('average checks of both sides are those of the reference, with n (S3.32)', async () => {
    const { total } = JSON.parse(readFileSync(REFERENCE, 'utf8')) as {
      total: Record<'avg_check_reseller' | 'avg_check_online' | 'reseller_orders' | 'online_orders', number>;
    };
    const worth = await ask({ from: '2011-05-01', to: '2012-01-01' });
    expect(told(worth, 'check', 'partner_sales')).toMatchObject({
      value: BigInt(Math.round(total.avg_check_reseller * 100)),
      n: total.reseller_orders,
    });
    expect(told(worth, 'check', 'direct')).toMatchObject({
      value: BigInt(Math.round(total.avg_check_online * 100)),
      n: total.online_orders,
    });
  });

  it('what a client brings is what its orders of the horizon add up to, beside direct, with n and horizon (S3.32)', async () => {
    for (const [horizon, before] of [
      ['90', '2011-10-01'],
      ['180', '2011-07-01'],
    ] as const) {
      const worth = await ask({ horizon });
      const hand = worthByHand(orders, Number(horizon), before);
      for (const side of ['partner_sales', 'direct'] as const) {
        const figure = told(worth, 'value', side);
        expect(figure, `${horizon} ${side}`).toMatchObject({
          n: hand[side]?.n,
          horizonDays: Number(horizon),
        });
        // Each order is rounded to a cent before they are added up.
        expect(Math.abs(Number(figure?.value) - (hand[side]?.mean ?? 0))).toBeLessThanOrEqual(1);
      }
    }
  });

  it('a month shows resellers as one-off buyers, a longer window shows them coming back (S1.3)', async () => {
    const repeated = (worth: Told) => {
      const figure = told(worth, 'repeat_share', 'partner_sales');
      return Number(figure?.n) / Number(figure?.of);
    };
    const month = await ask({ from: '2011-07-01', to: '2011-08-01' });
    const autumn = await ask({ from: '2011-08-01', to: '2012-01-01' });
    // Shops order once a quarter: their second orders fall outside of any one month of the first quarter.
    expect(repeated(month)).toBeLessThan(0.05);
    expect(repeated(autumn)).toBeGreaterThan(0.3);
    expect(told(month, 'repeat_share', 'partner_sales')?.of).toBeGreaterThan(10);
  });
});
