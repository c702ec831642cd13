import { Webhook } from 'standardwebhooks';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import type { PublicEvent } from '../contract/events.ts';
import { changeEndpoint } from './change-endpoint.ts';
import { createEndpoint } from './create-endpoint.ts';
import { readDeliveries, readDelivery, readEndpoint } from './read-endpoints.ts';
import { hear, receiver, senderOf, type Receiver } from './receiver.fixture.ts';
import { replayDelivery, replayPeriod } from './replay.ts';
import { rotateSecret } from './rotate-secret.ts';
import { allowInside } from './settings.ts';
import { testEndpoint } from './test-endpoint.ts';

const HOUR_MS = 3_600_000;
let db: TestDatabase;
let world: World;
let owner: Context;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  allowInside(true);
  db = await testDatabase();
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(async () => {
  allowInside(false);
  await db.drop();
});

async function company(): Promise<void> {
  world = await testWorkspace(db);
  owner = world.contextOf('owner');
  open.push(world);
}

async function listening(): Promise<Receiver> {
  const one = await receiver();
  open.push(one);
  return one;
}

async function endpointOf(url: string, events: PublicEvent[] = ['partner.left']) {
  const made = await createEndpoint(owner, { url, events, description: '' });
  return { id: made.endpoint.id, secret: made.secret };
}

async function happen(count: number): Promise<void> {
  await transact(world.system, async (tx) => {
    for (let n = 0; n < count; n += 1) tx.emit({ type: 'partner.left', partnerId: `par_${n}` });
  });
  await hear(world);
}

const statesOf = async (endpointId: string) =>
  (await readDeliveries(owner, endpointId, { limit: 100 })).items.map(({ state }) => state);

