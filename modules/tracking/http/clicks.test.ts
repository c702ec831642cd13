import { openAgreement } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import type { FileAnswer } from '@mosty/kernel/http';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { askOf, testDatabase, testWorkspace, textOf, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as api from '../contract.ts';
import type { Click } from '../domain/click.ts';
import { createLink } from '../service/create-link.ts';
import { creditSales } from '../service/credit-sales.ts';
import { keepClicks } from '../service/keep-clicks.ts';
import { setLinkSettings } from '../service/set-link-settings.ts';
import { clickRoutes } from './clicks.ts';
import { linkRoutes } from './links.ts';

const ask = askOf([...clickRoutes, ...linkRoutes]);
const AT = '2026-03-10T09:00:00Z';
const march = { from: '2026-03-01', to: '2026-03-31' };
let database: TestDatabase;
let world: World;
const links: { id: Id<'link'>; partnerId: Id<'partner'> }[] = [];

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  world.clock.set(new Date(AT));
  await setLinkSettings(world.contextOf('owner'), {
    destinations: [{ host: 'shop.example', withSubdomains: false }],
    domains: [],
    floorPpm: 0n,
    ourDiscountPpm: 0n,
  });
  const day = businessDate('2026-03-01');
  for (const name of ['Вектор', 'Чужой']) {
    const partner = await createPartner(world.contextOf('head'), { name });
    const agreement = await openAgreement(world.contextOf('head'), {
      startsOn: day,
      signedOn: day,
      launchedOn: day,
      partnerId: partner.id,
      class: 'partner_sales',
      kind: 'agent',
      classReason: 'Продаёт и чужим',
    });
    const link = await createLink(world.contextOf('manager'), {
      agreementId: agreement.id,
      destination: 'https://shop.example/',
    });
    links.push({ id: link.id, partnerId: partner.id });
    await keepClicks(world.system, [
      clickOf(link.id, partner.id, agreement.id, 'human', 0),
      clickOf(link.id, partner.id, agreement.id, 'human', 1),
      clickOf(link.id, partner.id, agreement.id, 'bot', 2),
    ]);
  }
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

function clickOf(
  linkId: Id<'link'>,
  partnerId: Id<'partner'>,
  agreementId: Id<'agreement'>,
  verdict: Click['verdict'],
  minute: number,
): Click {
  const clickedAt = new Date(new Date(AT).getTime() - 3_600_000 + minute * 60_000);
  return {
    id: world.ids.next('click', clickedAt),
    linkId,
    partnerId,
    agreementId,
    visitorId: `vis_${minute}`,
    clickedAt,
    verdict,
    why: verdict === 'human' ? 'person' : 'crawler',
    ipHash: null,
    country: 'RU',
    userAgent: 'Браузер "1"',
    referrerHost: 't.me',
    destination: 'https://shop.example/',
    utm: {},
    yclid: null,
    erid: null,
    inApp: null,
    consented: true,
  };
}

test('clicks are read one by one, the last first, page by page, by verdict and by link', async () => {
  const [link] = links;
  const analyst = world.contextOf('analyst');
  const all = await ask(api.listClicks, analyst, { query: march });
  expect(all.items).toHaveLength(6);
  expect(all.items.map(({ at }) => at)).toEqual(
    all.items
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  const bots = await ask(api.listClicks, analyst, { query: { ...march, verdict: 'bot', linkId: link?.id } });
  expect(bots.items).toMatchObject([{ verdict: 'bot', why: 'crawler', partnerName: 'Вектор' }]);
  const first = await ask(api.listClicks, analyst, { query: { ...march, limit: 4 } });
  const rest = await ask(api.listClicks, analyst, {
    query: { ...march, limit: 4, cursor: first.nextCursor },
  });
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
  expect(JSON.stringify(all)).not.toContain('vis_');
});

test('the file holds the same clicks, for those who may take it out', async () => {
  const door = clickRoutes.find(({ operation }) => operation.id === 'exportClicks');
  const input = {
    params: {},
    query: { ...march, verdict: 'human', format: 'csv', language: 'ru' },
    body: undefined,
    remoteAddress: '127.0.0.1',
    origin: 'http://localhost',
    headers: {},
  };
  const file = (await door?.handle(world.contextOf('head'), input)) as FileAnswer;
  const text = await textOf(file);
  expect(text.trim().split('\n')).toHaveLength(5);
  expect(text).toContain('Вектор');
});

test('a sale stands by the one link it was credited to, and moves with what was decided last', async () => {
  const [link, other] = links;
  if (!link || !other) throw new Error('two links');
  const saleId = world.ids.next('sale', new Date(AT));
  const credit = (to: typeof link) =>
    transact(world.system, (tx) =>
      creditSales(tx, {
        saleIds: [saleId],
        credited: [{ saleId, cameBy: to.id, partnerId: to.partnerId }],
      }),
    );
  const sales = async () => {
    const { items } = await ask(api.listLinks, world.contextOf('manager'));
    return [link, other].map(({ id }) => items.find((one) => one.id === id)?.sales);
  };
  expect(await sales()).toEqual([0, 0]);
  await credit(link);
  await credit(link);
  expect(await sales()).toEqual([1, 0]);
  await credit(other);
  expect(await sales()).toEqual([0, 1]);
});
