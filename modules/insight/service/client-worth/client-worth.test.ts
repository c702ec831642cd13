import { testDatabase, testWorkspace, textOf, type World } from '@mosty/testkit';
import { refreshStatistics, transact } from '@mosty/kernel/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Book } from '../../contract/class.ts';
import { WORTHS, type Worth } from '../../contract/client-worth.ts';
import { nameSegments, plantDeals, type DealFact } from '../../store/client-worth/deals.fixture.ts';
import { plantFacts, type Facts } from '../../store/facts.fixture.ts';
import { rebuildRollups } from '../refresh-rollups.ts';
import { exportWorth, exportWorthRows } from './export-worth.ts';
import { openWorth } from './open-worth.ts';
import { readClientCost } from './read-client-cost.ts';
import { readClientWorth, type ClientWorth } from './read-client-worth.ts';

const VECTOR = { partnerId: 'par_vector', agreementId: 'agr_vector', class: 'partner_sales' } as const;
const HELPER = { partnerId: 'par_helper', agreementId: 'agr_helper', class: 'partner_sales' } as const;
const YOUNG = { partnerId: 'par_young', agreementId: 'agr_young', class: 'referral' } as const;
const DAY_MS = 86_400_000;
const TODAY = Date.parse('2026-03-02T09:00:00Z');
const ago = (days: number): string => new Date(TODAY - days * DAY_MS).toISOString();

/**
 * Twelve clients through a partner: each paid five times, a quarter apart, for two things at a time; half of them with a
 * second partner in it. Twelve direct ones who paid once, for one thing.
 */
function company(): { facts: Facts; deals: DealFact[] } {
  const sales: NonNullable<Facts['sales']>[number][] = [];
  const participants: NonNullable<Facts['participants']>[number][] = [];
  const clients = ['p', 'd'].flatMap((side) =>
    Array.from({ length: 12 }, (_none, place) => ({
      id: `cus_${side}${place}`,
      name: `Клиент ${side}${place}`,
    })),
  );
  for (let place = 0; place < 12; place += 1) {
    for (let time = 0; time < 5; time += 1) {
      const id = `sal_p${place}_${time}`;
      sales.push({
        id,
        clientId: `cus_p${place}`,
        at: ago(450 - time * 91),
        minor: 20_000_00,
        skus: ['A', 'B'],
      });
      participants.push({ id: `ptp_${id}`, saleId: id, ...VECTOR, role: 'source' });
      if (place % 2 === 0) participants.push({ id: `pth_${id}`, saleId: id, ...HELPER, role: 'implement' });
    }
    sales.push({
      id: `sal_d${place}`,
      clientId: `cus_d${place}`,
      at: ago(430),
      minor: 5_000_00,
      skus: ['A'],
    });
  }
  // A partner of last month: whether it sells again nobody can tell yet.
  sales.push({ id: 'sal_young', clientId: null, at: ago(200), minor: 5_000_00 });
  participants.push({ id: 'ptp_young', saleId: 'sal_young', ...YOUNG, role: 'source' });
  sales.push({ id: 'sal_new', clientId: 'cus_new', at: ago(20), minor: 7_000_00 });
  clients.push({ id: 'cus_new', name: 'Новый' });
  const deals = [
    ...Array.from(
      { length: 12 },
      (_none, place): DealFact => ({
        id: `dea_p${place}`,
        registeredAt: ago(100 + place),
        closedAt: ago(90),
        outcome: 'won',
        source: VECTOR,
        saleId: `sal_p${place}_4`,
        ...(place < 3 ? { kind: 'expansion', expandedBy: HELPER } : {}),
        ...(place < 6 ? { scenarioId: place < 4 ? 'scn_one' : 'scn_two' } : {}),
        ...(place === 0 ? { measuredOn: '2026-02-01' } : {}),
      }),
    ),
    ...Array.from(
      { length: 12 },
      (_none, place): DealFact => ({
        id: `dea_d${place}`,
        registeredAt: ago(160),
        closedAt: ago(100),
        outcome: place < 11 ? 'won' : 'lost',
      }),
    ),
  ];
  return {
    facts: {
      partners: [
        { id: 'par_vector', name: 'Вектор' },
        { id: 'par_helper', name: 'Помощник' },
        { id: 'par_young', name: 'Молодой' },
      ],
      agreements: [VECTOR, HELPER, YOUNG].map(({ partnerId, agreementId, class: name }) => ({
        id: agreementId,
        partnerId,
        class: name,
        acceptedAt: ago(460),
        launchedOn: name === YOUNG.class ? null : '2024-12-15',
      })),
      clients,
      sales,
      participants,
      costs: [
        {
          id: 'cst_one',
          partnerId: 'par_vector',
          class: 'partner_sales',
          on: '2026-02-20',
          minor: 90_000_00,
        },
      ],
    },
    deals,
  };
}

