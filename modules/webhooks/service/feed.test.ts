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
