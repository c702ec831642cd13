import { openAgreements } from '@mosty/agreements';
import { createPartner, updatePartner } from '@mosty/directory';
import { settleSales } from '@mosty/incentives';
import { rebuildRollups } from '@mosty/insight';
import type { FileAnswer } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { listCosts } from '@mosty/insight/contract';
import { insightRoutes } from '@mosty/insight/http';
import { thankIntroducers } from '@mosty/recruiting';
import * as api from '@mosty/recruiting/contract';
import { recruitingRoutes } from '@mosty/recruiting/http';
import { askOf, testDatabase, testWorkspace, textOf, type TestDatabase, type World } from '@mosty/testkit';
import { createCode } from '@mosty/tracking';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ask = askOf([...recruitingRoutes, ...insightRoutes]);
let database: TestDatabase;
let world: World;
const ids: Id<'partner'>[] = [];

/** The first brought the second, the second brought the third; each with a code of its own. */
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  world.clock.set(new Date('2026-01-12T09:00:00Z'));
  for (const name of ['Первый', 'Вторая', 'Третья']) {
    const { id } = await createPartner(world.contextOf('head'), { name });
    const introducer = ids.at(-1);
    if (introducer)
      await updatePartner(world.contextOf('head'), {
        partnerId: id,
        fields: { introducedByPartnerId: introducer },
      });
    ids.push(id);
    const day = businessDate('2026-01-12');
    const [agreement] = await openAgreements(world.contextOf('head'), [
      {
        startsOn: day,
        signedOn: day,
        launchedOn: day,
        partnerId: id,
        class: 'partner_sales',
        kind: 'agent',
        classReason: 'Продаёт и чужим',
      },
    ]);
    if (!agreement || !('id' in agreement)) throw new Error('no agreement');
    const agreementId = agreement.id as Id<'agreement'>;
    await createCode(world.contextOf('manager'), {
      agreementId,
      code: `KOD-${ids.length}`,
      kind: 'referral',
    });
    world.clock.set(new Date(world.clock.now().getTime() + 1_000));
  }
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

async function sell(seller: number, at: string): Promise<void> {
  world.clock.set(new Date(at));
  await settleSales(world.system, {
    source: 'story',
    sales: [
      {
        externalId: `sale ${at}`,
        clientExternalId: `client ${at}`,
        clientName: `Клиент ${at}`,
        namedCode: `KOD-${seller}`,
        occurredAt: new Date(at),
        currency: 'RUB',
        amountMicro: 1_000_000n * 1_000_000n,
      },
    ],
  });
  await rebuildRollups(world.system);
}

test('whoever brought a partner is thanked once, on its first paid deal, and nobody above them (S1.56)', async () => {
  await sell(2, '2026-02-10T09:00:00Z');
  expect(await thankIntroducers(world.system)).toEqual({ thanked: 0 });
  const off = await ask(api.readIntroducerReward, world.contextOf('analyst'));
  expect(off).toMatchObject({ amountMinor: null, since: null });

  world.clock.set(new Date('2026-03-01T09:00:00Z'));
  const set = { body: { amountMinor: 500_000 } };
  await expect(ask(api.setIntroducerReward, world.contextOf('manager'), set)).rejects.toMatchObject({
    kind: 'not_permitted',
  });
  await ask(api.setIntroducerReward, world.contextOf('head'), set);
  // What was sold for the first time before the reward held is not paid for afterwards.
  expect(await thankIntroducers(world.system)).toEqual({ thanked: 0 });

  await sell(3, '2026-03-10T09:00:00Z');
  expect(await thankIntroducers(world.system)).toEqual({ thanked: 1 });
  await sell(3, '2026-03-11T09:00:00Z');
  expect(await thankIntroducers(world.system)).toEqual({ thanked: 0 });
  const { items } = await ask(listCosts, world.contextOf('finance'));
  const bonuses = items.filter(({ kind }) => kind === 'bonus');
  expect(bonuses).toMatchObject([
    {
      class: 'partner_sales',
      amountMinor: 500_000,
      note: 'За знакомство: «Третья», первая оплата 2026-03-10',
    },
  ]);
  expect(JSON.stringify(bonuses)).toContain(ids[1]);
});

test('who introduced whom, their first sale and what they brought by class, on the page and in the file (S1.42)', async () => {
  const { items } = await ask(api.listIntroductions, world.contextOf('manager'));
  expect(items).toMatchObject([
    {
      partner: { name: 'Третья' },
      introducer: { name: 'Вторая' },
      firstSaleOn: '2026-03-10',
      sold: [{ class: 'partner_sales', currency: 'RUB', paidMinor: 2_000_000 }],
      thanked: { amountMinor: 500_000 },
    },
    { partner: { name: 'Вторая' }, introducer: { name: 'Первый' }, firstSaleOn: '2026-02-10', thanked: null },
  ]);
  const [next] = (await ask(api.listIntroductions, world.contextOf('manager'), { query: { limit: 1 } }))
    .items;
  expect(next?.partner.name).toBe('Третья');
  const door = recruitingRoutes.find(({ operation }) => operation.id === 'exportIntroductions');
  const file = (await door?.handle(world.contextOf('analyst'), {
    params: {},
    query: { format: 'csv', language: 'ru' },
    body: undefined,
    remoteAddress: '127.0.0.1',
    origin: 'http://localhost',
    headers: {},
  })) as FileAnswer;
  const text = await textOf(file);
  expect(text).toContain('Партнёрские продажи');
  expect(text).toContain('Третья');
});

test('a partner’s person reads neither the list nor the reward', async () => {
  const [first] = ids;
  if (!first) throw new Error('no partner');
  const person = await world.contextOfPartner(first);
  for (const operation of [api.listIntroductions, api.readIntroducerReward])
    await expect(ask(operation, person)).rejects.toMatchObject({ kind: 'not_permitted' });
});
