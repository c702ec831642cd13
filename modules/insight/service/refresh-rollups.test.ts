import { testDatabase, testWorkspace, seededRandom, type World } from '@mosty/testkit';
import { transact } from '@mosty/kernel/db';
import { businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLASSES, type ReportingClass } from '../contract/class.ts';
import {
  dumpRollups,
  plantFacts,
  takeBackRefunds,
  takeBackSales,
  type Facts,
  type ParticipantFact,
} from '../store/facts.fixture.ts';
import { rebuildRollups, refreshRollups } from './refresh-rollups.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
const worlds: World[] = [];

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(async () => {
  for (const world of worlds) await world.close();
  await db.drop();
});

async function world(zone: string): Promise<World> {
  const made = await testWorkspace(db, { zone });
  worlds.push(made);
  return made;
}

const PARTNERS = Array.from({ length: 6 }, (_none, place) => ({
  id: `par_test_${place}`,
  name: `Партнёр ${place}`,
}));
const AGREEMENTS = PARTNERS.flatMap((partner) =>
  CLASSES.map((name) => ({
    id: `agr_${partner.id}_${name}`,
    partnerId: partner.id,
    class: name,
    acceptedAt: '2025-01-10T10:00:00Z',
    launchedOn: '2025-01-15',
  })),
);
const CLIENTS = Array.from({ length: 12 }, (_none, place) => ({
  id: `cus_test_${place}`,
  name: `Клиент ${place}`,
}));

interface Sold {
  readonly id: string;
  readonly at: string;
  readonly clientId: string | null;
}

/** Random facts of a few months, and now and then something taken back, as verbs would leave them behind. */
function randomBatches(seed: number) {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const moment = (): string =>
    new Date(Date.UTC(2025, 0, 20) + Math.floor(random() * 150 * 86_400_000)).toISOString();
  const sold: Sold[] = [];
  const refunded: Sold[] = [];
  let last = 0;
  const id = (prefix: string): string => `${prefix}_test_${(last += 1)}`;
  const credit = (saleId: string | null, refundId: string | null, role: string): ParticipantFact => {
    const agreement = pick(AGREEMENTS);
    return {
      id: id('ptp'),
      saleId,
      refundId,
      partnerId: agreement.partnerId,
      agreementId: agreement.id,
      class: agreement.class,
      role,
    };
  };

  return function next(): {
    facts: Facts;
    takeBack: string[];
    takeBackRefund: string[];
    moments: string[];
    days: string[];
  } {
    const sales = Array.from({ length: Math.floor(random() * 6) }, () => ({
      id: id('sal'),
      clientId: random() < 0.85 ? pick(CLIENTS).id : null,
      at: moment(),
      minor: Math.floor(random() * 100_000),
      currency: random() < 0.9 ? 'RUB' : 'USD',
      goodsMinor: random() < 0.5 ? Math.floor(random() * 30_000) : null,
      listMinor: random() < 0.5 ? Math.floor(random() * 150_000) : null,
      skus: ['A', 'B', 'C', 'D', 'E'].slice(0, Math.floor(random() * 6)),
    }));
    const participants = sales.flatMap((sale) => [
      ...(random() < 0.7 ? [credit(sale.id, null, 'source')] : []),
      ...(random() < 0.3 ? [credit(sale.id, null, 'implement')] : []),
    ]);
    const refunds = Array.from({ length: Math.floor(random() * 4) }, () => {
      const sale = random() < 0.6 && sold.length > 0 ? pick(sold) : null;
      return {
        id: id('ref'),
        saleId: sale?.id ?? null,
        clientId: sale ? sale.clientId : pick(CLIENTS).id,
        at: moment(),
        minor: Math.floor(random() * 20_000),
        matched: sale !== null || random() < 0.5,
      };
    });
    for (const refund of refunds) {
      if (refund.saleId === null && refund.matched && random() < 0.6)
        participants.push(credit(null, refund.id, 'source'));
    }
    const accruals = participants
      .filter((one) => one.saleId !== null)
      .map((one) => ({ ...one, minor: Math.floor(random() * 9_000) - 2_000 }))
      .map((one) => ({
        id: id('acr'),
        saleId: one.saleId,
        partnerId: one.partnerId,
        agreementId: one.agreementId,
        class: one.class,
        at: moment(),
        minor: one.minor,
        kind: one.minor < 0 ? ('clawback' as const) : ('commission' as const),
      }));
    const costs = Array.from({ length: Math.floor(random() * 2) }, () => ({
      id: id('cst'),
      partnerId: random() < 0.8 ? pick(PARTNERS).id : null,
      class: pick<ReportingClass>(CLASSES),
      on: moment().slice(0, 10),
      minor: Math.floor(random() * 40_000),
    }));
    const back = random() < 0.3 && sold.length > 0 ? [pick(sold)] : [];
    for (const sale of back) sold.splice(sold.indexOf(sale), 1);
    const backRefund = random() < 0.2 && refunded.length > 0 ? [pick(refunded)] : [];
    for (const refund of backRefund) refunded.splice(refunded.indexOf(refund), 1);
    sold.push(...sales);
    refunded.push(...refunds);
    return {
      facts: { sales, refunds, participants, accruals, costs, floorPpm: 700_000 },
      takeBack: back.map((sale) => sale.id),
      takeBackRefund: backRefund.map((refund) => refund.id),
      moments: [...sales, ...refunds, ...accruals, ...back, ...backRefund].map((fact) => fact.at),
      days: costs.map((cost) => cost.on),
    };
  };
}

