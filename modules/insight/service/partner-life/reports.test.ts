import { testDatabase, testWorkspace, textOf, type World } from '@mosty/testkit';
import { refreshStatistics, transact } from '@mosty/kernel/db';
import { addDays, businessDateOf, type BusinessDate } from '@mosty/kernel/time';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../contract/partner-life.ts';
import { plantDeals } from '../../store/client-worth/deals.fixture.ts';
import { randomCompany } from '../../store/company.fixture.ts';
import { plantFacts, type Facts } from '../../store/facts.fixture.ts';
import { rebuildRollups } from '../refresh-rollups.ts';
import { exportReportRows, listReportRows } from './list-report-rows.ts';
import { readEarlyResult } from './read-early-result.ts';
import { readEffort } from './read-effort.ts';
import { readFirstSale } from './read-first-sale.ts';
import { readSteady } from './read-steady.ts';
import { readSurvival } from './read-survival.ts';
import { readTrustBands } from './read-trust-bands.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;

/** Where each partner's story begins, and on which days of its own it sold; every sale is of 1 000. */
const LIVES: Readonly<Record<string, { ago: number; sold: readonly number[] }>> = {
  early_1: { ago: 400, sold: [5, 100, 200, 330] },
  early_2: { ago: 400, sold: [0, 210, 300, 390] },
  early_3: { ago: 500, sold: [29, 250, 490] },
  early_4: { ago: 500, sold: [10, 190] },
  early_5: { ago: 500, sold: [20, 40] },
  later_1: { ago: 400, sold: [30, 200, 390] },
  later_2: { ago: 400, sold: [60, 90] },
  later_3: { ago: 400, sold: [100, 120] },
  later_4: { ago: 400, sold: [170] },
  later_5: { ago: 400, sold: [90, 100] },
  never_1: { ago: 400, sold: [] },
  never_2: { ago: 300, sold: [185] },
  young_1: { ago: 100, sold: [10, 95] },
  young_2: { ago: 40, sold: [] },
};

function company(today: BusinessDate): Facts {
  const noon = (ago: number) => `${addDays(today, -ago)}T09:00:00Z`;
  const names = Object.keys(LIVES);
  const sales = Object.entries(LIVES).flatMap(([name, { ago, sold }]) =>
    sold.map((day) => ({
      name,
      id: `sal_${name}_${day}`,
      at: noon(ago - day),
      minor: 1_000,
      clientId: `cus_${name}`,
    })),
  );
  const direct = Array.from({ length: 12 }, (_none, place) => ({
    id: `sal_direct_${place}`,
    at: noon(300 - place),
    minor: 500,
    clientId: `cus_direct_${place}`,
  }));
  return {
    partners: names.map((name) => ({ id: `par_${name}`, name })),
    clients: [...names.map((name) => `cus_${name}`), ...direct.map((sale) => sale.clientId)].map((id) => ({
      id,
      name: id,
    })),
    agreements: names.map((name) => ({
      id: `agr_${name}`,
      partnerId: `par_${name}`,
      class: 'partner_sales' as const,
      acceptedAt: noon(LIVES[name]?.ago ?? 0),
      launchedOn: addDays(today, -(LIVES[name]?.ago ?? 0)),
    })),
    sales: [...sales.map(({ name: _name, ...sale }) => sale), ...direct],
    participants: sales.map((sale) => ({
      id: `ptp_${sale.id}`,
      saleId: sale.id,
      partnerId: `par_${sale.name}`,
      agreementId: `agr_${sale.name}`,
      class: 'partner_sales' as const,
      role: 'source',
    })),
  };
}

/** Partners who all began on one day, the first of them with a sale each. */
function startersOf(names: readonly string[], began: BusinessDate, sold: readonly BusinessDate[]): Facts {
  const sales = sold.map((day, place) => ({ day, name: names[place] ?? '' }));
  return {
    partners: names.map((name) => ({ id: `par_${name}`, name })),
    agreements: names.map((name) => ({
      id: `agr_${name}`,
      partnerId: `par_${name}`,
      class: 'partner_sales' as const,
      acceptedAt: `${began}T09:00:00Z`,
      launchedOn: began,
    })),
    sales: sales.map(({ day, name }) => ({
      id: `sal_${name}`,
      at: `${day}T09:00:00Z`,
      minor: 1_000,
      clientId: null,
    })),
    participants: sales.map(({ name }) => ({
      id: `ptp_${name}`,
      saleId: `sal_${name}`,
      partnerId: `par_${name}`,
      agreementId: `agr_${name}`,
      class: 'partner_sales' as const,
      role: 'source',
    })),
  };
}

