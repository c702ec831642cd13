import { importPartners } from '@mosty/directory';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostback } from './postbacks.ts';
import { readPostbackDeliveries, readPostbacks } from './read-endpoints.ts';
import { hear, receiver, senderOf, type Receiver } from './receiver.fixture.ts';
import { allowInside } from './settings.ts';

let db: TestDatabase;
let world: World;
let network: Receiver;
let partnerIds: Id<'partner'>[];

beforeAll(async () => {
  allowInside(true);
  db = await testDatabase();
  world = await testWorkspace(db);
  network = await receiver();
  const rows = await importPartners(world.system, [
    { externalId: 'A', name: 'А' },
    { externalId: 'B', name: 'Б' },
  ]);
  partnerIds = rows.map((row) => ('id' in row ? (row.id as Id<'partner'>) : ('' as Id<'partner'>)));
});
afterAll(async () => {
  allowInside(false);
  await network.close();
  await world.close();
  await db.drop();
});

test('a partner is called once for each of its leads and sales, with the click that stands behind, and for nobody else’s', async () => {
  const [a, b] = partnerIds as [Id<'partner'>, Id<'partner'>];
  const own = await world.contextOfPartner(a);
  for (const about of ['lead', 'sale', 'approval'] as const)
    await createPostback(own, {
      partnerId: a,
      about,
      url: `${network.url}?e={event}&c={click_id}&s={sale_id}&a={amount}&cur={currency}`,
    });
  await expect(
    createPostback(own, { partnerId: b, about: 'sale', url: `${network.url}/b` }),
  ).rejects.toMatchObject({ kind: 'not_found' });
  const other = await world.contextOfPartner(b);
  expect((await readPostbacks(other, undefined)).items).toEqual([]);

  const accrual = (partnerId: string, saleId: string, amountMinor: bigint) => ({
    accrualId: `acr_${saleId}_${partnerId}`,
    partnerId,
    saleId,
    amountMinor,
    currency: 'RUB',
  });
  await transact(world.system, async (tx) => {
    tx.emit({
      type: 'click.bound',
      clicks: [
        { clickId: 'clk_1', partnerId: a },
        { clickId: 'clk_2', partnerId: a },
      ],
    });
    tx.emit({
      type: 'lead.created',
      leads: [{ leadId: 'led_1', clientId: 'cus_1', partnerId: a, clickId: 'clk_1' }],
    });
    tx.emit({
      type: 'sale.created',
      sales: [
        { saleId: 'sal_1', clientId: 'cus_1' },
        { saleId: 'sal_2', clientId: 'cus_2', clickId: 'clk_2' },
      ],
    });
    tx.emit({
      type: 'accrual.created',
      accruals: [
        accrual(a, 'sal_1', 12_345n),
        accrual(b, 'sal_1', 999n),
        accrual(a, 'sal_2', 100n),
        accrual(a, 'sal_2', -100n),
      ],
    });
  });
  await hear(world);
  world.clock.advance(86_400_000);
  await transact(world.system, async (tx) => {
    tx.emit({ type: 'accrual.approved', accruals: [accrual(a, 'sal_2', 100n)] });
  });
  await hear(world);
  await hear(world);
  const sender = senderOf([world]);
  await sender.settle();
  await sender.stop();
  expect(network.heard.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET', 'GET']);
  expect(network.heard.map(({ url }) => url.slice(url.indexOf('?'))).sort()).toEqual([
    '?e=approval&c=clk_2&s=sal_2&a=1.00&cur=RUB',
    '?e=lead&c=clk_1&s=&a=&cur=',
    '?e=sale&c=clk_1&s=sal_1&a=123.45&cur=RUB',
    '?e=sale&c=clk_2&s=sal_2&a=1.00&cur=RUB',
  ]);
  const first = (await readPostbacks(own, undefined)).items.find(({ about }) => about === 'lead');
  expect((await readPostbackDeliveries(own, first?.id ?? '', { limit: 10 })).items).toHaveLength(1);
  await expect(readPostbackDeliveries(other, first?.id ?? '', { limit: 10 })).rejects.toMatchObject({
    kind: 'not_found',
  });
});

test('of two partners who earn on one sale only the one whose click it was is told of it', async () => {
  const [a, b] = partnerIds as [Id<'partner'>, Id<'partner'>];
  const heardBefore = network.heard.length;
  for (const about of ['lead', 'sale'] as const)
    await createPostback(await world.contextOfPartner(b), {
      partnerId: b,
      about,
      url: `${network.url}?b={event}&c={click_id}&s={sale_id}`,
    });
  const accrual = (partnerId: string, saleId: string) => ({
    accrualId: `acr_${saleId}_${partnerId}`,
    partnerId,
    saleId,
    amountMinor: 100n,
    currency: 'RUB',
  });
  await transact(world.system, async (tx) => {
    // The lead is b's by its code, while the click was a's.
    tx.emit({ type: 'click.bound', clicks: [{ clickId: 'clk_a', partnerId: a }] });
    tx.emit({
      type: 'lead.created',
      leads: [{ leadId: 'led_9', clientId: 'cus_9', partnerId: b, clickId: 'clk_a' }],
    });
    tx.emit({ type: 'sale.created', sales: [{ saleId: 'sal_9', clientId: 'cus_9', clickId: 'clk_b' }] });
    // Loaded after the sale was told, as the log of clicks is drained.
    tx.emit({ type: 'click.bound', clicks: [{ clickId: 'clk_b', partnerId: b }] });
    tx.emit({
      type: 'sale.created',
      sales: [
        { saleId: 'sal_8', clientId: 'cus_8', clickId: 'clk_a' },
        { saleId: 'sal_7', clientId: 'cus_7', clickId: 'clk_unknown' },
      ],
    });
    tx.emit({
      type: 'accrual.created',
      accruals: ['sal_7', 'sal_8', 'sal_9'].flatMap((saleId) => [accrual(a, saleId), accrual(b, saleId)]),
    });
  });
  await hear(world);
  const sender = senderOf([world]);
  await sender.settle();
  await sender.stop();
  const heard = network.heard.slice(heardBefore).map(({ url }) => url.slice(url.indexOf('?')));
  expect(heard.sort()).toEqual([
    '?b=lead&c=&s=',
    '?b=sale&c=&s=sal_7',
    '?b=sale&c=&s=sal_8',
    '?b=sale&c=clk_b&s=sal_9',
    '?e=sale&c=&s=sal_7&a=1.00&cur=RUB',
    '?e=sale&c=clk_a&s=sal_8&a=1.00&cur=RUB',
    '?e=sale&c=clk_a&s=sal_9&a=1.00&cur=RUB',
  ]);
});
