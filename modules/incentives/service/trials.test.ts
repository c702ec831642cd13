import { recordCosts } from '@mosty/deals';
import { look } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { askOf, seededRandom, textOf } from '@mosty/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as risk from '../contract/risk.ts';
import type { Pay } from '../contract/terms.ts';
import * as api from '../contract/trials.ts';
import { terms } from '../domain/terms.fixture.ts';
import { incentivesRoutes } from '../http.ts';
import { checkOnHistory } from './check-on-history.ts';
import { company, saleTo, type Company, type Partner } from './company.fixture.ts';
import { exportTrial } from './export-trial.ts';
import { partsToTry, type TriedUpTo } from '../store/sales-to-try.ts';
import { resettleSales } from './resettle.ts';
import { settleSales } from './settle-sales.ts';

const ask = askOf(incentivesRoutes);
let co: Company;
let partners: Partner[];
const window = { from: '2025-07-01', to: '2026-03-01' };
const scheme = (name: string, pay: Pay) => ({ name, terms: terms(pay) });
const TIERS: Pay = {
  kind: 'tiered',
  mode: 'marginal',
  measure: 'money',
  window: 'quarter',
  tiers: [
    { from: 0, ratePpm: 50_000 },
    { from: 5_000_000, ratePpm: 300_000 },
  ],
};
const schemes = [
  scheme('10 %', { kind: 'percent', ratePpm: 100_000 }),
  scheme('Фикс и 5 %', { kind: 'hybrid', fixedMinor: 100_000, per: 'month', ratePpm: 50_000 }),
  scheme('Уровни', TIERS),
];
const question = { schemes, class: 'partner_sales' as const, ...window };

beforeAll(async () => {
  co = await company();
  const random = seededRandom(11);
  partners = [
    await co.partner('Раз', { kind: 'percent', ratePpm: 200_000 }),
    await co.partner('Два', { kind: 'percent', ratePpm: 50_000 }),
    await co.partner('Три', { kind: 'percent', ratePpm: 100_000 }),
  ];
  const sales = Array.from({ length: 120 }, (_none, place) => {
    const partner = partners[place % 2];
    if (!partner) throw new Error('no partner');
    return saleTo(partner, Math.floor(random() * 20_000), {
      occurredAt: new Date(Date.UTC(2025, 5, 20) + Math.floor(random() * 270 * 86_400_000)),
      costMinor: 1_000n,
    });
  });
  await settleSales(co.ctx, { source: 'test', sales });
  await recordCosts(co.ctx, {
    source: 'manual',
    costs: [
      {
        externalId: 'a',
        class: 'partner_sales',
        kind: 'tools',
        occurredOn: '2025-08-10',
        currency: 'RUB',
        amountMinor: 77_000n,
      },
    ],
  });
});
afterAll(() => co?.close());

const as = (role: 'owner' | 'head' | 'manager' | 'analyst' | 'voice' | 'partner_owner' = 'head') =>
  co.world.contextOf(role);
const compared = (more: object = {}) => ask(api.compareOnHistory, as(), { body: { ...question, ...more } });

