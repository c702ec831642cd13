import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { look } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { seededRandom } from '@mosty/testkit';
import type { Pay } from '../contract/terms.ts';
import { terms } from '../domain/terms.fixture.ts';
import { company, saleTo, type Company, type Partner } from './company.fixture.ts';
import { checkOnHistory } from './check-on-history.ts';
import { settleSales } from './settle-sales.ts';

let co: Company;
const window = { from: businessDate('2025-07-01'), to: businessDate('2026-03-01') };

beforeAll(async () => {
  co = await company();
  const random = seededRandom(7);
  const partners: Partner[] = [];
  for (const name of ['Раз', 'Два', 'Три'])
    partners.push(await co.partner(name, { kind: 'percent', ratePpm: 150_000 }));
  const sales = Array.from({ length: 900 }, (_none, place) => {
    const partner = partners[place % 3];
    if (!partner) throw new Error('no partner');
    const occurredAt = new Date(Date.UTC(2025, 5, 15) + Math.floor(random() * 280 * 86_400_000));
    const micro =
      BigInt(Math.floor(random() * 5e6)) * 1_000_000n +
      (random() < 0.2 ? BigInt(Math.floor(random() * 1e6)) : 0n);
    return saleTo(partner, 0, { occurredAt, amountMicro: micro });
  });
  await settleSales(co.ctx, { source: 'test', sales });
});
afterAll(() => co?.close());

/** What SQL makes of the same rule, rounding half away from zero. */
async function oracle(amount: string): Promise<Map<string, bigint>> {
  const { rows } = await look(co.ctx, (tx) =>
    sql<{ id: string; minor: bigint }>`
      SELECT p.agreement_id AS id, sum(${sql.raw(amount)})::bigint AS minor
      FROM deals.v_sale s JOIN attribution.v_participant p ON p.workspace_id = s.workspace_id AND p.sale_id = s.id
      WHERE s.occurred_at >= '2025-06-30T21:00:00Z' AND s.occurred_at < '2026-02-28T21:00:00Z'
      GROUP BY 1`.execute(tx.db),
  );
  return new Map(rows.map((row) => [row.id, row.minor]));
}

async function tried(pay: Pay, rest = {}): Promise<Map<string, bigint>> {
  const answer = await checkOnHistory(co.world.contextOf('head'), { terms: terms(pay, rest), ...window });
  return new Map(answer.agreements.map((row) => [row.agreementId, row.becomesMinor]));
}

it('past sales priced under a draft are equal to the kopeck to a SQL oracle', async () => {
  const percent = await oracle('round(s.amount_micro::numeric * 200000 / 1000000000000)');
  expect(await tried({ kind: 'percent', ratePpm: 200_000 })).toEqual(percent);
  const capped = await oracle(
    'CASE WHEN s.amount_minor < 100000 THEN 0 ELSE least(round(s.amount_micro::numeric * 333333 / 1000000000000), 500000) END',
  );
  const rest = { cap: { perSaleMinor: 500_000 }, floor: { priceMinor: 100_000 } };
  expect(await tried({ kind: 'percent', ratePpm: 333_333 }, rest)).toEqual(capped);
  const withoutVat = await oracle(
    'round((s.amount_micro - round(s.amount_micro::numeric * 220000 / 1220000)) * 100000 / 1000000000000)',
  );
  expect(
    await tried({ kind: 'percent', ratePpm: 100_000 }, { vat: { base: 'without_vat', ratePpm: 220_000 } }),
  ).toEqual(withoutVat);
});

it('levels are reached month by month, as they would have been', async () => {
  const tiers: Pay = {
    kind: 'tiered',
    mode: 'whole',
    measure: 'count',
    window: 'month',
    tiers: [
      { from: 0, ratePpm: 100_000 },
      { from: 20, ratePpm: 200_000 },
    ],
  };
  const answer = await tried(tiers);
  const { rows } = await look(co.ctx, (tx) =>
    sql<{ id: string; minor: bigint }>`
      WITH months AS (
        SELECT p.agreement_id AS id, to_char(s.occurred_at AT TIME ZONE 'Europe/Moscow', 'YYYY-MM') AS month,
               sum(s.amount_micro) AS micro, count(*) AS sales
        FROM deals.v_sale s JOIN attribution.v_participant p ON p.workspace_id = s.workspace_id AND p.sale_id = s.id
        WHERE s.occurred_at >= '2025-06-30T21:00:00Z' AND s.occurred_at < '2026-02-28T21:00:00Z' GROUP BY 1, 2)
      SELECT id, sum(micro * (CASE WHEN sales >= 20 THEN 0.2 ELSE 0.1 END) / 1000000)::bigint AS minor FROM months GROUP BY 1`.execute(
      tx.db,
    ),
  );
  for (const { id, minor } of rows) {
    const off = (answer.get(id) ?? 0n) - minor;
    // Half a kopeck for each of 300 sales at most: the oracle rounds once.
    expect(off < 150n && off > -150n).toBe(true);
  }
});

it('says what was earned, what would be, and posts nothing', async () => {
  const count = () =>
    look(co.ctx, (tx) => sql`SELECT count(*)::int AS n FROM incentives.accrual`.execute(tx.db));
  const before = await count();
  const answer = await checkOnHistory(co.world.contextOf('analyst'), {
    terms: terms({ kind: 'hybrid', fixedMinor: 1_000_000, per: 'month', ratePpm: 0 }),
    class: 'partner_sales',
    ...window,
  });
  expect(answer.agreements).toHaveLength(3);
  const earned = await oracle('round(s.amount_micro::numeric * 150000 / 1000000000000)');
  for (const row of answer.agreements) {
    expect(row.becomesMinor).toBe(8_000_000n);
    expect(row.wasMinor).toBe(earned.get(row.agreementId));
  }
  expect((await count()).rows).toEqual(before.rows);
});
