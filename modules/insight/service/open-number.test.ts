import { testDatabase, testWorkspace, textOf, type World } from '@mosty/testkit';
import { refreshStatistics, transact } from '@mosty/kernel/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Measure } from '../domain/measure.ts';
import { plantFacts } from '../store/facts.fixture.ts';
import { randomCompany } from '../store/company.fixture.ts';
import { exportNumber } from './export-number.ts';
import { openNumber } from './open-number.ts';
import { measuresOfChannel, readChannel } from './read-channel.ts';
import { measuresOfPartner, readPartnerEconomics } from './read-partner-economics.ts';
import { rebuildRollups } from './refresh-rollups.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  await transact(world.system, (tx) => plantFacts(tx, randomCompany(11)));
  await refreshStatistics(world.database);
  await rebuildRollups(world.system);
  await refreshStatistics(world.database);
});

afterAll(async () => {
  await world.close();
  await db.drop();
});

async function allRows(measure: Measure, partner?: string) {
  const rows = [];
  let cursor: string | undefined;
  do {
    const page = await openNumber(world.contextOf('head'), {
      metric: measure.metric,
      ...(measure.class ? { class: measure.class } : {}),
      ...(partner ? { partner: partner as `par_${string}` as never } : {}),
      cursor,
      limit: 23,
    });
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
}

/** Sums of money are the sum of their rows; counts are their number; the rest have n rows that count, out of `of`. */
function agrees(measure: Measure, rows: Awaited<ReturnType<typeof allRows>>): void {
  const label = `${measure.metric} ${measure.class}`;
  const sum = rows.reduce((total, row) => total + (row.amountMinor ?? 0n), 0n);
  switch (measure.metric) {
    case 'cost_share':
    case 'average_check':
    case 'concentration':
      expect(rows.length, label).toBe(measure.n);
      return;
    case 'client_value':
      expect(rows.length, label).toBe(measure.n);
      if (measure.value !== null)
        expect(Number(sum) / rows.length, label).toBeCloseTo(Number(measure.value), -1);
      return;
    case 'share_of_revenue':
      expect(rows.length, label).toBe(measure.n);
      return;
    case 'paid':
      expect([rows.length, sum], label).toEqual([measure.n, measure.value]);
      return;
    case 'active_share':
      expect([rows.filter((row) => row.note === 'active').length, rows.length], label).toEqual([
        measure.n,
        measure.of,
      ]);
      return;
    case 'time_to_first_sale':
    case 'payback':
      expect([rows.filter((row) => row.figure !== null).length, rows.length], label).toEqual([
        measure.n,
        measure.of,
      ]);
      return;
    case 'referral_capacity':
      expect(rows.length, label).toBe(measure.n);
      return;
    default:
      expect(measure.unit === 'money' ? sum : BigInt(rows.length), label).toBe(measure.value);
  }
}

describe('every number opens', () => {
  it('to exactly the rows it was made of, page by page', async () => {
    const measures = measuresOfChannel(await readChannel(world.contextOf('head'), {}));
    expect(new Set(measures.map((one) => one.metric)).size).toBeGreaterThan(18);
    for (const measure of measures) {
      const rows = await allRows(measure);
      agrees(measure, rows);
      expect(new Set(rows.map((row) => `${row.kind} ${row.id}`)).size).toBe(rows.length);
      if (measure.class !== null && measure.metric !== 'active_share') {
        expect(new Set(rows.map((row) => row.class)), `${measure.metric} ${measure.class}`).toSatisfy(
          (classes: Set<string>) => [...classes].every((one) => one === measure.class),
        );
      }
    }
  }, 60_000);

  it('also the numbers of one partner', async () => {
    const partnerId = 'par_random_1' as never;
    const measures = measuresOfPartner(
      await readPartnerEconomics(world.contextOf('head'), { partnerId, currency: 'RUB' }),
    );
    expect(measures.length).toBeGreaterThan(7);
    for (const measure of measures) agrees(measure, await allRows(measure, partnerId));
  }, 60_000);

  it('and comes with its rule, window, n and gaps', async () => {
    const { measure } = await openNumber(world.contextOf('head'), {
      metric: 'paid',
      class: 'partner_sales',
      limit: 1,
    });
    expect(measure).toMatchObject({
      rule: { code: 'paid', version: 1 },
      window: { days: 90 },
      estimate: false,
    });
    expect(measure.n).toBeGreaterThan(0);
  });

  it('asks for the class where a number has several (S2.3)', async () => {
    await expect(openNumber(world.contextOf('head'), { metric: 'paid', limit: 1 })).rejects.toMatchObject({
      code: 'insight.class_needed',
    });
  });

  it('as a file has the same rows, without clients’ names for an analyst', async () => {
    const asked = { metric: 'paid', class: 'partner_sales', format: 'csv', language: 'en' } as const;
    const [owner, analyst] = [
      await textOf(await exportNumber(world.contextOf('owner'), asked)),
      await textOf(await exportNumber(world.contextOf('analyst'), asked)),
    ];
    const measure = measuresOfChannel(await readChannel(world.contextOf('head'), {})).find(
      (one) => one.metric === 'paid' && one.class === 'partner_sales',
    );
    expect(owner.trim().split('\r\n')).toHaveLength((await allRows(measure as Measure)).length + 1);
    expect(owner).toContain('Клиент');
    expect(analyst).not.toContain('Клиент');
    await expect(exportNumber(world.contextOf('manager'), asked)).rejects.toMatchObject({
      code: 'identity.not_permitted',
    });
  });
});