describe('what these schemes would have cost (S1.36)', () => {
  it('is each by itself what the check on history says of it', async () => {
    const { partners: rows, schemes: told } = await compared();
    for (const [place, { terms: of }] of schemes.entries()) {
      const alone = await checkOnHistory(as(), {
        terms: of,
        class: 'partner_sales',
        from: businessDate(window.from),
        to: businessDate(window.to),
      });
      for (const { partnerId, wasMinor } of alone.agreements)
        expect(rows.find((row) => row.partnerId === partnerId)).toMatchObject({
          wasMinor: Number(wasMinor),
        });
      const sum = alone.agreements.reduce((total, row) => total + row.becomesMinor, 0n);
      expect(told[place]?.becomesMinor).toBe(Number(sum));
      expect(rows.reduce((total, row) => total + (row.becomesMinor[place] ?? 0), 0)).toBe(Number(sum));
    }
  });

  it('names who gains and who loses, and what is left to the company', async () => {
    const { was, schemes: told, partners: rows } = await compared();
    // «Раз» had 20 %, «Два» 5 %: ten per cent takes from one and gives to the other. «Три» sold nothing and earns a fixed sum.
    expect(told.map(({ gain, lose, same }) => [gain, lose, same])[0]).toEqual([1, 1, 1]);
    expect(rows.find((row) => row.partnerName === 'Три')).toMatchObject({
      sales: 0,
      becomesMinor: [0, 800_000, 0],
    });
    expect(was.costsMinor).toBe(77_000);
    expect(was.goodsUnknown).toBe(0);
    expect(was.leftMinor).toBe(was.salesMinor - was.goodsMinor - was.costsMinor - was.earnedMinor);
    for (const one of told) expect(one.leftMinor - was.leftMinor).toBe(was.earnedMinor - one.becomesMinor);
  });

  it('opens to the sales: they and the fixed sums add up to the line of the partner', async () => {
    const { partners: rows } = await compared();
    for (const row of rows) {
      const { sales, more, fees } = await ask(api.listTrialSales, as(), {
        body: { ...question, partnerId: row.partnerId },
      });
      expect(more).toBe(0);
      expect(sales).toHaveLength(row.sales);
      expect(fees.wasMinor + sales.reduce((sum, sale) => sum + sale.wasMinor, 0)).toBe(row.wasMinor);
      schemes.forEach((_scheme, place) => {
        const ofSales = sales.reduce((sum, sale) => sum + (sale.becomesMinor[place] ?? 0), 0);
        expect((fees.becomesMinor[place] ?? 0) + ofSales).toBe(row.becomesMinor[place]);
      });
    }
  });

  it('of chosen partners counts them alone', async () => {
    const [one] = partners;
    const { partners: rows, was } = await compared({ partnerIds: [one?.id] });
    expect(rows.map(({ partnerId }) => partnerId)).toEqual([one?.id]);
    expect(was.salesMinor).toBe(rows[0]?.salesMinor);
  });

  it('does not compare sums of two currencies, nor days that run backwards', async () => {
    const euros = { name: '€', terms: terms({ kind: 'percent', ratePpm: 1 }, { currency: 'EUR' }) };
    await expect(compared({ schemes: [...schemes, euros] })).rejects.toMatchObject({
      code: 'incentives.trial_currencies',
    });
    await expect(compared({ to: '2025-06-01' })).rejects.toMatchObject({ code: 'incentives.trial_window' });
  });
});

describe('a saved comparison', () => {
  it('opens by its address with the terms of that day, goes out as a file, and may be thrown away', async () => {
    const { id } = await ask(api.saveTrial, as('manager'), { body: { name: 'Осень', ...question } });
    const [first] = (await ask(api.listTrials, as(), { query: {} })).items;
    expect(first).toMatchObject({ id, name: 'Осень', ...window, partnerIds: null });
    const read = await ask(api.readTrial, as('manager'), { params: { trialId: id } });
    expect(read.schemes).toEqual(schemes);
    const file = await exportTrial(as(), { trialId: id as never, format: 'csv', language: 'ru' });
    const [head, ...rows] = (await textOf(file)).trim().split('\r\n');
    expect(head).toContain('Вышло бы, 3: Уровни');
    expect(rows).toHaveLength(3);
    await ask(api.dropTrial, as(), { params: { trialId: id } });
    await expect(ask(api.readTrial, as(), { params: { trialId: id } })).rejects.toMatchObject({
      code: 'incentives.no_trial',
    });
  });

  it('is the company’s own: partners and the voice see none', async () => {
    for (const role of ['voice', 'partner_owner'] as const)
      await expect(ask(api.listTrials, as(role), { query: {} })).rejects.toMatchObject({
        code: 'identity.not_permitted',
      });
    for (const role of ['manager', 'analyst'] as const)
      await expect(
        exportTrial(as(role), { trialId: 'trl_0' as never, format: 'csv', language: 'ru' }),
      ).rejects.toMatchObject({ code: 'identity.not_permitted' });
  });
});

