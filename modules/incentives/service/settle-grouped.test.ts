import { afterAll, beforeAll, expect, it } from 'vitest';
import { accrualsOf, company, saleTo, whatIsOff, type Company } from './company.fixture.ts';
import { settleSalesGrouped } from './settle-grouped.ts';

let co: Company;
beforeAll(async () => {
  co = await company();
});
afterAll(() => co?.close());

it('each of many callers is answered for its own sale; told many times at once it is one sale (money.md 10)', async () => {
  const partner = await co.partner('Толпа', { kind: 'percent', ratePpm: 100_000 });
  const keys = Array.from({ length: 40 }, () => saleTo(partner, 100));
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => keys)
      .flat()
      .map(async (sale) => ({
        key: sale.externalId,
        ...(await settleSalesGrouped(co.ctx, { source: 'test', sales: [sale] })),
      })),
  );
  expect(answers).toHaveLength(400);
  for (const { key, recorded, known } of answers) {
    expect([...recorded, ...known].map(({ externalId }) => externalId)).toEqual([key]);
  }
  expect(answers.filter(({ recorded }) => recorded.length > 0)).toHaveLength(40);
  expect(await accrualsOf(co.ctx, partner.id)).toHaveLength(40);
  expect(await whatIsOff(co.ctx)).toEqual([]);
});

it('one bad sale is refused for itself and does not fail those beside it', async () => {
  const partner = await co.partner('Сосед', { kind: 'percent', ratePpm: 100_000 });
  const sales = [
    ...Array.from({ length: 5 }, () => saleTo(partner, 100)),
    saleTo(partner, 0, { amountMicro: -1n }),
  ];
  const outcomes = await Promise.allSettled(
    sales.map((sale) => settleSalesGrouped(co.ctx, { source: 'test', sales: [sale] })),
  );
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 5 }, () => 'fulfilled'),
    'rejected',
  ]);
  expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'deals.negative_amount' } });
  await expect(
    settleSalesGrouped(co.world.contextOf('analyst'), { source: 'test', sales }),
  ).rejects.toMatchObject({
    kind: 'not_permitted',
  });
});