describe('roll-ups', () => {
  for (const [seed, zone] of [
    [1, 'Europe/Moscow'],
    [2, 'America/Sao_Paulo'],
    [3, 'Asia/Vladivostok'],
    [4, 'America/Havana'],
  ] as const) {
    it(`kept up to date by batches equal those built anew (seed ${seed}, ${zone})`, async () => {
      const { system } = await world(zone);
      await transact(system, (tx) =>
        plantFacts(tx, { partners: PARTNERS, clients: CLIENTS, agreements: AGREEMENTS }),
      );
      const next = randomBatches(seed);
      for (let batch = 0; batch < 25; batch += 1) {
        const { facts, takeBack, takeBackRefund, moments, days } = next();
        await transact(system, async (tx) => {
          await plantFacts(tx, facts);
          await takeBackSales(tx, takeBack);
          await takeBackRefunds(tx, takeBackRefund);
        });
        const touched = moments.map((at) => businessDateOf(new Date(at), zone));
        await refreshRollups(system, { days: [...touched, ...(days as BusinessDate[])] });
      }
      const kept = await transact(system, dumpRollups);
      await rebuildRollups(system);
      const built = await transact(system, dumpRollups);
      expect(kept).toEqual(built);
      expect(built['class_day']?.length).toBeGreaterThan(20);
      expect(built['client_life']?.length).toBeGreaterThan(5);
    });
  }

  it('are built anew when the company moved to another zone', async () => {
    const { system } = await world('Europe/Moscow');
    await transact(system, (tx) =>
      plantFacts(tx, {
        sales: [{ id: 'sal_late_evening', clientId: null, at: '2025-03-01T22:30:00Z', minor: 100 }],
      }),
    );
    await refreshRollups(system, { days: ['2025-03-02' as BusinessDate] });
    const moved = { ...system, zone: 'Europe/London' };
    await refreshRollups(moved, { days: ['2025-07-01' as BusinessDate] });
    const dump = await transact(moved, dumpRollups);
    expect(dump['class_day']).toMatchObject([{ day: '2025-03-01', class: 'direct', sales_minor: 100 }]);
  });

  it('of one company hold nothing of another', async () => {
    const one = await world('Europe/Moscow');
    const other = await world('Europe/Moscow');
    await transact(one.system, (tx) =>
      plantFacts(tx, {
        sales: [{ id: 'sal_of_one', clientId: null, at: '2025-03-01T12:00:00Z', minor: 700 }],
      }),
    );
    await rebuildRollups(one.system);
    await rebuildRollups(other.system);
    expect((await transact(other.system, dumpRollups))['class_day']).toEqual([]);
    expect((await transact(one.system, dumpRollups))['class_day']).toHaveLength(1);
  });

  it('may be rebuilt by the head and not by a manager', async () => {
    const made = await world('Europe/Moscow');
    await expect(rebuildRollups(made.contextOf('head'))).resolves.toBeDefined();
    await expect(rebuildRollups(made.contextOf('manager'))).rejects.toMatchObject({
      code: 'identity.not_permitted',
    });
  });
});