describe('who carries the risk (S1.37–38)', () => {
  const weigh = (more: object = {}) =>
    ask(risk.weighSchemeRisk, as(), {
      body: {
        class: 'partner_sales',
        fixedMinor: 100_000,
        hybridRatePpm: 50_000,
        flatRatePpm: 100_000,
        leastMinor: 50_000,
        ...more,
      },
    });

  it('draws from the whole months of partners at work, and says of how many', async () => {
    const told = await weigh();
    // Three agreements since January 2025; the clock stands on 2 March 2026.
    expect(told).toMatchObject({
      from: '2025-03',
      to: '2026-02',
      partners: 3,
      partnerMonths: 36,
      monthsAhead: 36,
      isEnough: true,
      leftOut: 0,
      runs: 2_000,
    });
    // «Три» never sold: twelve fixed sums for nothing at least, and not a month above the least by a percent.
    expect(told.hybrid.unsold.p10).toBeGreaterThanOrEqual(1_200_000);
    expect(told.hybrid.thin.p90).toBe(0);
    expect(told.flat.thin.p10).toBeGreaterThanOrEqual(12);
    expect(await weigh()).toEqual(told);
  });

  it('of a short history says that there is little', async () => {
    expect(await weigh({ historyMonths: 3 })).toMatchObject({ isEnough: false, partnerMonths: 9 });
  });
});

describe('a sale that two brought', () => {
  it('is counted for each of the chosen by its share, as the reward is, and of all once', async () => {
    const [first, second] = [
      await co.partner('Вдвоём', { kind: 'percent', ratePpm: 100_000 }),
      await co.partner('Помог', { kind: 'percent', ratePpm: 100_000 }),
    ];
    const before = await compared();
    const sale = saleTo(first, 1_000, { occurredAt: new Date('2025-10-01T09:00:00Z'), costMinor: 10_000n });
    await settleSales(co.ctx, { source: 'test', sales: [sale] });
    const saleId = (await ask(api.listTrialSales, as(), { body: { ...question, partnerId: first.id } }))
      .sales[0]?.saleId as never;
    const sources = [
      { partnerId: first.id, sharePpm: 700_000 },
      { partnerId: second.id, sharePpm: 300_000 },
    ];
    const ruling = { on: businessDate('2026-03-02'), claim: null, sources };
    await resettleSales(co.ctx, { saleIds: [saleId], reason: 'Привели вдвоём', ruling });
    const chosen = async (...partnerIds: string[]) => (await compared({ partnerIds })).was;
    expect(await chosen(first.id)).toMatchObject({
      salesMinor: 70_000,
      goodsMinor: 7_000,
      earnedMinor: 7_000,
    });
    expect(await chosen(second.id)).toMatchObject({
      salesMinor: 30_000,
      goodsMinor: 3_000,
      earnedMinor: 3_000,
    });
    expect(await chosen(first.id, second.id)).toMatchObject({ salesMinor: 100_000, goodsMinor: 10_000 });
    expect((await compared()).was.salesMinor - before.was.salesMinor).toBe(100_000);
  });
});

describe('the sales behind a line', () => {
  it('are read a page at a time, each once and in order, with what was accrued', async () => {
    const agreementIds = partners.map(({ agreementId }) => agreementId);
    const of = {
      agreementIds,
      from: businessDate(window.from),
      to: businessDate(window.to),
      currency: 'RUB',
    };
    await look(co.ctx, async (tx) => {
      const whole = await partsToTry(tx, of, null);
      expect(whole.next).toBeNull();
      const paged: typeof whole.parts = [];
      let after: TriedUpTo | null = null;
      do {
        const { parts, next }: typeof whole = await partsToTry(tx, of, after, 7);
        paged.push(...parts);
        after = next;
      } while (after);
      const plain = (parts: typeof whole.parts) =>
        parts.map(({ saleId, wasMinor, part: { amountMinor, day } }) => [saleId, wasMinor, amountMinor, day]);
      expect(plain(paged)).toEqual(plain(whole.parts));
      expect(paged.length).toBeGreaterThan(7);
    });
  });
});
