import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import type { Pay } from '../contract/terms.ts';
import { terms } from '../domain/terms.fixture.ts';
import { accrualsOf, company, saleTo, whatIsOff, type Company } from './company.fixture.ts';
import { accrueSales } from './accrue-sales.ts';
import { draftScheme } from './draft-scheme.ts';
import { publishVersion } from './publish-version.ts';
import { settleSales } from './settle-sales.ts';

const tenPercent: Pay = { kind: 'percent', ratePpm: 100_000 };
let co: Company;

beforeAll(async () => {
  co = await company();
});
afterAll(() => co?.close());

const settle = (...sales: ReturnType<typeof saleTo>[]) => settleSales(co.ctx, { source: 'test', sales });

describe('a sale that comes in', () => {
  it('earns by the scheme of its partner, once, with the explanation and the ledger beside it (money.md 7)', async () => {
    const partner = await co.partner('Вектор', tenPercent);
    const sale = saleTo(partner, 1_234.56);
    const { recorded } = await settle(sale);
    expect(await accrualsOf(co.ctx, partner.id)).toMatchObject([
      {
        kind: 'commission',
        amount: 12_346n,
        state: 'approved',
        period: '2026-03',
        codes: ['sale', 'percent', 'rounded'],
      },
    ]);
    await settle(sale);
    const saleIds = recorded.map(({ id }) => id);
    const again = await Promise.all(Array.from({ length: 8 }, () => accrueSales(co.ctx, { saleIds })));
    expect(again.map(({ accruals }) => accruals)).toEqual(Array.from({ length: 8 }, () => 0));
    expect(await accrualsOf(co.ctx, partner.id)).toHaveLength(1);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });

  it('that earns nothing is written down with the reason (money.md 7)', async () => {
    const partner = await co.partner('Порог', tenPercent, { floor: { priceMinor: 500_000 } });
    await settle(saleTo(partner, 4_999), saleTo(partner, 5_000));
    const rows = await accrualsOf(co.ctx, partner.id);
    expect(rows.map(({ amount, codes }) => [amount, codes.at(-1)])).toEqual([
      [0n, 'below_floor'],
      [50_000n, 'rounded'],
    ]);
  });

  it('waits for its validation period in the pending bucket (money.md 5)', async () => {
    const partner = await co.partner('Проверка', tenPercent, { holdDays: 14 });
    await settle(
      saleTo(partner, 100),
      saleTo(partner, 100, { occurredAt: new Date('2026-02-01T09:00:00Z') }),
    );
    const states = (await accrualsOf(co.ctx, partner.id)).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['approved', 'pending']);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });

  it('reaches levels in the order of time, in one batch or in many, and together the same', async () => {
    const tiers: Pay = {
      kind: 'tiered',
      mode: 'whole',
      measure: 'money',
      window: 'quarter',
      tiers: [
        { from: 0, ratePpm: 100_000 },
        { from: 10_000_000, ratePpm: 200_000 },
      ],
    };
    const dates = ['2026-01-10', '2026-02-10', '2026-03-01'].map((day) => new Date(`${day}T09:00:00Z`));
    const once = await co.partner('Разом', tiers);
    await settle(...dates.map((occurredAt) => saleTo(once, 50_000, { occurredAt })));
    const apart = await co.partner('Порознь', tiers);
    for (const occurredAt of dates) await settle(saleTo(apart, 50_000, { occurredAt }));
    const amounts = async (id: string) => (await accrualsOf(co.ctx, id)).map(({ amount }) => amount);
    // 5 000; then 100 000 × 20 % − 5 000; then 50 000 × 20 %
    expect(await amounts(once.id)).toEqual([500_000n, 1_500_000n, 1_000_000n]);
    expect(await amounts(apart.id)).toEqual([500_000n, 1_500_000n, 1_000_000n]);
    const next = await co.partner('Следующий', tiers);
    await settle(saleTo(next, 100_000, { occurredAt: new Date('2025-12-31T20:59:59.999Z') }));
    await settle(saleTo(next, 100, { occurredAt: new Date('2025-12-31T21:00:00Z') }));
    expect((await amounts(next.id))[1]).toBe(1_000n);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });

  it('never exceeds the limit of its month, even when 20 come at once', async () => {
    const partner = await co.partner('Потолок', tenPercent, { cap: { perMonthMinor: 100_000 } });
    await Promise.all(Array.from({ length: 20 }, () => settle(saleTo(partner, 1_000))));
    const rows = await accrualsOf(co.ctx, partner.id);
    expect(rows).toHaveLength(20);
    expect(rows.reduce((sum, row) => sum + row.amount, 0n)).toBe(100_000n);
    expect(rows.filter((row) => row.amount === 0n && row.codes.includes('cap_month'))).toHaveLength(10);
    expect(await whatIsOff(co.ctx)).toEqual([]);
  });

  it('keeps the version of its day: yesterday’s sales stay as they were priced', async () => {
    const partner = await co.partner('Версии', tenPercent);
    await settle(saleTo(partner, 1_000));
    const { versionId } = await draftScheme(co.world.contextOf('head'), {
      schemeId: partner.schemeId,
      name: 'Схема',
      terms: terms({ kind: 'percent', ratePpm: 200_000 }),
      validFrom: businessDate('2026-03-02'),
    });
    await publishVersion(co.world.contextOf('owner'), { versionId });
    await settle(
      saleTo(partner, 1_000),
      saleTo(partner, 1_000, { occurredAt: new Date('2026-03-02T05:00:00Z') }),
    );
    expect((await accrualsOf(co.ctx, partner.id)).map(({ amount }) => amount)).toEqual([
      10_000n,
      10_000n,
      20_000n,
    ]);
  });

  it('by an agreement without a scheme earns nothing and says so', async () => {
    const partner = await co.partner('Ничей', tenPercent);
    await transact(co.ctx, (tx) =>
      sql`DELETE FROM incentives.scheme_assignment WHERE workspace_id = ${tx.workspaceId}::uuid AND agreement_id = ${partner.agreementId}`.execute(
        tx.db,
      ),
    );
    await settle(saleTo(partner, 1_000));
    expect(await accrualsOf(co.ctx, partner.id)).toMatchObject([
      { amount: 0n, codes: ['sale', 'no_scheme'] },
    ]);
  });
});

describe('the database itself', () => {
  it('refuses to rewrite or delete what was earned', async () => {
    const attempt = (statement: string) => transact(co.ctx, (tx) => sql.raw(statement).execute(tx.db));
    await expect(attempt('UPDATE incentives.accrual SET amount_minor = 1')).rejects.toThrow('append-only');
    await expect(attempt("UPDATE incentives.accrual SET explanation = '{}'")).rejects.toThrow('append-only');
    await expect(attempt('DELETE FROM incentives.accrual')).rejects.toThrow();
    await expect(
      attempt("UPDATE incentives.scheme_version SET terms = '{}' WHERE published_at IS NOT NULL"),
    ).rejects.toThrow('never changes');
  });
});
