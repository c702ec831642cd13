import { recordCosts } from '@mosty/deals';
import { createPartner, updatePartner } from '@mosty/directory';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { logEffort } from '@mosty/rhythm';
import { askOf, testDatabase, testWorkspace, textOf, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as api from './contract.ts';
import { economicsRoutes } from './http.ts';
import { exportBook } from './service/export-book.ts';

const ask = askOf(economicsRoutes);
let database: TestDatabase;
let world: World;
let partnerId: Id<'partner'>;

/** A month of the roll-ups as sales would leave it. */
const sold = (month: string, of: string, minor: number, goodsUnknown = 0, costs = 0) =>
  transact(world.system, (tx) =>
    sql`
      INSERT INTO insight.class_month (workspace_id, month, class, currency, sales_count, sales_minor, refunds_count, refunds_minor,
        accruals_count, commission_minor, costs_count, costs_minor, goods_minor, goods_unknown_count, goods_unknown_minor,
        no_client_count, no_client_minor, uncredited_count, uncredited_minor, clients_came, came_paid_90_minor,
        came_paid_180_minor, came_paid_365_minor, sellers_count, top_paid_minor)
      VALUES (${tx.workspaceId}::uuid, ${`${month}-01`}::date, ${of}, 'RUB', 3, ${minor}, 0, 0, 3, ${minor / 10}, 0, ${costs},
        ${minor / 5}, ${goodsUnknown}, 0, 0, 0, 0, 0, 2, 0, 0, 0, 1, ${minor})`.execute(tx.db),
  );

beforeAll(async () => {
  database = await testDatabase();
  // The clock stands on 2 March 2026.
  world = await testWorkspace(database);
  partnerId = (await createPartner(world.system, { name: 'Вектор' })).id;
  await sold('2026-01', 'partner_sales', 100_000, 0, 300_000);
  await sold('2026-02', 'partner_sales', 1_000_000, 1);
  await sold('2026-02', 'alliance', 7_000_000);
  await recordCosts(world.system, {
    source: 'manual',
    costs: [
      {
        externalId: 'a',
        class: 'partner_sales',
        kind: 'tools',
        occurredOn: '2026-01-10',
        currency: 'RUB',
        amountMinor: 300_000n,
      },
    ],
  });
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const book = (ctx = world.contextOf('owner'), query: object = {}) => ask(api.readBook, ctx, { query });
const sheet = (month = '2026-02') => ask(api.readMonth, world.contextOf('owner'), { params: { month } });

describe('the economics of the department (S2.25, S3.10, S3.26)', () => {
  it('counts each class apart: what an alliance brought pays nothing back for the department (S2.3, S3.27)', async () => {
    const mine = await book();
    expect(
      mine.items.map((row) => [row.month, row.revenueMinor, row.marginMinor, row.cumulativeMinor]),
    ).toEqual([
      ['2026-01', 100_000, -230_000, -230_000],
      ['2026-02', 1_000_000, 700_000, 470_000],
      ['2026-03', 0, 0, 470_000],
    ]);
    expect(mine).toMatchObject({ paybackMonth: '2026-02', invested: true });
    expect((await book(world.contextOf('owner'), { class: 'alliance' })).items[0]).toMatchObject({
      revenueMinor: 7_000_000,
    });
  });

  it('is the owner’s, the head’s, finance’s and the analyst’s; nobody else reads it', async () => {
    for (const role of ['manager', 'voice', 'partner_owner'] as const)
      await expect(book(world.contextOf(role))).rejects.toMatchObject({ code: 'identity.not_permitted' });
    await expect(book(world.contextOf('analyst'))).resolves.toMatchObject({
      can: { plan: false, rates: false },
    });
  });
});

describe('the plan of a month (S1.4, S3.8)', () => {
  const plan = (revenueMinor: number, reason?: string) =>
    ask(api.setPlan, world.contextOf('head'), {
      params: { month: '2026-02', book: 'partner_sales' },
      body: { revenueMinor, clients: 4, ...(reason ? { reason } : {}) },
    });

  it('is written anew with a reason, and the one before stays', async () => {
    expect(await plan(900_000)).toEqual({ no: 1 });
    await expect(plan(800_000)).rejects.toMatchObject({ code: 'economics.plan_needs_reason' });
    expect(await plan(800_000, 'Два внедренца ушли в отпуск')).toEqual({ no: 2 });
    expect((await sheet()).plans.map(({ no, revenueMinor }) => [no, revenueMinor])).toEqual([
      [2, 800_000],
      [1, 900_000],
    ]);
    expect((await book()).items[1]?.plan).toMatchObject({ revenueMinor: 800_000, no: 2 });
  });

  it('of two written at once one is the next of the other', async () => {
    const both = await Promise.all([plan(700_000, 'раз'), plan(600_000, 'два')]);
    expect(both.map(({ no }) => no).toSorted((a, b) => a - b)).toEqual([3, 4]);
  });
});

describe('time of the team (S3.28)', () => {
  it('without a rate waits; with one becomes costs of its partner, once', async () => {
    world.clock.set(new Date('2026-02-20T09:00:00Z'));
    await logEffort(world.contextOf('head'), {
      partnerId,
      kind: 'work',
      minutes: 90,
      purpose: 'retention',
      note: 'Разбор сделок',
    });
    world.clock.set(new Date('2026-03-02T06:00:00Z'));
    expect((await sheet()).checks.map(({ code }) => code)).toEqual(['hours_without_rate', 'goods_unknown']);
    await ask(api.setRate, world.contextOf('finance'), {
      body: { fromMonth: '2026-01', rateMinor: 100_000 },
    });
    expect((await sheet()).hours).toMatchObject([{ minutes: 90, rateMinor: 100_000, amountMinor: 150_000 }]);
    const before = (await book()).items[1]?.marginMinor;

    const write = () => ask(api.priceHours, world.contextOf('head'), { params: { month: '2026-02' } });
    const twice = await Promise.all([write(), write()]);
    expect(twice.map(({ recorded }) => recorded).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect((await sheet()).hours).toEqual([]);
    // The estimate became a cost of the same sum.
    expect((await book()).items[1]?.marginMinor).toBe(before);
    expect((await book()).items[1]?.costs).toContainEqual({ kind: 'team', amountMinor: 150_000 });
  });
});

describe('a closed month', () => {
  const close = (month: string) => ask(api.closeMonth, world.contextOf('finance'), { params: { month } });

  it('is closed once it is over, once, and its plan stays', async () => {
    await expect(close('2026-03')).rejects.toMatchObject({ code: 'economics.month_not_over' });
    await close('2026-02');
    await expect(close('2026-02')).rejects.toMatchObject({ code: 'economics.month_closed' });
    await expect(
      ask(api.setPlan, world.contextOf('head'), {
        params: { month: '2026-02', book: 'referral' },
        body: { revenueMinor: 1, clients: 1 },
      }),
    ).rejects.toMatchObject({ code: 'economics.month_closed' });
    expect((await sheet()).closed?.drift.flatMap(({ lines }) => lines)).toEqual([]);
  });

  it('keeps its figures: what came later is a difference, and the database lets nobody write a plan into it', async () => {
    await recordCosts(world.system, {
      source: 'manual',
      costs: [
        {
          externalId: 'late',
          class: 'partner_sales',
          kind: 'event',
          occurredOn: '2026-02-27',
          currency: 'RUB',
          amountMinor: 40_000n,
        },
      ],
    });
    const drift = (await sheet()).closed?.drift.find((one) => one.class === 'partner_sales')?.lines;
    expect(drift?.map(({ line, closedMinor, nowMinor }) => [line, nowMinor - closedMinor])).toEqual([
      ['costs', 40_000],
      ['margin', -40_000],
    ]);
    await expect(
      transact(world.system, (tx) =>
        sql`INSERT INTO economics.plan (workspace_id, month, class, no, currency, revenue_minor, clients, written_at, written_by)
            VALUES (${tx.workspaceId}::uuid, '2026-02-01', 'partner_sales', 9, 'RUB', 1, 1, now(), 'x')`.execute(
          tx.db,
        ),
      ),
    ).rejects.toMatchObject({ constraint: 'month_closed' });
  });

  it('keeps its time too: told later it is no cost of that month, and the sum from the start is the same however much is shown', async () => {
    const months = async (count: number) => (await book(world.contextOf('owner'), { months: count })).items;
    const before = await months(12);
    world.clock.set(new Date('2026-02-21T09:00:00Z'));
    await logEffort(world.contextOf('head'), {
      partnerId,
      kind: 'work',
      minutes: 600,
      purpose: 'retention',
      note: 'Вспомнили позже',
    });
    world.clock.set(new Date('2026-03-02T06:00:00Z'));
    expect(await months(12)).toEqual(before);
    // It is still told on the page of the month, by name.
    expect((await sheet()).hours).toMatchObject([{ minutes: 600 }]);
    const [running] = await months(1);
    expect(running).toEqual(before.at(-1));
    expect((await months(2)).map(({ cumulativeMinor }) => cumulativeMinor)).toEqual(
      before.slice(-2).map(({ cumulativeMinor }) => cumulativeMinor),
    );
    expect(await book(world.contextOf('owner'), { months: 1 })).toMatchObject({
      paybackMonth: '2026-02',
      invested: true,
    });
  });

  it('goes out as a file, a line a month of a class', async () => {
    const all = await exportBook(world.contextOf('analyst'), {
      class: 'all',
      months: 12,
      format: 'csv',
      language: 'ru',
    });
    const lines = (await textOf(all)).trim().split('\r\n');
    expect(lines[0]).toContain('Затраты: Команда');
    expect(lines.filter((line) => line.includes('Партнёрские продажи'))).toHaveLength(3);
    expect(lines.filter((line) => line.includes('Стратегические партнёрства'))).toHaveLength(2);
    const file = await exportBook(world.contextOf('analyst'), {
      class: 'partner_sales',
      months: 12,
      format: 'csv',
      language: 'ru',
    });
    const [head, ...rows] = (await textOf(file)).trim().split('\r\n');
    expect(head).toContain('План выручки');
    expect(rows).toHaveLength(3);
  });
});

describe('where salaries are booked as costs', () => {
  it('time needs no rate, and with a rate the same people are counted twice', async () => {
    await recordCosts(world.system, {
      source: 'manual',
      costs: [
        {
          externalId: 'pay',
          class: 'partner_sales',
          kind: 'team',
          occurredOn: '2026-03-01',
          currency: 'RUB',
          amountMinor: 200_000n,
        },
      ],
    });
    await logEffort(world.contextOf('head'), {
      partnerId,
      kind: 'work',
      minutes: 30,
      purpose: 'retention',
      note: 'Созвон',
    });
    expect((await sheet('2026-03')).checks.map(({ code }) => code)).toEqual(['not_over', 'paid_twice']);
  });
});

describe('a partner as an investment (S3.28, S3.29)', () => {
  it('tells what was put in by what for, what came back, and the month the two met', async () => {
    await transact(world.system, (tx) =>
      sql`
        INSERT INTO insight.partner_month (workspace_id, partner_id, month, class, currency, started_on, sales_count, paid_minor,
          goods_minor, goods_unknown_count, commission_minor, costs_minor, sold_on, took_part_on)
        SELECT ${tx.workspaceId}::uuid, ${partnerId}, m::date, 'partner_sales', 'RUB', '2025-09-01', 1, 100000, 20000, 0, 10000, 0, '{}', '{}'
        FROM generate_series('2025-09-01'::date, '2026-02-01', interval '1 month') m`.execute(tx.db),
    );
    await recordCosts(world.system, {
      source: 'manual',
      costs: [
        {
          externalId: 'launch',
          partnerId,
          class: 'partner_sales',
          kind: 'integration',
          occurredOn: '2025-09-03',
          currency: 'RUB',
          amountMinor: 170_000n,
        },
      ],
    });
    const { books, name, exclusivity } = await ask(api.readPartnerProfit, world.contextOf('finance'), {
      params: { partnerId },
    });
    const [one] = books;
    expect([name, books.length, exclusivity]).toEqual(['Вектор', 1, []]);
    // 90 minutes became a cost by the rate; 30 are told in March, and 600 came after February was closed.
    expect(one?.lines).toEqual([
      { kind: 'team', amountMinor: 150_000, count: 1, minutes: 90 },
      { kind: 'integration', amountMinor: 170_000, count: 1, minutes: 0 },
    ]);
    expect(one).toMatchObject({ unpricedMinutes: 630, isPriced: true, returnedMinor: 420_000 });
    expect(one?.leftMinor).toBe((one?.returnedMinor ?? 0) - (one?.investedMinor ?? 0));
    // September put in 170 000 and returned 70 000; November was the month it met.
    expect(one).toMatchObject({ paybackMonth: '2025-11', paybackAfter: 3 });
    expect(one?.steadiness).toEqual({ months: 6, sold: 6, variationPpm: 0, is: 'even' });
  });

  it('is not for the manager, and an unknown partner has no books', async () => {
    const of = (role: 'manager' | 'owner', id: string) =>
      ask(api.readPartnerProfit, world.contextOf(role), { params: { partnerId: id as typeof partnerId } });
    await expect(of('manager', partnerId)).rejects.toMatchObject({ code: 'identity.not_permitted' });
    const nobody = `par_${'0'.repeat(26)}`;
    await expect(of('owner', nobody)).rejects.toMatchObject({ code: 'directory.partner_unknown' });
  });
});

it('revenue by person of the department is told over three whole months, by those who keep partners (S3.42)', async () => {
  expect((await book()).perPerson).toBeNull();
  await sold('2025-12', 'partner_sales', 300_000);
  await updatePartner(world.system, { partnerId, fields: { ownerMemberId: world.member('manager').id } });
  expect((await book()).perPerson).toEqual({ revenueMinor: 1_400_000, people: 1 });
});

it('what lies before the months shown is carried from roll-ups: however few are shown, the sum from the start is the same', async () => {
  // Put in and come back long before: 400 000 and 700 000 of 1 000 000.
  await sold('2024-05', 'alliance', 0, 0, 400_000);
  await sold('2024-07', 'alliance', 1_000_000);
  await recordCosts(world.system, {
    source: 'manual',
    costs: [
      {
        externalId: 'ally',
        class: 'alliance',
        kind: 'event',
        occurredOn: '2024-05-10',
        currency: 'RUB',
        amountMinor: 400_000n,
      },
    ],
  });
  const shown = async (months: number) => book(world.contextOf('owner'), { class: 'alliance', months });
  const [long, short] = [await shown(60), await shown(1)];
  expect(short).toMatchObject({ paybackMonth: '2024-07', invested: true });
  expect(long.items.find(({ month }) => month === '2024-07')?.cumulativeMinor).toBe(300_000);
  expect(short.items).toEqual(long.items.slice(-1));
});
