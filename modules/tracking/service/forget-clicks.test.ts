import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import type { Click } from '../domain/click.ts';
import { rebuildClickDays } from '../store/clicks.ts';
import { fillOrigins } from './fill-origins.ts';
import { forgetOldClicks } from './forget-clicks.ts';
import { keepClicks } from './keep-clicks.ts';
import { setVisitorPolicy, visitorPolicy } from './visitor-policy.ts';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-10-20T12:00:00Z');
let database: TestDatabase;
let world: World;
let neighbour: World;
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database, { startAt: NOW });
  neighbour = await testWorkspace(database, { startAt: NOW });
});
afterAll(async () => {
  await world?.close();
  await neighbour?.close();
  await database?.drop();
});

function clickOf(its: World, daysAgo: number, visitorId: string): Click {
  const clickedAt = new Date(NOW.getTime() - daysAgo * DAY_MS);
  return {
    id: its.ids.next('click', clickedAt),
    linkId: 'lnk_00000000000000000000000001' as Id<'link'>,
    partnerId: 'par_00000000000000000000000001' as Id<'partner'>,
    agreementId: 'agr_00000000000000000000000001' as Id<'agreement'>,
    visitorId,
    clickedAt,
    verdict: 'human',
    why: 'person',
    ipHash: null,
    country: 'RU',
    userAgent: null,
    referrerHost: null,
    destination: 'https://shop.example/',
    utm: null,
    yclid: null,
    erid: null,
    inApp: null,
    consented: true,
  };
}

const visitorsOf = (its: World) =>
  look(its.system, async (tx) => {
    const { rows } = await sql<{ visitorId: string }>`
      SELECT visitor_id AS "visitorId" FROM tracking.click
      WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY 1`.execute(tx.db);
    return rows.map((row) => row.visitorId);
  });
const sums = (its: World) =>
  look(its.system, async (tx) => {
    const { rows } = await sql`
      SELECT day::text, clicks FROM tracking.click_day WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY 1`.execute(
      tx.db,
    );
    return rows;
  });

test('clicks older than the company keeps are forgotten with whose browser it was; their sums and the neighbour’s stay', async () => {
  await keepClicks(world.system, [
    clickOf(world, 400, 'old-alone'),
    clickOf(world, 200, 'old-shared'),
    clickOf(world, 101, 'just-old'),
    clickOf(world, 99, 'kept'),
    clickOf(world, 1, 'kept-too'),
  ]);
  await keepClicks(neighbour.system, [clickOf(neighbour, 200, 'theirs')]);
  const client = world.ids.next('client', NOW);
  await transact(world.system, (tx) =>
    sql`
      INSERT INTO tracking.visitor_client (workspace_id, client_id, visitor_id, bound_at)
      SELECT ${tx.workspaceId}::uuid, ${client}, v, ${new Date(NOW.getTime() - 150 * DAY_MS)}
      FROM unnest(ARRAY['old-shared', 'kept']) v`.execute(tx.db),
  );
  const before = await sums(world);
  await forgetOldClicks.run(world.system);
  expect(await visitorsOf(world)).toHaveLength(5);

  await setVisitorPolicy(world.contextOf('head'), {
    cookies: 'after_consent',
    cookieDays: 30,
    keepDays: 100,
  });
  await forgetOldClicks.run(world.system);
  expect(await visitorsOf(world)).toEqual(['kept', 'kept-too']);
  expect(await visitorsOf(neighbour)).toEqual(['theirs']);
  expect(await sums(world)).toEqual(before);
  await transact(world.system, rebuildClickDays);
  expect(await sums(world)).toEqual(before);
  expect(await look(world.system, visitorPolicy)).toEqual({
    cookies: 'after_consent',
    cookieDays: 30,
    keepDays: 100,
    keptSince: '2026-07-12',
  });
  const { rows } = await look(world.system, (tx) =>
    sql`SELECT visitor_id FROM tracking.visitor_client`.execute(tx.db),
  );
  expect(rows).toEqual([{ visitor_id: 'kept' }]);
});

test('nobody forgets what is not due', async () => {
  await expect(
    transact(world.system, (tx) => sql`SELECT tracking.forget_clicks(now(), 10)`.execute(tx.db)),
  ).rejects.toThrow('not forgotten');
  await expect(
    transact(world.system, (tx) => sql`DELETE FROM tracking.click`.execute(tx.db)),
  ).rejects.toThrow('permission denied');
  await expect(
    setVisitorPolicy(world.contextOf('manager'), { cookies: 'set', cookieDays: 1, keepDays: 30 }),
  ).rejects.toThrow('not_permitted');
});

test('where people came from is counted once for clicks of before it was', async () => {
  await transact(neighbour.system, (tx) => sql`DELETE FROM tracking.click_origin_day`.execute(tx.db));
  await fillOrigins.run(neighbour.system);
  const { rows } = await look(neighbour.system, (tx) =>
    sql`SELECT kind, name, clicks::int FROM tracking.click_origin_day ORDER BY 1`.execute(tx.db),
  );
  expect(rows).toEqual([
    { kind: 'country', name: 'RU', clicks: 1 },
    { kind: 'referrer', name: '', clicks: 1 },
  ]);
});
