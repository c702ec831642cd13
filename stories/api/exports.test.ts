import type { FastifyInstance } from 'fastify';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordCosts } from '@mosty/deals';
import { allRights } from '@mosty/identity';
import { rebuildRollups } from '@mosty/insight';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { appFor } from './app.ts';
import { smallCompany, type Company } from './company.ts';
import { OPERATIONS } from './operations.ts';

/** A list of every kind with a file of its own: what the file must hold is what the pages of the list hold. */
const MARK = '=МАРКА';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let app: FastifyInstance;
let company: Company;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  company = await smallCompany(world, MARK);
  const cost = { class: 'partner_sales', kind: 'team', currency: 'RUB', amountMinor: 12_345n } as const;
  const [first] = company.partnerIds;
  await recordCosts(world.system, {
    source: 'story',
    costs: [
      { ...cost, externalId: 'K1', occurredOn: '2026-02-10', partnerId: first, note: '+7 999' },
      { ...cost, externalId: 'K2', occurredOn: '2026-03-10' },
    ],
  });
  await rebuildRollups(world.system);
  app = await appFor({ owner: world.contextOf('owner'), analyst: world.contextOf('analyst') });
}, 120_000);
afterAll(async () => {
  await app.close();
  await world.close();
  await db.drop();
});

const get = (url: string, actor = 'owner') =>
  app.inject({ method: 'GET', url: `/api/v1${url}`, headers: { 'x-actor': actor } });

async function csv(url: string): Promise<Record<string, string>[]> {
  const answer = await get(url);
  expect(answer.statusCode, answer.body).toBe(200);
  return parse(answer.rawPayload, { bom: true, columns: true });
}

