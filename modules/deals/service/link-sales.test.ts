import { afterAll, beforeAll, expect, it } from 'vitest';
import { look, transact } from '@mosty/kernel/db';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { saleOf } from '../domain/sales.ts';
import { dealsById } from '../store/deals.ts';
import { linkSale } from './link-sales.ts';
import { recordSales } from './record-sales.ts';
import { registerDeal } from './register-deal.ts';
import { reverseSales } from './reverse.ts';

let world: World;
beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
});
afterAll(() => world?.close());

it('a sale that is being taken back wins no deal', async () => {
  const head = world.contextOf('head');
  const { deal } = await registerDeal(head, { client: { name: 'Тополь' } });
  const { recorded } = await recordSales(world.system, {
    source: 'shop',
    sales: [
      saleOf({ externalId: 'one', occurredAt: '2026-02-01T00:00:00Z', currency: 'RUB', amountMinor: 100 }),
    ],
  });
  const saleId = recorded[0]?.id;
  if (!deal || !saleId) throw new Error('there is a deal and a sale');
  let linked: Promise<unknown> = Promise.resolve();
  await transact(world.system, async (tx) => {
    await reverseSales(tx, { saleIds: [saleId], reason: 'ошибка' });
    linked = linkSale(head, { dealId: deal.id, saleId }).then(
      () => 'linked',
      (error: { code: string }) => error.code,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  expect(await linked).toBe('deals.no_such_sale');
  const [left] = await look(head, (tx) => dealsById(tx, [deal.id]));
  expect(left).toMatchObject({ outcome: null });
});
