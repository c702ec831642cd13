import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, transact } from '@mosty/kernel/db';
import { seededRandom, testDatabase, testWorkspace, type World } from '@mosty/testkit';
import type { Click } from '../domain/click.ts';
import { rebuildClickDays } from '../store/clicks.ts';
import { clicksById, clicksOfVisitors } from '../store/touches.ts';
import { keepClicks } from './keep-clicks.ts';

let world: World;
beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
});
afterAll(() => world.close());

const DAY_MS = 86_400_000;
const random = seededRandom(20);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
const LINKS = 3;

/** Around midnight of Moscow and the end of a month, where days and months of the clock and of the company part. */
function made(count: number): Click[] {
  const linkIds = Array.from({ length: LINKS }, (_none, place) => world.ids.next('link', new Date(place)));
  const partnerIds = Array.from({ length: LINKS }, (_none, place) =>
    world.ids.next('partner', new Date(place)),
  );
  const agreementId = world.ids.next('agreement', new Date(0));
  return Array.from({ length: count }, () => {
    const clickedAt = new Date(Date.UTC(2026, 1, 28, 20) + Math.floor(random() * 2 * DAY_MS));
    const place = Math.floor(random() * LINKS);
    return {
      id: world.ids.next('click', clickedAt),
      linkId: linkIds[place] as Click['linkId'],
      partnerId: partnerIds[place] as Click['partnerId'],
      agreementId,
      visitorId: `vis_${Math.floor(random() * 30)}`,
      clickedAt,
      verdict: pick(['human', 'human', 'bot', 'preview', 'prefetch'] as const),
      why: 'person',
      ipHash: null,
      country: pick(['RU', 'KZ', null]),
      userAgent: 'Почтальон \\ "2"',
      referrerHost: pick(['vk.com', 't.me', null]),
      destination: 'https://shop.example/?a=1',
      utm: { utm_term: 'кофе' },
      yclid: '1',
      erid: null,
      inApp: null,
      consented: true,
    };
  });
}

const days = () =>
  look(world.system, async (tx) => {
    const { rows } =
      await sql`SELECT link_id, day, verdict, partner_id, clicks, visitors FROM tracking.click_day
      WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY 1, 2, 3`.execute(tx.db);
    return rows;
  });

const origins = () =>
  look(world.system, async (tx) => {
    const { rows } =
      await sql`SELECT link_id, day, kind, name, partner_id, clicks FROM tracking.click_origin_day
      WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY 1, 2, 3, 4`.execute(tx.db);
    return rows;
  });

test('what is handed over twice, in pieces and at once is there once, and the roll-ups kept equal the roll-ups made anew', async () => {
  const clicks = made(900);
  expect(await keepClicks(world.system, clicks.slice(0, 500))).toBe(500);
  expect(await keepClicks(world.system, clicks.slice(300, 700))).toBe(200);
  const [a, b] = await Promise.all([
    keepClicks(world.system, clicks.slice(600)),
    keepClicks(world.system, clicks.slice(650)),
  ]);
  expect(a + b).toBe(200);
  const [kept, from] = [await days(), await origins()];
  expect(kept.length).toBeGreaterThan(10);
  expect(from.length).toBeGreaterThan(30);
  await transact(world.system, rebuildClickDays);
  expect(await days()).toEqual(kept);
  expect(await origins()).toEqual(from);
});

test('a visitor’s touches are one look-up, a click is found by its id alone; machines are in neither', async () => {
  const clicks = made(60);
  await keepClicks(world.system, clicks);
  const people = clicks.filter((click) => click.verdict === 'human');
  const found = await look(world.system, (tx) =>
    clicksById(tx, [...clicks.map((click) => click.id), 'other', 'clk_x']),
  );
  expect(found.map((click) => click.id).toSorted()).toEqual(people.map((click) => click.id).toSorted());
  const one = people[0] as Click;
  const touches = await look(world.system, (tx) =>
    clicksOfVisitors(tx, [one.visitorId], one.clickedAt, one.clickedAt),
  );
  expect(touches.map((touch) => touch.id)).toContain(one.id);
});

test('another company sees nothing, and nobody rewrites a click', async () => {
  await expect(
    transact(world.system, (tx) => sql`UPDATE tracking.click SET verdict = 'human'`.execute(tx.db)),
  ).rejects.toThrow('permission denied');
  await expect(
    look(world.system, (tx) => sql`SELECT 1 FROM tracking.click_2026_03`.execute(tx.db)),
  ).rejects.toThrow('permission denied');
  const seen = await look(world.contextOf('partner_owner'), (tx) =>
    sql`SELECT 1 FROM tracking.click`.execute(tx.db),
  );
  expect(seen.rows).toEqual([]);
});