test('each event chosen comes once, signed for the library of Standard Webhooks, in ids and amounts', async () => {
  await company();
  const shop = await listening();
  const { id, secret } = await endpointOf(shop.url);
  await transact(world.system, async (tx) => tx.emit({ type: 'member.left', memberId: 'mem_1' }));
  await happen(25);
  await hear(world);
  const sender = senderOf([world]);
  await sender.settle();
  await sender.stop();
  expect(shop.heard).toHaveLength(25);
  expect(new Set(shop.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(25);
  // The receiver's clock is the world's: the library only knows the real one, so the age is not its to judge here.
  const [first] = shop.heard;
  const stamp = Number(first?.headers['webhook-timestamp']);
  expect(stamp).toBe(Math.floor(world.clock.now().getTime() / 1000));
  const expected = new Webhook(secret).sign(
    first?.headers['webhook-id'] ?? '',
    new Date(stamp * 1000),
    first?.body ?? '',
  );
  expect(first?.headers['webhook-signature']).toBe(expected);
  const told = shop.heard.map(
    ({ body }) => (JSON.parse(body) as { data: { partnerId: string } }).data.partnerId,
  );
  expect(told.sort()).toEqual(Array.from({ length: 25 }, (_, n) => `par_${n}`).sort());
  expect(new Set(await statesOf(id))).toEqual(new Set(['delivered']));
});

test('a secret is shown once; while a rotation overlaps, both sign', async () => {
  await company();
  const shop = await listening();
  const { id, secret } = await endpointOf(shop.url);
  expect(JSON.stringify(await readEndpoint(owner, id))).not.toContain('whsec_');
  const { rows } = await look(world.system, (tx) =>
    sql<{
      secret: string;
    }>`SELECT secret FROM webhooks.endpoint WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db),
  );
  expect(rows[0]?.secret).not.toContain(secret.slice(6));
  const rotated = await rotateSecret(owner, { endpointId: id, overlapHours: 24 });
  const sender = senderOf([world]);
  await testEndpoint(owner, { endpointId: id });
  await sender.settle();
  world.clock.advance(25 * HOUR_MS);
  await testEndpoint(owner, { endpointId: id });
  await sender.settle();
  await sender.stop();
  const signatures = shop.heard.map(({ headers }) => headers['webhook-signature']?.split(' ') ?? []);
  expect(signatures.map((list) => list.length)).toEqual([2, 1]);
  const { headers, body } = shop.heard[0] as (typeof shop.heard)[0];
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  expect(signatures[0]).toEqual(
    [rotated.secret, secret].map((one) => new Webhook(one).sign(headers['webhook-id'] ?? '', at, body)),
  );
});

test('a receiver that fails is tried again with the same id until it answers', async () => {
  await company();
  const shop = await listening();
  const { id } = await endpointOf(shop.url);
  let failures = 3;
  shop.answer((_request, response) => {
    failures -= 1;
    response.writeHead(failures >= 0 ? 500 : 200).end('не сейчас'.repeat(1_000));
  });
  await happen(1);
  const sender = senderOf([world]);
  for (let n = 0; n < 5; n += 1) {
    await sender.settle();
    world.clock.advance(HOUR_MS);
  }
  await sender.stop();
  expect(shop.heard).toHaveLength(4);
  expect(new Set(shop.heard.map(({ headers, body }) => headers['webhook-id'] + body)).size).toBe(1);
  const [delivery] = (await readDeliveries(owner, id, { limit: 10 })).items;
  const { attempts, body } = await readDelivery(owner, delivery?.id ?? '');
  expect(attempts.map(({ status }) => status)).toEqual([200, 500, 500, 500]);
  expect(Buffer.byteLength(attempts[1]?.answer ?? '')).toBeLessThanOrEqual(2_048 + 3);
  expect(body).toBe(shop.heard[0]?.body);
});

test('after five days without one success an address is switched off, its owners get a letter, nothing is lost', async () => {
  await company();
  const shop = await listening();
  shop.answer((_request, response) => response.writeHead(503).end());
  const { id } = await endpointOf(shop.url);
  const sender = senderOf([world]);
  const began = world.clock.now();
  for (let day = 0; day < 7; day += 1) {
    await happen(1);
    await sender.settle();
    world.clock.advance(24 * HOUR_MS);
    await sender.settle();
  }
  expect(await readEndpoint(owner, id)).toMatchObject({ state: 'off', offBecause: 'failing' });
  const letters = await look(world.system, (tx) =>
    sql<{ body: string }>`
      SELECT body FROM identity.outbox_message
      WHERE workspace_id = ${tx.workspaceId}::uuid AND kind = 'webhook_off'`.execute(tx.db),
  );
  expect(letters.rows).toHaveLength(1);
  expect(letters.rows[0]?.body).not.toContain('/hook');
  // Made good: switched on, and the period sent again brings every event once.
  shop.answer((_request, response) => response.writeHead(200).end());
  shop.heard.length = 0;
  await changeEndpoint(owner, { endpointId: id, state: 'on' });
  await replayPeriod(owner, { endpointId: id, from: began, to: world.clock.now(), what: 'undelivered' });
  await sender.settle();
  await sender.stop();
  expect(new Set(shop.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(7);
  expect(new Set(await statesOf(id))).toEqual(new Set(['delivered']));
});

test('410 switches off at once; a redirect is not followed', async () => {
  await company();
  const gone = await listening();
  const other = await listening();
  gone.answer((_request, response) => response.writeHead(410).end());
  other.answer((_request, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  );
  const first = await endpointOf(gone.url);
  const second = await endpointOf(other.url);
  await happen(1);
  const sender = senderOf([world]);
  await sender.settle();
  await sender.stop();
  expect(await readEndpoint(owner, first.id)).toMatchObject({ state: 'off', offBecause: 'gone' });
  const [delivery] = (await readDeliveries(owner, second.id, { limit: 10 })).items;
  expect(delivery).toMatchObject({ state: 'waiting', lastStatus: 302, lastError: 'redirect' });
  expect(other.heard).toHaveLength(1);
});

test('one delivery is sent again with the same id; an address hears nothing that happened before it', async () => {
  await company();
  const shop = await listening();
  await happen(3);
  const { id } = await endpointOf(shop.url);
  world.clock.advance(1_000);
  await happen(1);
  const sender = senderOf([world]);
  await sender.settle();
  expect(shop.heard).toHaveLength(1);
  const [delivery] = (await readDeliveries(owner, id, { limit: 10 })).items;
  await replayDelivery(owner, { deliveryId: delivery?.id ?? '' });
  await sender.settle();
  // What happened before it was made comes when it is asked for.
  const from = new Date(world.clock.now().getTime() - HOUR_MS);
  const to = new Date(world.clock.now().getTime() + 1);
  expect(await replayPeriod(owner, { endpointId: id, from, to, what: 'undelivered' })).toEqual({ queued: 3 });
  await sender.settle();
  await sender.stop();
  expect(shop.heard).toHaveLength(5);
  expect(shop.heard[1]?.headers['webhook-id']).toBe(shop.heard[0]?.headers['webhook-id']);
  expect(new Set(shop.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(4);
});

test('the demo company sends nothing out of the house', async () => {
  world = await testWorkspace(db, { isDemo: true });
  owner = world.contextOf('owner');
  open.push(world);
  const shop = await listening();
  const { id } = await endpointOf(shop.url);
  await happen(2);
  const sender = senderOf([world]);
  await sender.settle();
  await sender.stop();
  expect(shop.heard).toHaveLength(0);
  expect(await statesOf(id)).toEqual(['failed', 'failed']);
  expect(await readEndpoint(owner, id)).toMatchObject({ state: 'on', failingSince: null });
});
