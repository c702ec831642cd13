import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look } from '@mosty/kernel/db';
import { ledgerVerdict } from '@mosty/ledger';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { appFor } from './app.ts';
import { smallCompany } from './company.ts';

/**
 * trust.md: 500 keys × 200 concurrent posts → 500 commissions. Each post carries one sale; the ordinary run posts each
 * key 8 times at once, `POSTS=200` the full number.
 */
const KEYS = 500;
const POSTS = Number(process.env['POSTS'] ?? 8);
const AT_ONCE = 64;

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let app: FastifyInstance;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db, { connections: 12 });
  await smallCompany(world, 'К');
  app = await appFor({ finance: world.contextOf('finance') });
}, 60_000);
afterAll(async () => {
  await app.close();
  await world.close();
  await db.drop();
});

function post(key: number, withHeader: boolean) {
  return app.inject({
    method: 'POST',
    url: '/api/v1/sales',
    headers: {
      'x-actor': 'finance',
      'content-type': 'application/json',
      ...(withHeader ? { 'idempotency-key': `key-${key}` } : {}),
    },
    payload: JSON.stringify({
      source: 'shop',
      sales: [
        {
          externalId: `inv-${key}`,
          clientExternalId: 'C1',
          occurredAt: '2026-02-20T10:00:00Z',
          currency: 'RUB',
          amountMinor: 100_000 + key,
        },
      ],
    }),
  });
}

test(`${KEYS} keys posted ${POSTS} times each at once make ${KEYS} commissions`, {
  timeout: 280_000,
}, async () => {
  const queue = Array.from({ length: KEYS * POSTS }, (_, place) => place);
  // Neighbours in the queue share a key, so that duplicates really meet.
  const keyOf = (place: number) => Math.floor(place / POSTS);
  let refused = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
        const answer = await post(keyOf(place), place % 2 === 0);
        if (answer.statusCode !== 201) refused += 1;
      }
    }),
  );
  expect(refused).toBe(0);
  const { rows } = await look(world.system, (tx) =>
    sql<{ sales: number; accruals: number; paid: bigint }>`
      SELECT (SELECT count(*)::int FROM deals.v_sale WHERE source = 'shop') AS sales, count(*)::int AS accruals,
             sum(x.amount_minor)::bigint AS paid
      FROM incentives.v_accrual x JOIN deals.v_sale s ON s.workspace_id = x.workspace_id AND s.id = x.sale_id
      WHERE s.source = 'shop'`.execute(tx.db),
  );
  const expected = Array.from({ length: KEYS }, (_, key) => BigInt(Math.round((100_000 + key) / 10))).reduce(
    (a, b) => a + b,
    0n,
  );
  expect(rows[0]).toEqual({ sales: KEYS, accruals: KEYS, paid: expected });
  expect((await look(world.system, ledgerVerdict)).holds).toBe(true);
});

test('the same key with another body is a 409', async () => {
  const body = (amountMinor: number) =>
    JSON.stringify({
      sales: [{ externalId: 'once', occurredAt: '2026-02-20T10:00:00Z', currency: 'RUB', amountMinor }],
    });
  const headers = { 'x-actor': 'finance', 'content-type': 'application/json', 'idempotency-key': 'one' };
  const first = await app.inject({ method: 'POST', url: '/api/v1/sales', headers, payload: body(1) });
  const again = await app.inject({ method: 'POST', url: '/api/v1/sales', headers, payload: body(1) });
  const other = await app.inject({ method: 'POST', url: '/api/v1/sales', headers, payload: body(2) });
  expect([first.statusCode, again.statusCode, other.statusCode]).toEqual([201, 201, 409]);
  expect(again.json()).toEqual(first.json());
});
