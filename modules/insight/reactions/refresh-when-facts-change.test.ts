import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { transact } from '@mosty/kernel/db';
import { drainEvents } from '@mosty/kernel/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpRollups, plantFacts, takeBackSales } from '../store/facts.fixture.ts';
import { refreshWhenFactsChange } from './refresh-when-facts-change.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
});

afterAll(async () => {
  await world.close();
  await db.drop();
});

const drain = () =>
  drainEvents({
    database: world.database,
    reactions: [refreshWhenFactsChange],
    contextOf: async () => world.system,
    onFailure: (_reaction, error) => {
      throw error;
    },
  });

const days = async () =>
  ((await transact(world.system, dumpRollups))['class_day'] as { day: string; sales_count: number }[]).map(
    (row) => [row.day, row.sales_count],
  );

describe('the report hears of facts', () => {
  it('in the days an event names, once for many events', async () => {
    await transact(world.system, async (tx) => {
      await plantFacts(tx, {
        sales: [{ id: 'sal_a', clientId: null, at: '2026-02-10T09:00:00Z', minor: 500 }],
      });
      tx.emit({ type: 'sale.recorded', days: ['2026-02-10'] });
      await plantFacts(tx, {
        sales: [{ id: 'sal_b', clientId: null, at: '2026-02-12T09:00:00Z', minor: 500 }],
      });
      tx.emit({ type: 'sale.recorded', days: ['2026-02-12'] });
    });
    await drain();
    expect(await days()).toEqual([
      ['2026-02-10', 1],
      ['2026-02-12', 1],
    ]);
  });

  it('of a sale that was taken back', async () => {
    await transact(world.system, async (tx) => {
      await takeBackSales(tx, ['sal_a']);
      tx.emit({ type: 'sale.reversed', days: ['2026-02-10'] });
    });
    await drain();
    expect(await days()).toEqual([['2026-02-12', 1]]);
  });

  it('of an event that names no day by building everything again', async () => {
    await transact(world.system, async (tx) => {
      await plantFacts(tx, {
        sales: [{ id: 'sal_c', clientId: null, at: '2025-05-05T09:00:00Z', minor: 900 }],
      });
      tx.emit({ type: 'sale.recorded' });
    });
    await drain();
    expect(await days()).toEqual([
      ['2025-05-05', 1],
      ['2026-02-12', 1],
    ]);
  });
});