const ofSales = { class: 'partner_sales' } as const;
const rows = (report: Report, part: string, limit = 100, cursor?: string) =>
  listReportRows(world.contextOf('owner'), { ...ofSales, report, part, limit, cursor });
const namesOf = async (report: Report, part: string) =>
  (await rows(report, part)).items.map((row) => row.partnerName ?? row.clientName ?? '').sort();

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  const today = businessDateOf(world.system.clock.now(), world.system.zone);
  await transact(world.system, async (tx) => {
    await plantFacts(tx, company(today));
    await sql`
      INSERT INTO rhythm.touch (workspace_id, id, partner_id, at, kind, minutes, purpose)
      SELECT ${tx.workspaceId}::uuid, 'tch_' || name, 'par_' || name, ${tx.now()}::timestamptz - ago * interval '1 day', 'call', minutes, 'retention'
      FROM (VALUES ('early_1', 3, 90), ('early_2', 50, 30), ('young_2', 1, 60), ('later_1', 200, 999)) t(name, ago, minutes)`.execute(
      tx.db,
    );
    await sql`UPDATE directory.partner SET track = 'high_touch' WHERE workspace_id = ${tx.workspaceId}::uuid AND id = 'par_early_1'`.execute(
      tx.db,
    );
    await sql`
      INSERT INTO scores.standing (workspace_id, partner_id, as_of, trust, evidence_n, silence, basis)
      SELECT ${tx.workspaceId}::uuid, 'par_' || name, ${today}::date, trust, n, 'fine', '{}'
      FROM (VALUES ('early_1', 85, 20), ('early_2', 62, 20), ('later_1', 59, 20), ('later_2', 20, 20), ('young_1', 90, 7)) t(name, trust, n)`.execute(
      tx.db,
    );
  });
  await refreshStatistics(world.database);
  await rebuildRollups(world.system);
  await refreshStatistics(world.database);
});

afterAll(async () => {
  await world.close();
  await db.drop();
});

describe('the first sale', () => {
  it('is told by median and p75 of those who sold, with those who did not, by kind and quarter', async () => {
    const found = await readFirstSale(world.contextOf('analyst'), ofSales);
    // 0 5 10 10 20 29 30 60 90 100 170 185
    expect(found.all).toMatchObject({
      n: 14,
      sold: 12,
      medianDays: 30,
      p75Days: 93,
      ripe: 13,
      soldInTime: 8,
    });
    expect(found.kinds).toEqual([{ ...found.all, key: 'agent' }]);
    expect(found.quarters.reduce((sum, { n }) => sum + n, 0)).toBe(14);
    expect(found.quarters.filter(({ sold }) => sold < 5).every(({ medianDays }) => medianDays === null)).toBe(
      true,
    );
  });

  it('has no median of a quarter whose days still run: only the quick of it have sold', async () => {
    const other = await testWorkspace(db);
    // A quarter began 60 days ago: all five who sold did it within a week, and five have their time before them.
    other.clock.set(new Date('2026-06-01T09:00:00Z'));
    const young = Array.from({ length: 10 }, (_none, place) => `young_${place}`);
    const began = businessDateOf(new Date('2026-04-02T09:00:00Z'), world.system.zone);
    await transact(other.system, (tx) =>
      plantFacts(
        tx,
        startersOf(
          young,
          began,
          [0, 1, 2, 3, 4].map((day) => addDays(began, day)),
        ),
      ),
    );
    await rebuildRollups(other.system);
    const of = async () => (await readFirstSale(other.contextOf('owner'), ofSales)).quarters[0];
    expect(await of()).toMatchObject({ n: 10, sold: 5, ripe: 0, medianDays: null, p75Days: null });
    other.clock.set(new Date('2026-07-15T09:00:00Z'));
    expect(await of()).toMatchObject({ n: 10, sold: 5, ripe: 10, medianDays: 2, p75Days: 3 });
    await other.close();
  });

  it('opens to its partners, those who never sold too', async () => {
    expect((await rows('first_sale', 'all')).items).toHaveLength(14);
    expect((await rows('first_sale', 'sold')).items).toHaveLength(12);
    const first = await rows('first_sale', 'kind:agent', 3);
    expect(first.items.map(({ partnerName, figure }) => [partnerName, figure])).toEqual([
      ['never_2', 185],
      ['later_4', 170],
      ['later_3', 100],
    ]);
    const next = await rows('first_sale', 'kind:agent', 100, first.nextCursor ?? '');
    expect(next.items).toHaveLength(11);
    expect(next.items.filter(({ note }) => note === 'never_sold')).toHaveLength(2);
  });
});

