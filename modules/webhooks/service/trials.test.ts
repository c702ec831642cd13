import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { transact } from '@mosty/kernel/db';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { createEndpoint } from './create-endpoint.ts';
import type { Guard } from './guard.ts';
import { readDeliveries } from './read-endpoints.ts';
import { hear, local, receiver, senderOf, type Receiver } from './receiver.fixture.ts';
import { send } from './send.ts';
import { allowInside } from './settings.ts';

/** trust.md, «webhooks out»: a receiver that is slow, down, endless, or leads inside. */
let db: TestDatabase;
const open: { close(): Promise<void> }[] = [];
beforeAll(async () => {
  allowInside(true);
  db = await testDatabase();
});
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});
afterAll(async () => {
  allowInside(false);
  await db.drop();
});

async function opened<T extends { close(): Promise<void> }>(making: Promise<T>): Promise<T> {
  const made = await making;
  open.push(made);
  return made;
}

const endpointOf = (world: World, url: string) =>
  createEndpoint(world.contextOf('owner'), { url, events: ['partner.left'], description: '' });

async function happen(world: World, count: number): Promise<void> {
  await transact(world.system, async (tx) => {
    for (let n = 0; n < count; n += 1) tx.emit({ type: 'partner.left', partnerId: `par_${n}` });
  });
  await hear(world);
}

const letter = (url: string) => ({ url, method: 'POST' as const, headers: {}, body: '{}' });

test('a slow, a dead and an endless receiver delay nobody else', { timeout: 60_000 }, async () => {
  const bad = await opened(testWorkspace(db, { connections: 10 }));
  const good = await opened(testWorkspace(db, { connections: 10 }));
  const hanging = await opened(receiver());
  hanging.answer(() => {});
  const endless = await opened(receiver());
  endless.answer((_request, response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write('.'), 20);
    response.once('close', () => clearInterval(drip));
  });
  const shop = await opened(receiver());
  // Twenty addresses of one company, none of which lets go before the deadline.
  for (let n = 0; n < 10; n += 1) {
    await endpointOf(bad, `${hanging.url}/${n}`);
    await endpointOf(bad, `${endless.url}/${n}`);
  }
  await endpointOf(bad, 'http://127.0.0.1:9/nobody');
  // And a good one of the same company.
  const own = await opened(receiver());
  await endpointOf(bad, own.url);
  await endpointOf(good, shop.url);
  await happen(bad, 40);
  await happen(good, 40);
  const sender = senderOf([bad, good], { timeoutMs: 3_000 });
  open.push({ close: () => sender.stop() });
  const began = performance.now();
  while (shop.heard.length < 40 && performance.now() - began < 10_000) await sleep(10);
  const took = performance.now() - began;
  expect(shop.heard).toHaveLength(40);
  expect(took).toBeLessThan(2_500);
  while (own.heard.length < 40 && performance.now() - began < 40_000) await sleep(50);
  expect(own.heard.length).toBe(40);
  expect(performance.now() - began).toBeLessThan(20_000);
});

test('an answer is cut off after two kilobytes, a drip at the deadline', async () => {
  const one = await opened(receiver());
  one.answer((_request, response) => {
    response.writeHead(200);
    const pour = () => {
      while (response.writable && response.write('x'.repeat(65_536)));
      if (response.writable) response.once('drain', pour);
    };
    pour();
  });
  const poured = await send(local, letter(one.url), 5_000);
  expect(poured).toMatchObject({ status: 200, error: null });
  expect(poured.answer).toHaveLength(2_048);
  expect(poured.durationMs).toBeLessThan(2_000);
  one.answer((_request, response) => {
    response.writeHead(200);
    response.write('ok');
  });
  expect(await send(local, letter(one.url), 300)).toMatchObject({ status: 200, error: null, answer: 'ok' });
  one.answer(() => {});
  expect(await send(local, letter(one.url), 300)).toMatchObject({ status: null, error: 'timeout' });
});

test('nothing inside is reached: by address, by name, by rebinding or by redirect', async () => {
  const inside = await opened(receiver());
  const { port } = new URL(inside.url);
  const guarded = (answers: readonly string[]): Guard => {
    let asked = 0;
    return {
      allowsInside: false,
      resolve: async () => {
        const address = answers[Math.min(asked, answers.length - 1)] ?? '';
        asked += 1;
        return [{ address, family: 4 }];
      },
    };
  };
  const byAddress = await send(guarded(['1.1.1.1']), letter(`https://127.0.0.1:${port}/`), 500);
  const byName = await send(guarded(['127.0.0.1']), letter(`https://inside.example:${port}/`), 500);
  // First a public address (one of documentation, which nobody answers), a moment later this machine.
  const rebound = await send(
    guarded(['192.0.2.1', '127.0.0.1']),
    letter(`https://rebind.example:${port}/`),
    500,
  );
  expect([byAddress.error, byName.error, rebound.error]).toEqual([
    'inside_address',
    'inside_address',
    'inside_address',
  ]);
  const leading = await opened(receiver());
  leading.answer((_request, response) => response.writeHead(307, { location: inside.url }).end());
  expect(await send(local, letter(leading.url), 2_000)).toMatchObject({ status: 307, error: 'redirect' });
  expect(inside.heard).toHaveLength(0);
});

test('a pinned connection goes to the checked address whatever the name means later', async () => {
  const here: Receiver = await opened(receiver());
  const { port } = new URL(here.url);
  let asked = 0;
  const guard: Guard = {
    allowsInside: true,
    resolve: async () => {
      asked += 1;
      return [{ address: '127.0.0.1', family: 4 }];
    },
  };
  const outcome = await send(guard, letter(`http://does-not-exist.invalid:${port}/`), 2_000);
  expect(outcome.status).toBe(204);
  expect(asked).toBe(1);
  expect(here.heard[0]?.headers['host']).toBe(`does-not-exist.invalid:${port}`);
});

test('two senders at once, and one that dies with letters in hand: every event comes, none twice at a time', async () => {
  const own = await testDatabase();
  open.push({ close: () => own.drop() });
  const world = await opened(testWorkspace(own, { connections: 10 }));
  const shop = await opened(receiver());
  const { endpoint } = await endpointOf(world, shop.url);
  await happen(world, 60);
  // The first takes letters in hand and never sends them, as a killed process would.
  const never = Promise.withResolvers<never>();
  const dying = senderOf([world], { send: () => never.promise });
  await sleep(300);
  const senders = [senderOf([world]), senderOf([world])];
  await Promise.all(senders.map((sender) => sender.settle()));
  expect(shop.heard).toHaveLength(58);
  world.clock.advance(61_000);
  await Promise.all(senders.map((sender) => sender.settle()));
  await Promise.all(senders.map((sender) => sender.stop()));
  expect(new Set(shop.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(60);
  const { items } = await readDeliveries(world.contextOf('owner'), endpoint.id, { limit: 100 });
  expect(items.every(({ state }) => state === 'delivered')).toBe(true);
  never.reject(new Error('killed'));
  await dying.stop();
});
