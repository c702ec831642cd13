import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OWED_SORTS } from '@mosty/payouts/contract';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { appFor } from './app.ts';
import { smallCompany } from './company.ts';

/** Whom we owe, in any order: page by page it is the very list, and no partner is shown twice or left out. */
let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let app: FastifyInstance;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  await smallCompany(world, 'Долг');
  app = await appFor({ owner: world.contextOf('owner') });
}, 120_000);
afterAll(async () => {
  await app.close();
  await world.close();
  await db.drop();
});

type Row = { readonly partnerId: string } & Readonly<Record<`${(typeof OWED_SORTS)[number]}Minor`, number>>;

async function page(query: string): Promise<{ items: Row[]; nextCursor: string | null }> {
  const answer = await app.inject({
    url: `/api/v1/money/partners?${query}`,
    headers: { 'x-actor': 'owner' },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

test('there is something to put in order', async () => {
  expect((await page('')).items.length).toBeGreaterThan(1);
});

test.each(OWED_SORTS.flatMap((by) => (['asc', 'desc'] as const).map((order) => [by, order] as const)))(
  'by %s, %s',
  async (by, order) => {
    const asked = `sortBy=${by}&sortOrder=${order}`;
    const whole = (await page(asked)).items;
    const figures = whole.map((row) => row[`${by}Minor`]);
    expect(figures).toEqual(figures.toSorted((a, b) => (order === 'asc' ? a - b : b - a)));
    const walked: string[] = [];
    let cursor: string | null = null;
    do {
      const next = await page(`${asked}&limit=1${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      walked.push(...next.items.map((row) => row.partnerId));
      cursor = next.nextCursor;
    } while (cursor);
    expect(walked).toEqual(whole.map((row) => row.partnerId));
  },
);

test('without words about it, the most owed stands first; an order that is not there is refused', async () => {
  expect((await page('')).items).toEqual((await page('sortBy=owed&sortOrder=desc')).items);
  const answer = await app.inject({
    url: '/api/v1/money/partners?sortBy=partnerName',
    headers: { 'x-actor': 'owner' },
  });
  expect(answer.statusCode).toBe(400);
});
