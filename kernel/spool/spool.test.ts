import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSpool } from './spool.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mosty-spool-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const records = (count: number, from = 0) =>
  Array.from({ length: count }, (_, place) => `запись ${from + place}`);
const collect = () => {
  const seen: string[] = [];
  return { seen, take: (some: readonly string[]) => Promise.resolve(void seen.push(...some)) };
};

test('what was answered for is read in order, once, also by the next process', async () => {
  const first = openSpool(folder);
  await Promise.all(records(500).map((record) => first.append(record)));
  await first.close();
  const second = openSpool(folder);
  await second.append('запись 500');
  const { seen, take } = collect();
  expect(await second.drain(take)).toBe(501);
  expect(seen).toEqual(records(501));
  expect(await second.drain(take)).toBe(0);
  await second.close();
});

test('records go on coming while it is drained, in small segments too', async () => {
  const spool = openSpool(folder, { segmentBytesMax: 100 });
  const { seen, take } = collect();
  const writing = (async () => {
    for (let batch = 0; batch < 40; batch += 1)
      await Promise.all(records(5, batch * 5).map((record) => spool.append(record)));
  })();
  let over = false;
  void writing.then(() => {
    over = true;
  });
  while (!over) {
    await spool.drain(take);
    await new Promise(setImmediate);
  }
  await spool.drain(take);
  expect(seen).toEqual(records(200));
  await spool.close();
});

test('a taker that fails is given the same records again', async () => {
  const spool = openSpool(folder);
  await Promise.all(records(3).map((record) => spool.append(record)));
  await expect(spool.drain(() => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
  await spool.append('запись 3');
  const { seen, take } = collect();
  await spool.drain(take);
  expect(seen).toEqual(records(4));
  await spool.close();
});

test('half a line that a crash left was answered for by nobody', async () => {
  const spool = openSpool(folder);
  await spool.append('целая');
  await spool.close();
  appendFileSync(path.join(folder, readdirSync(folder)[0] as string), 'полови');
  const { seen, take } = collect();
  await openSpool(folder).drain(take);
  expect(seen).toEqual(['целая']);
});

test('where nothing can be written the caller is told, and the rest is still there', async () => {
  const spool = openSpool(folder, { segmentBytesMax: 1 });
  await spool.append('первая');
  rmSync(folder, { recursive: true });
  await expect(spool.append('вторая')).rejects.toThrow('ENOENT');
  await spool.close();
});