let world: World;
let db: Awaited<ReturnType<typeof testDatabase>>;
let worth: ClientWorth;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  const { facts, deals } = company();
  await transact(world.system, async (tx) => {
    await plantFacts(tx, facts);
    await plantDeals(tx, deals, ['scn_one', 'scn_two']);
    await nameSegments(tx, { cus_p0: 'Склады', cus_d0: 'Склады', cus_new: 'Кафе' });
  });
  await refreshStatistics(world.database);
  await rebuildRollups(world.system);
  worth = await readClientWorth(world.contextOf('owner'), {});
}, 120_000);
afterAll(async () => {
  await world.close();
  await db.drop();
});

const told = (metric: Worth, book: Book, group: string | null = null) =>
  worth.figures.find((one) => one.metric === metric && one.class === book && one.group === group);

describe('what clients of partners are worth beside direct ones', () => {
  it('a cycle of partners’ deals stands beside a direct one, with n and three quarters (S0.7)', () => {
    expect(told('cycle', 'partner_sales')).toMatchObject({ value: 15n, n: 12, unit: 'days', neededN: 10 });
    expect(told('cycle_p75', 'partner_sales')).toMatchObject({ value: 18n });
    expect(told('cycle', 'direct')).toMatchObject({ value: 60n, n: 11 });
    expect(told('won_share', 'direct')).toMatchObject({ n: 11, of: 12, value: 916_667n });
  });

  it('repeated deals, partners of a single sale and clients of four quarters are told (S1.3)', () => {
    expect(told('repeat_share', 'partner_sales')).toMatchObject({ value: 1_000_000n });
    expect(told('repeat_share', 'direct')).toMatchObject({ value: null, of: 1 });
    expect(told('long_clients', 'partner_sales')).toMatchObject({ n: 12, of: 12, value: 1_000_000n });
    expect(told('long_clients', 'direct')).toMatchObject({ n: 0, of: 12, value: 0n });
    expect(told('one_off_partners', 'partner_sales')).toMatchObject({ n: 0, of: 1, value: null });
    // Judged are those whose first sale is a year old; their days run until today.
    expect(told('one_off_partners', 'referral')).toBeUndefined();
    expect(told('one_off_partners', 'partner_sales')?.window.to).toBe('2026-03-03');
  });

  it('a check and a client’s worth stand beside direct ones with horizon and n, few are words (S3.32)', () => {
    expect(worth.horizonDays).toBe(365);
    expect(told('value', 'partner_sales')).toMatchObject({ value: 100_000_00n, n: 12, horizonDays: 365 });
    expect(told('value', 'direct')).toMatchObject({ value: 5_000_00n, n: 12 });
    expect(told('check', 'partner_sales')).toMatchObject({ value: 20_000_00n });
    expect(told('check', 'direct')).toMatchObject({ value: null, n: 1, neededN: 10 });
  });

  it('worth and staying by the number of partners that touched a client (S3.25)', () => {
    expect(told('value_by_partners', 'partner_sales', '1')).toMatchObject({ n: 6, value: null });
    expect(told('value_by_partners', 'partner_sales', '2')).toMatchObject({ n: 6, value: null });
    expect(told('value_by_partners', 'direct', '0')).toMatchObject({ n: 12, value: 5_000_00n });
    expect(told('stayed_by_partners', 'direct', '0')).toMatchObject({ n: 0, of: 12, value: 0n });
  });

  it('expansions with their money and the partner’s part, and worth by things bought (S3.33)', () => {
    expect(told('expansions', 'partner_sales', 'expansion')).toMatchObject({ n: 3, value: 60_000_00n });
    expect(told('expansions', 'partner_sales', 'new')).toMatchObject({ n: 9, value: 180_000_00n });
    expect(told('expanded_with_partner', 'partner_sales', 'expansion')).toMatchObject({ n: 3, of: 3 });
    expect(told('value_by_products', 'partner_sales', '2')).toMatchObject({ n: 12, value: 100_000_00n });
    expect(told('value_by_products', 'direct', '1')).toMatchObject({ n: 12 });
  });

  it('a check by how complex the solution is: positions, and partners in it (S3.43)', () => {
    expect(told('check_by_positions', 'partner_sales', '2')).toMatchObject({ value: 20_000_00n });
    expect(told('check_by_positions', 'direct', '0')).toMatchObject({ n: 1, value: null });
    expect(told('check_by_parties', 'partner_sales', '1')).toMatchObject({ n: 24 });
    expect(told('check_by_parties', 'partner_sales', '2')).toMatchObject({ n: 24 });
  });

  it('a segment says who entered it, when first, and the check in it (S3.44)', () => {
    expect(told('came_by_segment', 'direct', 'Кафе')).toMatchObject({ n: 1, since: '2026-02-10' });
    expect(told('came_by_segment', 'partner_sales', 'Склады')).toMatchObject({ n: 0, since: '2024-12-07' });
    expect(told('check_by_segment', 'direct', 'Кафе')).toMatchObject({ n: 1, value: null });
  });

  it('scenarios stand beside each other and beside deals outside of them, with the period before (S3.46)', () => {
    expect(told('scenario_won', 'partner_sales', 'scn_one')).toMatchObject({ value: 4n, of: 4, before: 0n });
    expect(told('scenario_paid', 'partner_sales', 'scn_two')).toMatchObject({ value: 40_000_00n, n: 2 });
    expect(told('scenario_effects', 'partner_sales', 'scn_one')).toMatchObject({ value: 1n });
    expect(told('scenario_won', 'partner_sales', '')).toMatchObject({ value: 6n });
    expect(told('scenario_won', 'direct', '')).toMatchObject({ value: 11n, of: 12 });
  });

  it('every figure opens to as many rows as it says', async () => {
    const opened = new Set<Worth>();
    for (const one of worth.figures) {
      const { items } = await openWorth(world.contextOf('owner'), {
        metric: one.metric,
        class: one.class,
        ...(one.group === null ? {} : { group: one.group }),
        limit: 100,
      });
      // Of scenarios and won shares all that were closed are listed, and of staying all that could stay.
      const listed = ['won_share', 'scenario_won', 'stayed_by_partners'].includes(one.metric)
        ? (one.of ?? one.n)
        : one.metric === 'check_by_segment'
          ? items.reduce((sum, row) => sum + (row.figure ?? 0), 0) - one.n + items.length
          : one.n;
      expect(items.length, `${one.metric} ${one.class} ${one.group}`).toBe(listed);
      expect(items.every((row) => row.class === one.class)).toBe(true);
      opened.add(one.metric);
    }
    expect(WORTHS.filter((metric) => !opened.has(metric))).toEqual([]);
  });

  it('is a file, and so are its rows; an analyst’s file names no clients', async () => {
    const file = await textOf(
      await exportWorth(world.contextOf('analyst'), { format: 'csv', language: 'ru' }),
    );
    expect(file).toContain('Клиент приносит');
    const rows = { metric: 'cycle', class: 'direct', format: 'csv', language: 'ru' } as const;
    const own = await textOf(await exportWorthRows(world.contextOf('owner'), rows));
    expect(own).toContain('dea_d1');
    const sales = { ...rows, metric: 'value' } as const;
    expect(await textOf(await exportWorthRows(world.contextOf('owner'), sales))).toContain('Клиент d1');
    expect(await textOf(await exportWorthRows(world.contextOf('analyst'), sales))).not.toContain('Клиент d1');
  });

  it('what a client cost stands before and after a day, in equal days, and few are words (S1.6)', async () => {
    const cost = await readClientCost(world.contextOf('owner'), { on: '2026-02-15', days: 30 });
    expect(cost).toMatchObject({ on: '2026-02-15', whole: false });
    expect(cost.books.map((book) => book.class)).toEqual(['partner_sales']);
    expect(cost.books[0]?.after.cost.value).toBe(90_000_00n);
    expect(cost.books[0]?.after.perClientMinor).toBeNull();
    expect(cost.books[0]?.before.clients.window).toMatchObject({ from: '2026-01-16', to: '2026-02-15' });
    const began = await readClientCost(world.contextOf('owner'), { on: '2024-12-01', days: 30 });
    expect(began.books[0]?.after).toMatchObject({ clients: { value: 12n }, perClientMinor: 0n });
    expect(began.changes).toMatchObject([{ kind: 'partners', on: '2024-11-01', came: 3, left: 0 }]);
  });
});
