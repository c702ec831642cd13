import { text } from 'node:stream/consumers';
import { transact } from '@mosty/kernel/db';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endFeeds, openFeed } from './feed.ts';
import { hear } from './receiver.fixture.ts';

let db: TestDatabase;
let here: World;
let there: World;
beforeAll(async () => {
  db = await testDatabase();
  here = await testWorkspace(db);
  there = await testWorkspace(db);
});
afterAll(async () => {
  await here.close();
  await there.close();
  await db.drop();
});

async function won(world: World, dealId: string): Promise<void> {
  await transact(world.system, async (tx) =>
    tx.emit({ type: 'deal.won', dealIds: [dealId], title: 'Тайна' }),
  );
  await hear(world);
}

test('those who watch see what happens in their own company, in ids, and go on where they stopped', async () => {
  await won(here, 'deal_before');
  const watching = await openFeed(here.contextOf('manager'), { after: null, stays: true });
  const seen: string[] = [];
  watching.on('data', (part: Buffer) => seen.push(part.toString()));
  await won(here, 'deal_1');
  await won(there, 'deal_of_others');
  await won(here, 'deal_2');
  for (let n = 0; n < 100 && !seen.join('').includes('deal_2'); n += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  endFeeds();
  const told = seen.join('');
  expect(told.match(/^event: deal\.won$/gm)).toHaveLength(2);
  expect(told).not.toMatch(/deal_before|deal_of_others|Тайна/);
  const [, first = ''] = /^id: (\d+)$/m.exec(told) ?? [];
  const rest = await text(await openFeed(here.contextOf('manager'), { after: BigInt(first), stays: false }));
  expect(rest).toContain('deal_2');
  expect(rest).not.toContain('deal_1');
});

test('people of a partner do not watch the company', async () => {
  await expect(
    openFeed(here.contextOf('partner_owner'), { after: null, stays: false }),
  ).rejects.toMatchObject({
    kind: 'not_permitted',
  });
});

test('one watcher does not take the places of all, and a place is free again when the watcher goes', async () => {
  const open = () => openFeed(here.contextOf('analyst'), { after: null, stays: true });
  const watching = await Promise.all(Array.from({ length: 10 }, open));
  await expect(open()).rejects.toMatchObject({ code: 'webhooks.too_many_feeds' });
  const other = await openFeed(here.contextOf('manager'), { after: null, stays: true });
  for (const stream of watching) stream.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const again = await open();
  for (const stream of [other, again]) stream.destroy();
});

test('a reader that does not read frees its place when it is let go', async () => {
  const stalled = await openFeed(here.contextOf('finance'), { after: null, stays: true });
  endFeeds();
  for (let n = 0; n < 100 && !stalled.destroyed; n += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(stalled.destroyed).toBe(true);
});
