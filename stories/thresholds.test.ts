import { openAgreements } from '@mosty/agreements';
import { importClients, importPartners, partnersById } from '@mosty/directory';
import { decideCrossing, frameworkNow, proposeCrossings, publishFramework } from '@mosty/framework';
import { frameworkRoutes } from '@mosty/framework/http';
import { settleSales } from '@mosty/incentives';
import { rebuildRollups } from '@mosty/insight';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
let world: World;
let head: Context;
let affiliate: Id<'partner'>;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
  world.clock.set(new Date('2026-08-10T09:00:00Z'));
  const [made] = await importPartners(world.system, [{ externalId: 'P1', name: 'СравниСофт' }]);
  if (!made || !('id' in made)) throw new Error('no partner');
  affiliate = made.id as Id<'partner'>;
  const day = businessDate('2026-01-10');
  await openAgreements(world.system, [
    {
      partnerId: affiliate,
      class: 'partner_sales',
      kind: 'affiliate',
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    },
  ]);
  await importClients(world.system, [{ externalId: 'C1', name: 'Склад', keeperPartnerExternalId: 'P1' }]);
  await settleSales(world.system, {
    source: 'story',
    sales: Array.from({ length: 10 }, (_, place) => ({
      externalId: `S${place}`,
      clientExternalId: 'C1',
      occurredAt: new Date(`2026-0${3 + (place % 5)}-05T09:00:00Z`),
      currency: 'RUB',
      amountMicro: 1_000_000n * 1_000_000n,
    })),
  });
  await rebuildRollups(world.system);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

async function open() {
  const route = frameworkRoutes.find(({ operation }) => operation.id === 'listCrossings');
  if (!route) throw new Error('nobody lists');
  return (await route.handle(head, {
    params: {},
    query: route.operation.query.parse({}),
    body: undefined,
    remoteAddress: '',
    origin: '',
    headers: {},
  })) as { items: { id: Id<'crossing'>; code: string; found: number; partner: { name: string } }[] };
}

test('S1.33: an affiliate with ten sales in half a year is proposed as an ambassador, once, and a person decides', async () => {
  expect(await proposeCrossings(world.system)).toEqual({ proposed: 1 });
  expect(await proposeCrossings(world.system)).toEqual({ proposed: 0 });
  const { items } = await open();
  expect(items).toMatchObject([
    { code: 'affiliate_to_ambassador', found: 10, partner: { name: 'СравниСофт' } },
  ]);
  const [crossing] = items;
  if (!crossing) throw new Error('nobody crossed');
  await expect(
    decideCrossing(world.contextOf('manager'), { crossingId: crossing.id, accept: true, reason: 'да' }),
  ).rejects.toMatchObject({ code: 'identity.not_permitted' });
  await decideCrossing(head, { crossingId: crossing.id, accept: false, reason: 'Пока рано' });
  await expect(
    decideCrossing(head, { crossingId: crossing.id, accept: true, reason: 'передумали' }),
  ).rejects.toMatchObject({ code: 'framework.already_decided' });
  // A «no» holds for half a year.
  expect(await proposeCrossings(world.system)).toEqual({ proposed: 0 });
});

test('S1.28, S1.35: the document is published anew with its reason; a track proposed by it is changed when somebody agrees', async () => {
  const { body } = await look(head, frameworkNow);
  await expect(publishFramework(head, { body, reason: 'то же' })).rejects.toMatchObject({
    code: 'framework.nothing_changed',
  });
  const thresholds = body.thresholds.map((rule) =>
    rule.code === 'to_high_touch' ? { ...rule, value: 1_000_000, months: 6 } : rule,
  );
  await publishFramework(head, { body: { ...body, thresholds }, reason: 'Ведём лично раньше' });
  expect(await proposeCrossings(world.system)).toEqual({ proposed: 1 });
  const [crossing] = (await open()).items;
  if (!crossing) throw new Error('nobody crossed');
  await decideCrossing(head, { crossingId: crossing.id, accept: true, reason: 'Растёт' });
  const [partner] = await look(head, (tx) => partnersById(tx, [affiliate]));
  expect(partner?.track).toBe('high_touch');
});
