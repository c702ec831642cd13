import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { appFor } from './app.ts';
import { smallCompany, type Company } from './company.ts';
import { OPERATIONS } from './operations.ts';

/** Lines of the log are read by many: nothing that opens a door or names an account may stand in one. */
const SECRET = 'TOP5ECRET0123456789';
const ACCOUNT = '40702810938000060473';
let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let app: FastifyInstance;
let company: Company;
const lines: string[] = [];

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  company = await smallCompany(world, 'Журнал');
  app = await appFor({ owner: world.contextOf('owner') }, { write: (line) => void lines.push(line) });
}, 120_000);
afterAll(async () => {
  await app.close();
  await world.close();
  await db.drop();
});

const headers = {
  'x-actor': 'owner',
  authorization: `Bearer ${SECRET}`,
  cookie: `session=${SECRET}`,
  'idempotency-key': 'log-1',
};

test('every operation, asked with secrets in its address, its question, its headers and its body', async () => {
  for (const { method, path } of OPERATIONS) {
    const url = `/api/v1${path.replaceAll(/:\w+/g, SECRET)}?token=${SECRET}`;
    const payload =
      method === 'GET' ? {} : { payload: { password: SECRET, token: SECRET, account: ACCOUNT } };
    await app.inject({ method, url, headers, ...payload });
  }
  expect(lines.length).toBeGreaterThan(OPERATIONS.length);
  expect(lines.filter((line) => line.includes(SECRET) || line.includes(ACCOUNT))).toEqual([]);
}, 120_000);

test('pages of one-time links, and addresses that nobody declared', async () => {
  for (const url of [`/join/${SECRET}`, `/register-deal/${SECRET}?code=${SECRET}`, `/${SECRET.repeat(3)}/x`])
    await app.inject({ url, headers });
  expect(lines.filter((line) => line.includes(SECRET.repeat(2)) || line.includes(`/${SECRET}`))).toEqual([]);
});

test('what is made and shown once is shown to one only: a key of the API, requisites of a partner', async () => {
  const made = await app.inject({
    method: 'POST',
    url: '/api/v1/api-keys',
    headers: { 'x-actor': 'owner' },
    payload: { name: 'Касса', scopes: ['sales:write'] },
  });
  expect(made.statusCode, made.body).toBe(201);
  const { secret }: { secret: string } = made.json();
  await app.inject({
    method: 'POST',
    url: `/api/v1/partners/${company.partnerIds[0]}/requisites`,
    headers: { 'x-actor': 'owner' },
    payload: { country: 'RU', legalForm: 'company', legalName: 'ООО «Журнал»', bank: { account: ACCOUNT } },
  });
  expect(lines.some((line) => line.includes('/partners/:partnerId/requisites'))).toBe(true);
  const text = lines.join('');
  for (const one of [secret, ACCOUNT]) expect(text).not.toContain(one);
});

test('a line still says what was asked and how it ended', () => {
  const asked = lines.filter((line) => line.includes('"url":"/api/v1/partners/:partnerId"'));
  expect(asked.length).toBeGreaterThan(0);
  expect(lines.some((line) => line.includes('"statusCode":'))).toBe(true);
});
