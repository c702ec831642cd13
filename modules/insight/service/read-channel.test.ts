import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { refreshStatistics, transact } from '@mosty/kernel/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantFacts, type Facts } from '../store/facts.fixture.ts';
import { readChannel } from './read-channel.ts';
import { rebuildRollups } from './refresh-rollups.ts';
import { readShareLine } from './read-share-line.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;

/** 2 March 2026; the window is the 90 days from 3 December 2025. */
const FACTS: Facts = {
  partners: [
    { id: 'par_vector', name: 'Вектор CRM' },
    { id: 'par_yard', name: 'Учётный двор' },
    { id: 'par_quiet', name: 'Клуб оптовиков' },
    { id: 'par_svetlana', name: 'Светлана Р.' },
    { id: 'par_kassa', name: 'Касса-Техно' },
    { id: 'par_bank', name: 'Банк «Берег»' },
    { id: 'par_phone', name: 'Визитка с форума' },
  ],
  agreements: [
    {
      id: 'agr_vector',
      partnerId: 'par_vector',
      class: 'partner_sales',
      acceptedAt: '2025-10-01T09:00:00Z',
      launchedOn: '2025-10-05',
    },
    {
      id: 'agr_yard',
      partnerId: 'par_yard',
      class: 'partner_sales',
      acceptedAt: '2025-06-01T09:00:00Z',
      launchedOn: '2025-06-05',
    },
    {
      id: 'agr_quiet',
      partnerId: 'par_quiet',
      class: 'partner_sales',
      acceptedAt: '2025-03-01T09:00:00Z',
      launchedOn: '2025-03-05',
    },
    {
      id: 'agr_svetlana',
      partnerId: 'par_svetlana',
      class: 'referral',
      acceptedAt: '2025-10-01T09:00:00Z',
      launchedOn: '2025-10-02',
    },
    {
      id: 'agr_kassa',
      partnerId: 'par_kassa',
      class: 'alliance',
      acceptedAt: '2024-03-01T09:00:00Z',
      launchedOn: '2024-03-05',
    },
    {
      id: 'agr_bank',
      partnerId: 'par_bank',
      class: 'alliance',
      acceptedAt: '2024-03-01T09:00:00Z',
      launchedOn: '2024-03-05',
    },
  ],
  promises: [
    {
      id: 'prm_bank',
      agreementId: 'agr_bank',
      partnerId: 'par_bank',
      outcome: 'kept',
      at: '2026-01-15T10:00:00Z',
    },
  ],
  clients: [
    { id: 'cus_one', name: 'ООО «Один»' },
    { id: 'cus_two', name: 'ООО «Два»' },
    { id: 'cus_three', name: 'ООО «Три»' },
  ],
  sales: [
    {
      id: 'sal_vector',
      clientId: 'cus_one',
      at: '2026-01-10T12:00:00Z',
      minor: 100_000_00,
      goodsMinor: 20_000_00,
    },
    { id: 'sal_vector_two', clientId: 'cus_one', at: '2026-02-10T12:00:00Z', minor: 50_000_00 },
    { id: 'sal_vector_old', clientId: 'cus_two', at: '2025-10-15T12:00:00Z', minor: 80_000_00 },
    { id: 'sal_svetlana', clientId: 'cus_three', at: '2026-02-01T12:00:00Z', minor: 30_000_00 },
    { id: 'sal_direct', clientId: null, at: '2026-02-20T12:00:00Z', minor: 400_000_00 },
    // Half past midnight in Moscow of the day after the window: still 2 March in London.
    { id: 'sal_tomorrow', clientId: null, at: '2026-03-02T21:30:00Z', minor: 1_00 },
  ],
  refunds: [
    {
      id: 'ref_vector',
      saleId: 'sal_vector',
      clientId: 'cus_one',
      at: '2026-01-20T12:00:00Z',
      minor: 10_000_00,
      matched: true,
    },
    {
      id: 'ref_lost',
      saleId: null,
      clientId: null,
      at: '2026-01-21T12:00:00Z',
      minor: 5_000_00,
      matched: false,
    },
  ],
  participants: [
    {
      id: 'ptp_1',
      saleId: 'sal_vector',
      partnerId: 'par_vector',
      agreementId: 'agr_vector',
      class: 'partner_sales',
      role: 'source',
    },
    {
      id: 'ptp_2',
      saleId: 'sal_vector_two',
      partnerId: 'par_vector',
      agreementId: 'agr_vector',
      class: 'partner_sales',
      role: 'source',
    },
    {
      id: 'ptp_3',
      saleId: 'sal_vector_old',
      partnerId: 'par_vector',
      agreementId: 'agr_vector',
      class: 'partner_sales',
      role: 'source',
    },
    {
      id: 'ptp_4',
      saleId: 'sal_svetlana',
      partnerId: 'par_svetlana',
      agreementId: 'agr_svetlana',
      class: 'referral',
      role: 'source',
    },
    {
      id: 'ptp_5',
      saleId: 'sal_vector',
      partnerId: 'par_yard',
      agreementId: 'agr_yard',
      class: 'partner_sales',
      role: 'implement',
    },
  ],
  accruals: [
    {
      id: 'acr_1',
      saleId: 'sal_vector',
      partnerId: 'par_vector',
      agreementId: 'agr_vector',
      class: 'partner_sales',
      at: '2026-01-10T12:00:00Z',
      minor: 20_000_00,
    },
    {
      id: 'acr_2',
      saleId: 'sal_vector',
      partnerId: 'par_vector',
      agreementId: 'agr_vector',
      class: 'partner_sales',
      at: '2026-01-20T12:00:00Z',
      minor: -2_000_00,
    },
    {
      id: 'acr_3',
      saleId: 'sal_svetlana',
      partnerId: 'par_svetlana',
      agreementId: 'agr_svetlana',
      class: 'referral',
      at: '2026-02-01T12:00:00Z',
      minor: 3_000_00,
      state: 'paid',
    },
  ],
  costs: [
    { id: 'cst_1', partnerId: 'par_vector', class: 'partner_sales', on: '2026-01-05', minor: 15_000_00 },
    { id: 'cst_2', partnerId: 'par_quiet', class: 'partner_sales', on: '2026-01-06', minor: 7_000_00 },
    { id: 'cst_3', partnerId: null, class: 'alliance', on: '2026-02-06', minor: 90_000_00 },
  ],
};

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  await transact(world.system, (tx) => plantFacts(tx, FACTS));
  await refreshStatistics(world.database);
  await rebuildRollups(world.system);
  await refreshStatistics(world.database);
});

