import { testDatabase, testWorkspace, textOf, type World } from '@mosty/testkit';
import { refreshStatistics, transact } from '@mosty/kernel/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHarm, listReputation } from '../../contract/reputation.ts';
import { plantFacts, type Facts } from '../../store/facts.fixture.ts';
import { plantHarm } from '../../store/reputation/harm.fixture.ts';
import { rebuildRollups } from '../refresh-rollups.ts';
import { exportHarm, exportReputation } from './export-reputation.ts';
import { readHarm, readReputation } from './read-reputation.ts';

const RICH = 'par_00000000000000000000000001';
const SMALL = 'par_00000000000000000000000002';
const QUIET = 'par_00000000000000000000000003';

/**
 * The richest partner sold a million, gave back a tenth and sold cheap; a small one broke a rule and a client says it got
 * worse; a quiet one harmed nothing. The floor: 70 % of the list price always remains.
 */
const FACTS: Facts = {
  floorPpm: 700_000,
  partners: [
    { id: RICH, name: 'Большой' },
    { id: SMALL, name: 'Малый' },
    { id: QUIET, name: 'Тихий' },
  ],
  agreements: [
    ...[RICH, SMALL, QUIET].map((partnerId) => ({
      id: `agr_${partnerId}`,
      partnerId,
      class: 'partner_sales' as const,
      acceptedAt: '2025-06-01T08:00:00Z',
      launchedOn: '2025-06-02',
    })),
    {
      id: 'agr_ally',
      partnerId: RICH,
      class: 'alliance' as const,
      acceptedAt: '2025-06-01T08:00:00Z',
      launchedOn: '2025-06-02',
    },
  ],
  clients: [
    { id: 'cus_one', name: 'Клиент Один' },
    { id: 'cus_old', name: 'Давний' },
    { id: 'cus_ally', name: 'Союзный' },
  ],
  sales: [
    {
      id: 'sal_full',
      clientId: 'cus_one',
      at: '2026-01-10T09:00:00Z',
      minor: 900_000_00,
      listMinor: 900_000_00,
    },
    // The floor of 200 000 is 140 000: 40 000 less was asked for.
    {
      id: 'sal_cheap',
      clientId: 'cus_one',
      at: '2026-01-12T09:00:00Z',
      minor: 100_000_00,
      listMinor: 200_000_00,
    },
    { id: 'sal_ally', clientId: 'cus_one', at: '2026-01-13T09:00:00Z', minor: 50_000_00 },
    { id: 'sal_small', clientId: null, at: '2026-01-14T09:00:00Z', minor: 20_000_00, listMinor: 20_000_00 },
    { id: 'sal_quiet', clientId: null, at: '2026-01-15T09:00:00Z', minor: 30_000_00 },
    // Before the year that is looked at: their clients have long been silent.
    { id: 'sal_old', clientId: 'cus_old', at: '2024-06-01T09:00:00Z', minor: 10_000_00 },
    { id: 'sal_old_ally', clientId: 'cus_ally', at: '2024-07-01T09:00:00Z', minor: 10_000_00 },
    // Nobody brought it: our own discount is nobody's harm.
    { id: 'sal_direct', clientId: null, at: '2026-01-15T09:00:00Z', minor: 1_00, listMinor: 1_000_00 },
  ],
  participants: [
    ['sal_full', RICH, 'partner_sales', `agr_${RICH}`],
    ['sal_cheap', RICH, 'partner_sales', `agr_${RICH}`],
    ['sal_ally', RICH, 'alliance', 'agr_ally'],
    ['sal_old', RICH, 'partner_sales', `agr_${RICH}`],
    ['sal_old_ally', RICH, 'alliance', 'agr_ally'],
    ['sal_small', SMALL, 'partner_sales', `agr_${SMALL}`],
    ['sal_quiet', QUIET, 'partner_sales', `agr_${QUIET}`],
  ].map(([saleId = '', partnerId = '', name = '', agreementId = '']) => ({
    id: `ptp_${saleId}`,
    saleId,
    partnerId,
    agreementId,
    class: name as 'partner_sales' | 'alliance',
    role: 'source',
  })),
  refunds: [
    {
      id: 'ref_one',
      saleId: 'sal_full',
      clientId: 'cus_one',
      at: '2026-02-01T09:00:00Z',
      minor: 90_000_00,
      matched: true,
    },
    {
      id: 'ref_ally',
      saleId: 'sal_ally',
      clientId: 'cus_one',
      at: '2026-02-02T09:00:00Z',
      minor: 5_000_00,
      matched: true,
    },
  ],
  accruals: [
    {
      id: 'acr_one',
      saleId: 'sal_full',
      partnerId: RICH,
      agreementId: `agr_${RICH}`,
      class: 'partner_sales',
      at: '2026-01-10T09:00:00Z',
      minor: 90_000_00,
    },
    {
      id: 'acr_back',
      saleId: 'sal_full',
      partnerId: RICH,
      agreementId: `agr_${RICH}`,
      class: 'partner_sales',
      at: '2026-02-01T09:00:00Z',
      minor: -9_000_00,
      kind: 'clawback',
    },
  ],
};

