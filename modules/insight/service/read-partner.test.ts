import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { transact } from '@mosty/kernel/db';
import { addMonths, type Month } from '@mosty/kernel/time';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paybackMonth, type MonthOfBook } from '../domain/metrics/payback.ts';
import { randomCompany } from '../store/company.fixture.ts';
import { plantFacts } from '../store/facts.fixture.ts';
import { readPartnerEconomics } from './read-partner-economics.ts';
import { readPartnerFigures } from './read-partner-figures.ts';
import { rebuildRollups } from './refresh-rollups.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
const partnerId = 'par_vector' as never;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  const under = { partnerId: 'par_vector', agreementId: 'agr_vector', class: 'partner_sales' } as const;
  await transact(world.system, async (tx) => {
    await plantFacts(tx, {
      partners: [{ id: 'par_vector', name: 'Вектор CRM' }],
      agreements: [
        {
          id: 'agr_vector',
          partnerId: 'par_vector',
          class: 'partner_sales',
          acceptedAt: '2025-10-01T09:00:00Z',
          launchedOn: '2025-10-05',
        },
        {
          id: 'agr_ally',
          partnerId: 'par_vector',
          class: 'alliance',
          acceptedAt: '2025-10-01T09:00:00Z',
          launchedOn: '2025-10-05',
        },
      ],
      clients: [{ id: 'cus_one', name: 'ООО «Один»' }],
      sales: [
        { id: 'sal_old', clientId: 'cus_one', at: '2025-10-20T12:00:00Z', minor: 40_000, goodsMinor: 10_000 },
        {
          id: 'sal_new',
          clientId: 'cus_one',
          at: '2026-02-20T12:00:00Z',
          minor: 100_000,
          goodsMinor: 20_000,
        },
        { id: 'sal_ally', clientId: 'cus_one', at: '2026-02-21T12:00:00Z', minor: 7_000 },
      ],
      participants: [
        { id: 'ptp_old', saleId: 'sal_old', ...under, role: 'source' },
        { id: 'ptp_new', saleId: 'sal_new', ...under, role: 'source' },
        {
          id: 'ptp_ally',
          saleId: 'sal_ally',
          partnerId: 'par_vector',
          agreementId: 'agr_ally',
          class: 'alliance',
          role: 'source',
        },
      ],
      accruals: [
        {
          id: 'acr_old',
          saleId: 'sal_old',
          ...under,
          at: '2025-10-20T12:00:00Z',
          minor: 4_000,
          state: 'paid',
        },
        { id: 'acr_new', saleId: 'sal_new', ...under, at: '2026-02-20T12:00:00Z', minor: 10_000 },
      ],
      costs: [
        { id: 'cst_1', partnerId: 'par_vector', class: 'partner_sales', on: '2025-10-06', minor: 60_000 },
      ],
    });
    await plantFacts(tx, randomCompany(5));
  });
  await rebuildRollups(world.system);
});

afterAll(async () => {
  await world.close();
  await db.drop();
});

describe('economics of a partner (S2.37)', () => {
  it('tells brought, cost and owed of each class apart (S2.3)', async () => {
    const { books } = await readPartnerEconomics(world.contextOf('manager'), { partnerId });
    expect(
      books.map((book) => [
        book.class,
        book.brought.value,
        book.cost.value,
        book.owed.value,
        book.clients.value,
      ]),
    ).toEqual([
      ['alliance', 7_000n, 0n, 0n, 0n],
      ['partner_sales', 140_000n, 74_000n, 10_000n, 1n],
    ]);
  });

  it('knows the margin, the first and last sale, and the month it paid back (S0.25, S3.28)', async () => {
    const { books } = await readPartnerEconomics(world.contextOf('manager'), { partnerId });
    expect(books[1]).toMatchObject({
      marginMinor: 36_000n,
      marginIsEstimate: false,
      firstSaleOn: '2025-10-20',
      lastSaleOn: '2026-02-20',
      // October: 26 000 of 60 000; February: 26 000 + 70 000. The fifth month.
      paybackMonth: 5,
    });
    expect(books[1]?.months.map((month) => month.balanceMinor)).toEqual([-34_000n, 36_000n]);
  });

  it('of a window leaves what is owed as it is now', async () => {
    const { books } = await readPartnerEconomics(world.contextOf('manager'), {
      partnerId,
      from: '2025-10-01',
      to: '2025-11-01',
    });
    expect([books[1]?.brought.value, books[1]?.owed.value]).toEqual([40_000n, 10_000n]);
  });

  it('stands beside a list in the order asked, and is silent of a partner without facts', async () => {
    const unknown = 'par_unknown' as never;
    const { items } = await readPartnerFigures(world.contextOf('manager'), { ids: [unknown, partnerId] });
    expect(items[0]).toEqual({ partnerId: 'par_unknown', owed: [], books: [] });
    // The last 90 days: 100 000 less goods 20 000 and reward 10 000.
    expect(items[1]?.books[1]).toMatchObject({
      broughtMinor: 140_000n,
      costMinor: 74_000n,
      margin90Minor: 70_000n,
      lastSaleOn: '2026-02-20',
    });
  });

  it('is not shown to the partner', async () => {
    await expect(readPartnerEconomics(world.contextOf('partner_owner'), { partnerId })).rejects.toMatchObject(
      {
        code: 'identity.not_permitted',
      },
    );
  });

  it('pays back in the roll-ups in the very month the rule says, for any partner (S3.29, S3.34)', async () => {
    const books = await transact(world.system, async (tx) => {
      const lives = await sql<{
        partner_id: string;
        class: string;
        currency: string;
        payback_month: number | null;
      }>`
        SELECT partner_id, class, currency, payback_month FROM insight.partner_life WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
        tx.db,
      );
      const months = await sql<{ key: string; month: Month } & MonthOfBook>`
        SELECT partner_id || ' ' || class || ' ' || currency AS key, to_char(month, 'YYYY-MM') AS month,
               paid_minor - goods_minor AS "marginMinor", commission_minor AS "commissionMinor", costs_minor AS "costsMinor"
        FROM insight.partner_month WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY month`.execute(
        tx.db,
      );
      return lives.rows.map((life) => ({
        life,
        months: months.rows.filter((row) => row.key === `${life.partner_id} ${life.class} ${life.currency}`),
      }));
    });
    expect(books.filter(({ life }) => life.payback_month !== null).length).toBeGreaterThan(5);
    for (const { life, months } of books)
      expect(life.payback_month, life.partner_id).toBe(paybackMonth(filled(months)));
  });
});

/** Every calendar month from the first on, empty ones included. */
function filled(months: readonly ({ month: Month } & MonthOfBook)[]): MonthOfBook[] {
  const all: MonthOfBook[] = [];
  const last = months.at(-1)?.month;
  for (let month = months[0]?.month; month && last && month <= last; month = addMonths(month, 1)) {
    const found = months.find((one) => one.month === month);
    all.push(found ?? { marginMinor: 0n, commissionMinor: 0n, costsMinor: 0n });
  }
  return all;
}