afterAll(async () => {
  await world.close();
  await db.drop();
});

const read = () => readChannel(world.contextOf('owner'), {});

describe('the owner’s page', () => {
  it('shows three classes side by side, each with clients, paid money and cost (S2.4, S2.26, S2.33, S2.36, S3.2, S3.3, S3.47)', async () => {
    const { boxes } = await read();
    expect(boxes.map((box) => box.class)).toEqual(['referral', 'partner_sales', 'alliance']);
    const figures = boxes.map((box) => [box.clients.value, box.paid.value, box.cost.value]);
    expect(figures).toEqual([
      [1n, 30_000_00n, 3_000_00n],
      [1n, 140_000_00n, 40_000_00n],
      [0n, 0n, 90_000_00n],
    ]);
  });

  it('takes the share of partner sales of all paid revenue, direct sales included (S3.30)', async () => {
    const { metrics } = await read();
    const share = metrics.shares.find((one) => one.class === 'partner_sales');
    // 140 of 140 + 30 + 400
    expect(share?.value).toBe(245_614n);
  });

  it('counts a day by the company’s clock: what is tomorrow in Moscow is not in the window', async () => {
    const { direct, window } = await read();
    expect(window).toEqual({ from: '2025-12-03', to: '2026-03-03', days: 90 });
    expect(direct.paid.value).toBe(400_000_00n);
  });

  it('compares with the 90 days before', async () => {
    const { boxes } = await read();
    expect(boxes[1]?.paid.before).toBe(80_000_00n);
  });

  it('calls active who sold within the window, of all working partners (S3.31)', async () => {
    const { metrics } = await read();
    expect([metrics.active.n, metrics.active.of, metrics.active.value]).toEqual([1, 3, 333_333n]);
    expect(metrics.active.gaps).toContain('cycle_unknown');
  });

  it('waits for the first sale of those who never sold, and does not call it a day', async () => {
    const { metrics } = await read();
    expect([metrics.timeToFirstSale.n, metrics.timeToFirstSale.of]).toEqual([1, 3]);
  });

  it('tells money from influence from illusion (S2.34, S2.24, S2.19)', async () => {
    const { zones } = await read();
    const said = (lines: readonly { metric: string; class: string | null; value: bigint | null }[]) =>
      lines.map((line) => `${line.metric} ${line.class} ${line.value}`);
    expect(said(zones.money)).toEqual(['sold partner_sales 1', 'sold referral 1', 'sold alliance 0']);
    expect(said(zones.influence)).toEqual(['promises_kept alliance 1', 'took_part partner_sales 1']);
    expect(said(zones.illusion)).toEqual([
      'agreements_without_sales partner_sales 2',
      'logos_only alliance 1',
      'contacts_called_partners null 1',
      'spent_without_sales partner_sales 700000',
    ]);
  });

  it('lists what it does not know (S0.57)', async () => {
    const { gaps } = await read();
    expect(gaps.map((gap) => [gap.metric, gap.class, gap.n, gap.value])).toEqual([
      ['refunds_unmatched', null, 1, 5_000_00n],
      ['sales_without_client', 'direct', 1, 400_000_00n],
      ['goods_cost_unknown', 'referral', 1, 30_000_00n],
      ['goods_cost_unknown', 'partner_sales', 1, 50_000_00n],
    ]);
  });

  it('says first what is most unpleasant and true (S2.39)', async () => {
    const { sentence } = await read();
    expect(sentence.code).toBe('few_acquaintances');
  });

  it('does not call three sales an average (S3.32)', async () => {
    const { metrics } = await read();
    const check = metrics.checks.find((one) => one.class === 'partner_sales');
    expect([check?.value, check?.n]).toEqual([null, 2]);
    expect(check?.gaps).toContain('too_few');
  });

  it('of an empty company has nothing to count and says so', async () => {
    const empty = await testWorkspace(db);
    const page = await readChannel(empty.contextOf('owner'), {});
    await empty.close();
    expect(page.hasFacts).toBe(false);
    expect(page.sentence.code).toBe('no_sales');
  });

  it('is not for people of a partner', async () => {
    await expect(readChannel(world.contextOf('partner_owner'), {})).rejects.toMatchObject({
      code: 'identity.not_permitted',
    });
  });

  it('refuses a window that ends before it begins', async () => {
    await expect(
      readChannel(world.contextOf('owner'), { from: '2026-02-01', to: '2026-02-01' }),
    ).rejects.toMatchObject({
      code: 'insight.window_is_empty',
    });
  });
});

describe('the share line', () => {
  it('draws each class apart and leaves months without facts as gaps (S2.12, S2.13, S2.20)', async () => {
    const { months } = await readShareLine(world.contextOf('owner'), { months: 18 });
    expect(months.map((month) => month.month)).toEqual([
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
    ]);
    expect(months[1]?.lines.map((line) => line.sharePpm)).toEqual([null, null, null]);
    expect(months[3]?.lines.map((line) => line.sharePpm)).toEqual([0n, 1_000_000n, 0n]);
    expect(months.at(-1)?.whole).toBe(false);
  });
});