describe('a result in the first month and staying (S1.20)', () => {
  it('compares with everybody else and with those who sold later, and judges nobody too young', async () => {
    const found = await readEarlyResult(world.contextOf('owner'), ofSales);
    expect(found).toMatchObject({
      early: { n: 5, stayed: 4, stayedPpm: 800_000 },
      others: { n: 7, stayed: 2 },
      later: { n: 5, stayed: 1, stayedPpm: 200_000 },
      never: { n: 2, stayed: 1, stayedPpm: null },
      timesOthers: 280,
      timesLater: 400,
    });
    expect(await namesOf('early_result', 'early')).toEqual([
      'early_1',
      'early_2',
      'early_3',
      'early_4',
      'early_5',
    ]);
    expect(await namesOf('early_result', 'others')).toHaveLength(7);
    const stayed = (await rows('early_result', 'all')).items.filter(({ note }) => note === 'stayed');
    expect(stayed).toHaveLength(6);
  });
});

describe('survival', () => {
  it('puts partners, their clients and direct clients beside each other, each with its n at risk', async () => {
    const found = await readSurvival(world.contextOf('owner'), ofSales);
    expect(found).toMatchObject({ neverSold: 2, tooYoung: 2, silenceDays: 120 });
    const [partners, clients, direct] = found.curves;
    // Everybody who sold, without the two whose first sale is less than 120 days old.
    expect(partners).toMatchObject({ of: 'partners', n: 10 });
    expect(partners?.points[0]).toEqual({ day: 0, atRisk: 10, stopped: 0, goOnPpm: 1_000_000 });
    expect(clients).toMatchObject({ of: 'clients', n: 10, stopped: partners?.stopped });
    expect(direct).toMatchObject({ of: 'direct', n: 12, stopped: 12 });
    expect(await namesOf('survival', 'partners')).toHaveLength(10);
    expect(await namesOf('survival', 'direct')).toHaveLength(12);
    expect((await rows('survival', 'clients')).items.every(({ kind }) => kind === 'client')).toBe(true);
  });
});