let world: World;
let db: Awaited<ReturnType<typeof testDatabase>>;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  await transact(world.system, async (tx) => {
    await plantFacts(tx, FACTS);
    await plantHarm(tx, {
      breaches: [
        { id: 'brc_one', partnerId: SMALL, rule: 3, at: '2026-02-05T09:00:00Z' },
        { id: 'brc_two', partnerId: RICH, rule: 1, at: '2026-02-06T09:00:00Z' },
      ],
      incidents: [{ id: 'inc_one', partnerId: SMALL, severity: 'serious', at: '2026-02-07T09:00:00Z' }],
      complaints: [{ id: 'otc_one', partnerId: SMALL, clientId: 'cus_one', on: '2026-02-08' }],
    });
  });
  await refreshStatistics(world.database);
  await rebuildRollups(world.system);
}, 120_000);
afterAll(async () => {
  await world.close();
  await db.drop();
});

const list = (asked: object = {}) => readReputation(world.contextOf('owner'), { limit: 50, ...asked });
const log = (asked: object = {}) => readHarm(world.contextOf('owner'), { limit: 50, ...asked });

describe('the price of reputation', () => {
  it('stands in roubles by partner and class beside what was sold (S0.19)', async () => {
    const { items, floorPpm } = listReputation.answer.parse(await list());
    expect(floorPpm).toBe(700_000);
    expect(items.map(({ partner }) => partner.name)).toEqual(['Большой', 'Малый']);
    expect(items[0]?.books).toEqual([
      {
        class: 'alliance',
        currency: 'RUB',
        refunds: { n: 1, minor: 5_000_00 },
        belowFloor: { n: 0, minor: 0 },
        clawbacks: { n: 0, minor: 0 },
        priceMinor: 5_000_00,
        soldMinor: 50_000_00,
        sharePpm: 100_000,
      },
      {
        class: 'partner_sales',
        currency: 'RUB',
        refunds: { n: 1, minor: 90_000_00 },
        belowFloor: { n: 1, minor: 40_000_00 },
        // Commission came back to us: told, and no part of the price.
        clawbacks: { n: 1, minor: 9_000_00 },
        priceMinor: 130_000_00,
        soldMinor: 1_000_000_00,
        sharePpm: 130_000,
      },
    ]);
  });

  it('a breach is seen beside the revenue, however large it is (S0.67)', async () => {
    const { items } = await list();
    const rich = items.find(({ partner }) => partner.id === RICH);
    expect(rich).toMatchObject({ breaches: 1, rules: [1] });
    expect(rich?.books.find((book) => book.class === 'partner_sales')?.soldMinor).toBe(1_000_000_00n);
    expect(items.find(({ partner }) => partner.id === SMALL)).toMatchObject({
      breaches: 1,
      rules: [3],
      incidents: 1,
      complaints: 1,
    });
  });

  it('clients who went silent stand class by class, each in that of its first payment', async () => {
    const { items } = await list({ partner: RICH });
    expect(items[0]?.clients).toEqual([
      { class: 'partner_sales', n: 1, gone: 1 },
      { class: 'alliance', n: 1, gone: 1 },
    ]);
  });

  it('one log of harm stands beside money: what cannot be priced has no price (S0.3)', async () => {
    const { items } = listHarm.answer.parse(await log());
    expect(items.map(({ kind, inPrice, amountMinor }) => [kind, inPrice, amountMinor])).toEqual([
      ['complaint', false, null],
      ['incident', false, null],
      ['breach', false, null],
      ['breach', false, null],
      ['refund', true, 5_000_00],
      ['refund', true, 90_000_00],
      ['clawback', false, 9_000_00],
      ['below_floor', true, 40_000_00],
    ]);
    expect(items[0]).toMatchObject({ partnerName: 'Малый', clientName: 'Клиент Один', on: '2026-02-08' });
    expect(items.at(-1)).toMatchObject({ saleId: 'sal_cheap', figure: 500_000, class: 'partner_sales' });
  });

  it('a day a client named is that day in every zone', async () => {
    const west = await testWorkspace(db, { zone: 'America/New_York' });
    await transact(west.system, async (tx) => {
      await plantFacts(tx, {
        partners: [{ id: SMALL, name: 'Малый' }],
        clients: [{ id: 'cus_one', name: 'Клиент' }],
      });
      await plantHarm(tx, {
        breaches: [],
        incidents: [],
        complaints: [{ id: 'otc_west', partnerId: SMALL, clientId: 'cus_one', on: '2026-02-08' }],
      });
    });
    const { items } = await readHarm(west.contextOf('owner'), { limit: 10 });
    expect(items.map(({ on }) => on)).toEqual(['2026-02-08']);
    await west.close();
  });

  it('the log of a partner, of a kind and of a class adds up to what its books say', async () => {
    const { items } = await list({ partner: RICH });
    for (const book of items[0]?.books ?? []) {
      const rows = (await log({ partner: RICH, class: book.class })).items.filter((row) => row.inPrice);
      expect(rows.reduce((sum, row) => sum + (row.amountMinor ?? 0n), 0n)).toBe(book.priceMinor);
    }
    expect((await log({ kind: 'breach' })).items.map(({ id }) => id)).toEqual(['brc_two', 'brc_one']);
    expect((await log({ partner: QUIET })).items).toEqual([]);
  });

  it('is read page by page without losing or repeating a row', async () => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await log({ limit: 3, cursor });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(ids).toHaveLength(8);
    expect(new Set(ids).size).toBe(8);
    const first = await list({ limit: 1 });
    const second = await list({ limit: 1, cursor: first.nextCursor ?? undefined });
    expect([...first.items, ...second.items].map(({ partner }) => partner.id)).toEqual([RICH, SMALL]);
    expect(second.nextCursor).toBeNull();
  });

  it('is a file with a line a class, for those who may see names', async () => {
    const wish = { format: 'csv', language: 'ru' } as const;
    const file = await textOf(await exportReputation(world.contextOf('finance'), wish));
    const [head = '', ...lines] = file.trim().split('\r\n');
    const column = (name: string) => head.split(';').indexOf(name);
    const told = (name: string) => lines.map((line) => line.split(';')[column(name)] ?? '');
    const summed = (name: string) => told(name).reduce((sum, cell) => sum + Number(cell || 0), 0);
    // Two classes, and once what is of neither.
    expect(lines.filter((line) => line.includes('Большой'))).toHaveLength(3);
    expect(['Нарушений кодекса', 'Инцидентов', 'Клиентам стало хуже'].map(summed)).toEqual([2, 1, 1]);
    expect(['Клиентов старше года', 'Из них молчат'].map(summed)).toEqual([2, 2]);
    expect(file).toContain('130000,00');
    expect(await textOf(await exportHarm(world.contextOf('finance'), wish))).toContain('не считаем');
    await expect(exportHarm(world.contextOf('analyst'), wish)).rejects.toMatchObject({
      code: 'identity.not_permitted',
    });
  });
});
