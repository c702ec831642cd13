import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, transact } from '@mosty/kernel/db';
import { seededRandom, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { allowInside, createEndpoint } from '@mosty/webhooks';
import { untilKilled } from './until-killed.ts';

/** Kills that hit deliveries on their way. ROUNDS=10 is the ordinary number. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 10);
const EVENTS_A_ROUND = 60;
const SEED = 41;
/** Longer than a sender keeps what it has in hand: the next one takes up what a killed one left. */
const LEASE_OVER_MS = 61_000;

interface Heard {
  readonly id: string;
  readonly partnerId: string;
  readonly body: string;
}

let db: TestDatabase;
let world: World;
let receiver: http.Server;
const heard: Heard[] = [];

/** Takes its time to answer, so that a kill finds deliveries on their way. */
beforeAll(async () => {
  allowInside(true);
  db = await testDatabase();
  world = await testWorkspace(db, { startAt: new Date() });
  const random = seededRandom(SEED + 1);
  receiver = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const { data } = JSON.parse(body) as { data: { partnerId: string } };
      heard.push({ id: String(request.headers['webhook-id']), partnerId: data.partnerId, body });
      void sleep(5 + random() * 40).then(() => response.writeHead(204).end());
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  await createEndpoint(world.contextOf('owner'), {
    url: `http://127.0.0.1:${port}/hook`,
    events: ['partner.left'],
    description: '',
  });
});
afterAll(async () => {
  allowInside(false);
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await world.close();
  await db.drop();
});

async function happen(round: number): Promise<string[]> {
  const names = Array.from({ length: EVENTS_A_ROUND }, (_, n) => `par_${round}_${n}`);
  await transact(world.system, async (tx) => {
    for (const partnerId of names) tx.emit({ type: 'partner.left', partnerId });
  });
  return names;
}

const states = async () =>
  (
    await look(world.system, (tx) =>
      sql<{ state: string; count: number }>`
        SELECT state, count(*)::int AS count FROM webhooks.delivery
        WHERE workspace_id = ${tx.workspaceId}::uuid GROUP BY state`.execute(tx.db),
    )
  ).rows;

test(`${ROUNDS} × kill -9 amid deliveries: every event is delivered at least once, with one id and one body`, {
  timeout: 120_000 + ROUNDS * 60_000,
}, async () => {
  const random = seededRandom(SEED);
  const happened: string[] = [];
  let started = 0;
  let kills = 0;
  const worker = async (afterMs: number | null): Promise<boolean> => {
    started += 1;
    const { lines, faults } = await untilKilled(
      path.join(import.meta.dirname, 'webhooks-worker.ts'),
      [db.appUrl, String(started * LEASE_OVER_MS)],
      afterMs,
    );
    expect(faults).toBe('');
    return lines.includes('settled');
  };
  for (let round = 0; kills < ROUNDS; round += 1) {
    happened.push(...(await happen(round)));
    const before = heard.length;
    const settled = await worker(Math.floor(random() * 250));
    // Only a kill that found some delivered and some not is one in the middle.
    if (!settled && heard.length > before) kills += 1;
  }
  const inHand = heard.length;
  for (let attempt = 0; !(await worker(null)) || (await states()).length > 1; attempt += 1)
    expect(attempt).toBeLessThan(5);

  const idsOf = Map.groupBy(heard, ({ partnerId }) => partnerId);
  expect([...idsOf.keys()].sort()).toEqual([...happened].sort());
  for (const times of idsOf.values()) {
    expect(new Set(times.map(({ id }) => id)).size).toBe(1);
    expect(new Set(times.map(({ body }) => body)).size).toBe(1);
  }
  expect(new Set(heard.map(({ id }) => id)).size).toBe(happened.length);
  expect(await states()).toEqual([{ state: 'delivered', count: happened.length }]);
  process.stdout.write(
    `kill -9 × ${kills}: ${happened.length} events, ${heard.length} letters (${inHand} before the last run), ` +
      `${heard.length - happened.length} told again with the same id\n`,
  );
});