describe('steady revenue', () => {
  it('rests on those who sold in four quarters and more: their share of the last whole quarter (S1.72)', async () => {
    const { long, quarter } = await readSteady(world.contextOf('owner'), ofSales);
    const quarterOf = (day: string) => `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    const today = businessDateOf(world.system.clock.now(), world.system.zone);
    const lived = Object.entries(LIVES).map(([name, { ago, sold }]) => ({
      name,
      days: sold.map((day) => addDays(today, day - ago)),
    }));
    const inQuarter = lived.filter(({ days }) => days.some((day) => day >= quarter.from && day < quarter.to));
    const isLong = ({ days }: { days: readonly string[] }) => new Set(days.map(quarterOf)).size >= 4;
    expect(long.sellers).toBe(inQuarter.length);
    expect(long.longSellers).toBe(inQuarter.filter(isLong).length);
    expect(await namesOf('steady', 'long')).toEqual(
      inQuarter
        .filter(isLong)
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(await namesOf('steady', 'all')).toHaveLength(long.sellers);
    const sales = (some: typeof inQuarter) =>
      some.flatMap(({ days }) => days).filter((day) => day >= quarter.from && day < quarter.to).length;
    expect(long.paidMinor).toBe(BigInt(1_000 * sales(inQuarter)));
    expect(long.longPaidMinor).toBe(BigInt(1_000 * sales(inQuarter.filter(isLong))));
  });

  it('is not judged by a few: shares wait for five sellers, weeks for twelve', async () => {
    const found = await readSteady(world.contextOf('owner'), { class: 'alliance' });
    expect(found).toMatchObject({
      long: { sellers: 0, sharePpm: null },
      concentration: { hhi: null, topOnePpm: null, tenths: [] },
      spikes: { judged: 0, sharePpm: null },
      stability: { months: 0, sharePpm: null },
    });
  });
});

describe('steady revenue of a random company', () => {
  it('adds up: tenths rise to the whole, weeks to the year, the largest is the first', async () => {
    const other = await testWorkspace(db);
    await transact(other.system, (tx) => plantFacts(tx, randomCompany(11)));
    await rebuildRollups(other.system);
    const found = await readSteady(other.contextOf('owner'), ofSales);
    const { tenths, topOnePpm, topFifthPpm, sellers, hhi } = found.concentration;
    expect(sellers).toBeGreaterThanOrEqual(5);
    expect(tenths).toHaveLength(10);
    expect(tenths.map(Number)).toEqual(tenths.map(Number).sort((a, b) => a - b));
    expect(tenths[9]).toBe(1_000_000n);
    expect(tenths[1]).toBe(topFifthPpm);
    expect(topOnePpm).toBeLessThanOrEqual(topFifthPpm ?? 0n);
    expect(hhi).toBeGreaterThanOrEqual(Math.floor(10_000 / sellers));
    expect(hhi).toBeLessThanOrEqual(10_000);
    expect(found.spikes.judged).toBeGreaterThan(12);
    expect(found.stability.months).toBeGreaterThan(6);
    await other.close();
  });
});

describe('effort', () => {
  it('stands beside what it brings, and names those without a touch for a month by track (S1.27)', async () => {
    const found = await readEffort(world.contextOf('owner'), ofSales);
    expect(found.minutes).toBe(180);
    const scaled = found.tracks.find(({ key }) => key === 'scaled');
    expect(found.tracks.find(({ key }) => key === 'high_touch')).toMatchObject({
      partners: 1,
      touched: 1,
      minutes: 90,
      minutesPpm: 500_000n,
    });
    expect(scaled).toMatchObject({ partners: 13, touched: 2, minutes: 90 });
    expect(found.paidMinor).toBe(found.kinds.reduce((sum, { paidMinor }) => sum + paidMinor, 0n));
    expect((await rows('effort', 'track:high_touch')).items).toMatchObject([
      { partnerName: 'early_1', figure: 90 },
    ]);
  });
});

describe('bands of trust (S0.14)', () => {
  it('are those of gates and caps; little evidence is a band of its own', async () => {
    const { bands } = await readTrustBands(world.contextOf('owner'), ofSales);
    expect(bands.map(({ band, partners }) => [band, partners])).toEqual([
      ['high', 1],
      ['enough', 1],
      ['nearly', 1],
      ['low', 0],
      ['broken', 1],
      ['unknown', 10],
    ]);
    expect(await namesOf('trust', 'band:nearly')).toEqual(['later_1']);
    expect(bands.find(({ band }) => band === 'unknown')?.activePpm).not.toBeNull();
    expect(bands.find(({ band }) => band === 'high')?.activePpm).toBeNull();
  });
});

describe('bands of trust and those we parted with', () => {
  it('count deals by the day they were begun, and keep partners who left within the year', async () => {
    const other = await testWorkspace(db);
    const today = businessDateOf(other.system.clock.now(), other.system.zone);
    const at = (ago: number) => `${addDays(today, -ago)}T09:00:00Z`;
    const agreement = (name: string, endedAgo: number | null) => ({
      id: `agr_${name}`,
      partnerId: `par_${name}`,
      class: 'partner_sales' as const,
      acceptedAt: at(800),
      launchedOn: addDays(today, -800),
      endedAt: endedAgo === null ? null : at(endedAgo),
    });
    const source = (name: string) => ({
      partnerId: `par_${name}`,
      agreementId: `agr_${name}`,
      class: 'partner_sales' as const,
    });
    await transact(other.system, async (tx) => {
      await plantFacts(tx, {
        partners: ['here', 'lately', 'left', 'long_ago'].map((name) => ({ id: `par_${name}`, name })),
        agreements: [
          agreement('here', null),
          agreement('lately', 30),
          agreement('left', 200),
          agreement('long_ago', 500),
        ],
      });
      const lost = { outcome: 'lost' as const };
      await plantDeals(tx, [
        { id: 'dea_here', registeredAt: at(40), closedAt: at(20), outcome: 'won', source: source('here') },
        { id: 'dea_lately', registeredAt: at(80), closedAt: at(70), ...lost, source: source('lately') },
        { id: 'dea_left', registeredAt: at(300), closedAt: at(250), ...lost, source: source('left') },
        { id: 'dea_old', registeredAt: at(700), closedAt: at(650), ...lost, source: source('here') },
      ]);
      // As an import writes: no day of registration, and written down today, long after the close.
      await sql`UPDATE deals.deal SET registered_at = NULL, created_at = ${tx.now()} WHERE workspace_id = ${tx.workspaceId}::uuid AND id = 'dea_old'`.execute(
        tx.db,
      );
    });
    await rebuildRollups(other.system);
    const { bands } = await readTrustBands(other.contextOf('owner'), ofSales);
    expect(bands.find(({ band }) => band === 'unknown')).toMatchObject({
      partners: 2,
      deals: 3,
      closed: 3,
      won: 1,
    });
    const behind = await listReportRows(other.contextOf('owner'), {
      ...ofSales,
      report: 'trust',
      part: 'band:unknown',
      limit: 10,
    });
    expect(behind.items.map(({ partnerName }) => partnerName ?? '').toSorted()).toEqual(['here', 'lately']);
    await other.close();
  });
});

describe('effort of a partner of two classes, and those nobody touched', () => {
  it('its money of the other class stands on a line of its own; without a touch are those led by hand (S1.27)', async () => {
    const other = await testWorkspace(db);
    await transact(other.system, (tx) => plantFacts(tx, randomCompany(5)));
    // Where partners stand is written by the conveyor alone.
    const client = new pg.Client({ connectionString: db.ownerUrl });
    await client.connect();
    await client.query(`BEGIN; SET LOCAL app.workspace_id = '${other.workspaceId}';
      INSERT INTO lifecycle.standing (workspace_id, partner_id, path, stage, since, passage_no, taken_over)
      SELECT '${other.workspaceId}', 'par_random_' || place, path, stage, now(), 1, true
      FROM (VALUES (4, 'standard', 'working'), (7, 'scaled', 'working'), (10, 'standard', 'pilot'), (13, 'standard', 'working'))
        s(place, path, stage); COMMIT`);
    await client.end();
    await transact(other.system, async (tx) => {
      // Thirty days ago to the day is within the thirty days.
      await sql`
        INSERT INTO rhythm.touch (workspace_id, id, partner_id, at, kind, minutes, purpose)
        SELECT ${tx.workspaceId}::uuid, 'tch_13', 'par_random_13', ${tx.now()}::timestamptz - interval '30 days', 'call', 10, 'retention'`.execute(
        tx.db,
      );
    });
    await rebuildRollups(other.system);
    for (const book of ['referral', 'partner_sales', 'alliance'] as const) {
      const found = await readEffort(other.contextOf('owner'), { class: book });
      const { rows: books } = await transact(other.system, (tx) =>
        sql<{ paid: bigint }>`SELECT sum(sales_minor - refunds_minor)::bigint AS paid FROM insight.partner_day
          WHERE workspace_id = ${tx.workspaceId}::uuid AND class = ${book} AND currency = 'RUB'
            AND day >= ${found.window.from}::date AND day < ${found.window.to}::date`.execute(tx.db),
      );
      expect(found.paidMinor).toBe(books[0]?.paid);
      for (const part of [found.tracks, found.kinds, found.stages])
        expect(part.reduce((sum, { paidMinor }) => sum + paidMinor, 0n)).toBe(found.paidMinor);
    }
    const alliance = await readEffort(other.contextOf('owner'), { class: 'alliance' });
    const elsewhere = alliance.kinds.find(({ key }) => key === 'elsewhere');
    expect(elsewhere).toMatchObject({ minutes: 0, touches: 0, atWork: 0, untouched: 0 });
    expect(elsewhere?.paidMinor).toBeGreaterThan(0n);
    const behind = await listReportRows(other.contextOf('owner'), {
      class: 'alliance',
      report: 'effort',
      part: 'kind:elsewhere',
      limit: 100,
    });
    expect(behind.items).toHaveLength(elsewhere?.partners ?? -1);
    const sales = await readEffort(other.contextOf('owner'), ofSales);
    expect(sales.stages.reduce((sum, { atWork }) => sum + atWork, 0)).toBe(2);
    expect(sales.stages.reduce((sum, { untouched }) => sum + untouched, 0)).toBe(1);
    await other.close();
  });
});

describe('rows behind a report', () => {
  it('are refused where there is no such part, and taken out only by those who may', async () => {
    await expect(rows('early_result', 'band:low')).rejects.toMatchObject({ code: 'insight.no_such_number' });
    const asked = { ...ofSales, report: 'first_sale', part: 'all', format: 'csv', language: 'ru' } as const;
    await expect(exportReportRows(world.contextOf('manager'), asked)).rejects.toMatchObject({
      code: 'identity.not_permitted',
    });
    const file = await textOf(await exportReportRows(world.contextOf('head'), asked));
    expect(file.trim().split('\r\n')).toHaveLength(15);
    expect(file).toContain('не продавал');
  });

  it('of one company are not another’s', async () => {
    const other = await testWorkspace(db);
    const none = await listReportRows(other.contextOf('owner'), {
      ...ofSales,
      report: 'first_sale',
      part: 'all',
      limit: 10,
    });
    expect(none.items).toEqual([]);
    expect((await readFirstSale(other.contextOf('owner'), ofSales)).all.n).toBe(0);
    await other.close();
  });
});
