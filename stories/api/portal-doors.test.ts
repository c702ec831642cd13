import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '@mosty/kernel/context';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { setLinkSettings } from '@mosty/tracking';
import { appFor } from './app.ts';
import { smallCompany } from './company.ts';

/** What a partner's pages read, asked by its own people and by another partner's: theirs is whole, others' is not there. */
const MARK = 'ТАЙНА';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let app: FastifyInstance;
let first: string;
let second: string;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  const { partnerIds } = await smallCompany(world, MARK);
  [first = '', second = ''] = partnerIds;
  const [one, two] = partnerIds;
  if (!one || !two) throw new Error('two partners');
  await setLinkSettings(world.contextOf('owner'), {
    destinations: [{ host: 'shop.example', withSubdomains: false }],
    domains: [],
    floorPpm: 0n,
    ourDiscountPpm: 0n,
  });
  const actors: Record<string, Context> = {
    one: await world.contextOfPartner(one),
    two: await world.contextOfPartner(two),
    head: world.contextOf('head'),
  };
  app = await appFor(actors);
}, 120_000);
afterAll(async () => {
  await app?.close();
  await world?.close();
  await db?.drop();
});

interface Accrual {
  readonly id: string;
  readonly partnerId: string;
  readonly kind: string;
  readonly subject: string;
}

const ask = async (actor: string, url: string, body?: object) => {
  const answer = await app.inject({
    method: body ? 'POST' : 'GET',
    url: `/api/v1${url}`,
    headers: { 'x-actor': actor, ...(body ? { 'idempotency-key': randomUUID() } : {}) },
    ...(body ? { payload: body } : {}),
  });
  return { status: answer.statusCode, text: answer.body, json: answer.json() };
};

it('an accrual opens its sale, its client and its rule to the partner who earned it, and to no other', async () => {
  const { items } = (await ask('one', '/accruals')).json as { items: readonly Accrual[] };
  expect(new Set(items.map(({ partnerId }) => partnerId))).toEqual(new Set([first]));
  const sold = items.find(({ kind }) => kind === 'commission');
  if (!sold) throw new Error('nothing was earned');
  expect(sold).toMatchObject({
    clientName: `${MARK} клиент 1`,
    subject: expect.stringContaining(`${MARK}-S1`),
    schemeName: expect.any(String),
    holdUntil: null,
  });
  const { json: shown } = await ask('one', `/accruals/${sold.id}`);
  expect(shown).toMatchObject({
    sale: { externalId: sold.subject, amountMinor: 1_000_000 },
    scheme: { version: 1 },
    dealId: null,
  });
  expect(await ask('two', `/accruals/${sold.id}`)).toMatchObject({
    status: 404,
    json: { code: 'incentives.no_accrual' },
  });
  expect((await ask('two', `/accruals?partner=${first}`)).json.items).toEqual([]);
  expect((await ask('two', '/accruals')).text).not.toContain('клиент 1');
});

it('payouts of one partner are not there for another', async () => {
  expect(await ask('one', `/partners/${first}/payouts`)).toMatchObject({ status: 200, json: { items: [] } });
  expect(await ask('two', `/partners/${first}/payouts`)).toMatchObject({
    status: 404,
    json: { code: 'directory.partner_unknown' },
  });
  expect((await ask('head', `/partners/${second}/payouts`)).status).toBe(200);
});

it('a link one made for oneself is not there for another, nor its QR code', async () => {
  const { status, json: link } = await ask('one', '/links/own', { destination: 'https://shop.example/new' });
  expect(status).toBe(201);
  expect(link).toMatchObject({ partnerId: first, erid: null });
  for (const part of ['', '/qr.svg'])
    expect(
      await app.inject({ url: `/api/v1/links/${link.id}${part}`, headers: { 'x-actor': 'two' } }),
    ).toMatchObject({ statusCode: 404 });
  expect(await ask('head', '/links/own', { destination: 'https://shop.example/' })).toMatchObject({
    status: 403,
  });
});

it('a client handed over is read by its partner with what was said, by another not at all', async () => {
  const { json: given } = await ask('one', '/deals', {
    client: { name: 'Осина', phone: '+7 912 000-11-22' },
    handoverBasis: 'client_consent',
  });
  expect(given).toMatchObject({ answer: 'accepted', registration: 'pending' });
  const { json: card } = await ask('one', `/deals/${given.dealId}`);
  expect(card.history).toEqual([expect.objectContaining({ what: 'registered', by: '' })]);
  expect((await ask('two', `/deals/${given.dealId}`)).status).toBe(404);
  const { json: again } = await ask('two', '/deals', {
    client: { name: 'Осина', phone: '+7 912 000-11-22' },
    handoverBasis: 'client_consent',
  });
  expect(again.answer).toBe('taken');
  const { text } = await ask('two', `/deals/${again.dealId}`);
  expect(text).not.toContain(first);
  expect(text).not.toContain('партнёр 1');
});
