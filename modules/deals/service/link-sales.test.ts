import { afterAll, beforeAll, expect, it } from 'vitest';
import { look, transact } from '@mosty/kernel/db';
import { sql } from 'kysely';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { saleOf } from '../domain/sales.ts';
import { dealsById } from '../store/deals.ts';
import { importDeals } from './import-deals.ts';
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

it('a payment provider names a deal of the CRM; told before the deal, it waits for it', async () => {
  const head = world.contextOf('head');
  const pay = (externalId: string, more: object) =>
    recordSales(world.system, {
      source: 'yookassa',
      sales: [
        saleOf({
          externalId,
          occurredAt: '2026-02-01T00:00:00Z',
          currency: 'RUB',
          amountMinor: 100,
          ...more,
        }),
      ],
    });
  const tell = (source: string, externalId: string) =>
    importDeals(head, { source, deals: [{ externalId, title: `${source} ${externalId}` }] });
  const outcomes = () =>
    look(head, async (tx) => {
      const { rows } = await sql<{ deal: string; sale: string }>`
        SELECT d.title AS deal, s.external_id AS sale FROM deals.deal_sale l
        JOIN deals.deal d ON d.id = l.deal_id JOIN deals.sale s ON s.id = l.sale_id
        WHERE s.source = 'yookassa' ORDER BY s.external_id`.execute(tx.db);
      return rows.map(({ deal, sale }) => `${sale}: ${deal}`);
    });
  await tell('crm', '17');
  await pay('1', { dealExternalId: '17' });
  await pay('2', { dealExternalId: '18' });
  expect(await outcomes()).toEqual(['1: crm 17']);
  await tell('crm', '18');
  expect(await outcomes()).toEqual(['1: crm 17', '2: crm 18']);
  // Two programs number alike: whose it is has to be said.
  await tell('other', '17');
  await pay('3', { dealExternalId: '17' });
  await pay('4', { dealExternalId: '17', dealSource: 'other' });
  expect(await outcomes()).toEqual(['1: crm 17', '2: crm 18', '4: other 17']);
});