interface Page {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

async function everyPage(url: string): Promise<unknown[]> {
  const items: unknown[] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const page: Page = (await get(`${url}${url.includes('?') ? '&' : '?'}limit=1${next}`)).json();
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

/** Every list that shows money or people. */
const LISTS = [
  '/accruals',
  '/statements',
  '/payout-batches',
  '/money/partners',
  '/ledger/transactions',
  '/ledger/trial-balance',
  '/partners',
  '/clients',
  '/codes',
  '/sales',
  '/refunds',
  '/costs',
];
const exported = OPERATIONS.filter(({ path }) => LISTS.some((list) => path === `${list}/export`));

test('every list has a file, and taking it out is a right of its own', () => {
  const rights = new Set(allRights().keys());
  for (const { permission } of exported) {
    expect(permission).toMatch(/\.export$/);
    expect(rights).toContain(permission);
  }
  expect(exported.map(({ path }) => path)).toEqual(
    expect.arrayContaining(LISTS.map((list) => `${list}/export`)),
  );
});

describe('a file holds what its list shows', () => {
  test.each(['/accruals', '/partners', '/clients', '/codes', '/sales', '/refunds', '/costs', '/statements'])(
    '%s: as many rows as all its pages, as CSV and as XLSX',
    async (list) => {
      const rows = await csv(`${list}/export`);
      expect(rows).toHaveLength((await everyPage(list)).length);
      const sheet = (await readXlsx((await get(`${list}/export?format=xlsx`)).rawPayload)).sheets[0];
      expect(sheet?.rows).toHaveLength(rows.length + 1);
    },
  );

  test('filtered alike: by month, by partner', async () => {
    const [first] = company.partnerIds;
    expect(await csv(`/accruals/export?partner=${first}`)).toHaveLength(
      (await everyPage(`/accruals?partner=${first}`)).length,
    );
    expect(await csv('/costs/export?month=2026-02')).toHaveLength(1);
    expect(await everyPage('/costs?month=2026-02')).toHaveLength(1);
    expect(await csv(`/costs/export?partner=${first}`)).toHaveLength(1);
    expect(await everyPage('/refunds?month=2026-02')).toHaveLength(1);
    expect(await everyPage('/refunds?month=2026-03')).toHaveLength(0);
    expect(await everyPage(`/refunds?partner=${first}`)).toHaveLength(1);
    expect(await csv(`/refunds/export?partner=${company.partnerIds[1]}`)).toHaveLength(0);
  });

  test('texts are kept from being run, amounts are plain numbers', async () => {
    const [cost] = await csv('/costs/export?month=2026-02');
    expect(cost).toMatchObject({ Amount: '123.45', Currency: 'RUB', Note: "'+7 999" });
    expect(cost?.['Partner']?.startsWith(`'${MARK}`)).toBe(true);
  });

  test('entries of the ledger name the partner, and their debit is their credit', async () => {
    const rows = await csv('/ledger/transactions/export');
    const minor = (side: 'Debit' | 'Credit') =>
      rows.reduce((sum, row) => sum + BigInt((row[side] || '0.00').replace('.', '')), 0n);
    expect(minor('Debit')).toBeGreaterThan(0n);
    expect(minor('Debit')).toBe(minor('Credit'));
    for (const row of rows) expect(row['Partner'] !== '').toBe(row['Partner id'] !== '');
    const [movement] = await everyPage('/ledger/transactions');
    const partnerName: unknown = expect.stringContaining(MARK);
    expect(movement).toMatchObject({
      entries: expect.arrayContaining([expect.objectContaining({ partnerName })]),
    });
  });

  test('the trial balance of a month is in balance in its file too', async () => {
    const rows = await csv('/ledger/trial-balance/export?month=2026-02');
    const sum = (column: string) =>
      rows.reduce((all, row) => all + BigInt(String(row[column]).replace('.', '')), 0n);
    expect(rows.length).toBeGreaterThan(0);
    expect([sum('Opening balance'), sum('Closing balance'), sum('Debit') - sum('Credit')]).toEqual([
      0n,
      0n,
      0n,
    ]);
  });
});

/** What a file must be asked for, where it is not the file of one list. */
const ASKED = [
  ['/channel/numbers/', '?class=partner_sales'],
  ['/reports/client-worth/rows/', '?metric=check&class=partner_sales'],
] as const;

describe('a file speaks the language of its reader', () => {
  /** Rows of the file as texts, taken apart by whatever mark it has. */
  async function rowsOf(url: string, acceptLanguage: string): Promise<string[][]> {
    const headers = { 'x-actor': 'owner', 'accept-language': acceptLanguage };
    const answer = await app.inject({ method: 'GET', url: `/api/v1${url}`, headers });
    expect(answer.statusCode, answer.body).toBe(200);
    const delimiter = answer.body.split('\r\n', 1)[0]?.includes(';') ? ';' : ',';
    const rows: string[][] = parse(answer.rawPayload, { bom: true, delimiter });
    return rows;
  }
  const every = OPERATIONS.filter(({ method, path }) => method === 'GET' && path.endsWith('/export')).map(
    ({ path }) =>
      path.replace(':metric', 'paid') + (ASKED.find(([start]) => path.startsWith(start))?.[1] ?? ''),
  );

  test('every file there is was found', () => {
    expect(every.length).toBeGreaterThan(LISTS.length);
    expect(every.filter((path) => path.includes(':'))).toEqual([]);
  });

  test.each(every)('%s: no heading is left untranslated, and none is a code', async (path) => {
    const [ru = []] = await rowsOf(path, 'ru-RU,ru;q=0.9,en;q=0.8');
    const [en = []] = await rowsOf(path, 'en-GB,en;q=0.9,ru;q=0.8');
    expect(ru).toHaveLength(en.length);
    for (const heading of ru) expect(heading, heading).toMatch(/[А-яЁё]|^erid$/);
    for (const heading of en) expect(heading, heading).not.toMatch(/[А-яЁё]|_/);
    for (const headings of [ru, en]) expect(new Set(headings).size, headings.join()).toBe(headings.length);
    expect((await rowsOf(path, ''))[0]).toEqual(en);
  });

  test.each([
    ['/accruals', ['Рекомендации клиентов', 'Партнёрские продажи', 'на проверке', 'февраль 2026 г.']],
    ['/partners', ['партнёр', 'Ведём лично']],
    ['/costs', ['20.02.2026', '123,45', 'команда']],
    ['/ledger/transactions', ['Начислено', 'К выплате', 'На проверке']],
  ])('%s: what the page says in words, the file says too', async (path, some) => {
    const cells = new Set((await rowsOf(`${path}/export`, 'ru')).slice(1).flat());
    expect(some.filter((word) => cells.has(word)).length, [...cells].join(' | ')).toBeGreaterThan(0);
    for (const cell of cells)
      expect(cell).not.toMatch(/^(partner_sales|partner_pending|pending|accrue|team)$/);
  });

  test('the page may ask for its own language whatever the browser speaks', async () => {
    const [asked] = await rowsOf('/partners/export?language=ru', 'en');
    expect(asked).toContain('Сопровождение');
    expect((await get('/partners/export?language=de')).statusCode).toBe(400);
  });

  test('the machine API says the same in any language', async () => {
    const read = async (language: string): Promise<unknown> =>
      (
        await app.inject({
          method: 'GET',
          url: '/api/v1/accruals',
          headers: { 'x-actor': 'owner', 'accept-language': language },
        })
      ).json();
    expect(await read('ru')).toEqual(await read('en'));
  });
});

test('an analyst looks at the lists and takes none of them out', async () => {
  for (const list of LISTS) expect((await get(`${list}/export`, 'analyst')).statusCode, list).toBe(403);
});

test('a cost recorded by mistake is taken back once, with a reason', async () => {
  const [cost] = (await get('/costs?month=2026-03')).json().items;
  const takeBack = (body: object) =>
    app.inject({
      method: 'POST',
      url: `/api/v1/costs/${cost.id}/reversal`,
      headers: { 'x-actor': 'owner' },
      payload: body,
    });
  expect((await takeBack({ reason: '' })).statusCode).toBe(400);
  expect((await takeBack({ reason: 'внесён дважды' })).json()).toEqual({ costId: cost.id });
  expect(await everyPage('/costs?month=2026-03')).toEqual([]);
  const again = await takeBack({ reason: 'внесён дважды' });
  expect([again.statusCode, again.json().code]).toEqual([404, 'deals.no_such_cost']);
});

test('a sale may name the partner by the id that a form gives; the reason says its name', async () => {
  const [, second] = company.partnerIds;
  const sale = {
    externalId: 'FORM-1',
    occurredAt: '2026-02-20T09:00:00Z',
    currency: 'RUB',
    amountMinor: 100_000,
    namedPartner: second,
  };
  const made = await app.inject({
    method: 'POST',
    url: '/api/v1/sales',
    headers: { 'x-actor': 'owner' },
    payload: { source: 'manual', sales: [sale] },
  });
  expect(made.statusCode, made.body).toBe(201);
  const shown = (await get(`/sales/${made.json().recorded[0].id}`)).json();
  expect(shown.sale.who[0]).toMatchObject({
    partnerId: second,
    reason: { code: 'named_in_row', params: { named: `${MARK} партнёр 2` } },
  });
});
