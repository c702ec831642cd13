import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testBrowser, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { openPool, type Database } from '@mosty/kernel/db';
import { openSignIn, type SignIn } from '../service/sign-in/open.ts';
import { identityPublicRoutes } from './public.ts';
import { meRoutes } from './me.ts';

const ORIGIN = 'http://localhost:3000';
let db: TestDatabase;
let database: Database;
let signIn: SignIn;

beforeAll(async () => {
  db = await testDatabase();
  database = openPool(db.appUrl, 6);
  signIn = openSignIn({
    database,
    secret: 'a secret of this test only, longer than 32 characters',
    publicUrl: ORIGIN,
  });
});
afterAll(async () => {
  await database?.close();
  await db?.drop();
});

function call(id: string, body: unknown, headers: Record<string, string> = {}) {
  const route = identityPublicRoutes.find((one) => one.operation.id === id);
  if (!route) throw new Error(`no public operation ${id}`);
  return route.handle(signIn, {
    params: {},
    query: {},
    body,
    headers,
    remoteAddress: '203.0.113.9',
    origin: ORIGIN,
  });
}

const company = {
  workspace: { name: 'Мосты', zone: 'Europe/Moscow', currency: 'RUB', language: 'ru' },
  owner: { name: 'Анна', email: 'anna@mosty.test', password: 'три зелёных моста' },
};

describe('the first start', () => {
  it('offers to make a company, makes one however many ask at once, and then never again', async () => {
    expect((await call('getWelcome', undefined)).answer).toEqual({ isNew: true, demo: null });
    const asked = [1, 2, 3].map((place) =>
      call('setUp', { ...company, owner: { ...company.owner, email: `anna${place}@mosty.test` } }),
    );
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await call('getWelcome', undefined)).answer).toMatchObject({ isNew: false });
    await expect(call('setUp', company)).rejects.toMatchObject({ code: 'identity.already_set_up' });
  });
});

describe('the demo company', () => {
  let demo: World;
  beforeAll(async () => {
    await expect(call('startDemoSession', { role: 'owner' })).rejects.toMatchObject({
      code: 'identity.no_demo',
    });
    demo = await testWorkspace(db, { isDemo: true });
  });
  afterAll(() => demo?.close());

  it('shows its people, and lets anybody in as one of them', async () => {
    const welcome = (await call('getWelcome', undefined)).answer as { demo: { people: { role: string }[] } };
    expect(welcome.demo.people.map((person) => person.role)).toContain('finance');
    const browser = testBrowser((request, remote) => signIn.handle(request, remote), ORIGIN);
    const entered = await call(
      'startDemoSession',
      { role: 'finance' },
      { origin: ORIGIN, host: 'localhost:3000' },
    );
    browser.take(entered.setCookie ?? []);
    const ctx = await signIn.contextFromRequest({ method: 'POST', headers: browser.headers });
    expect(ctx).toMatchObject({
      workspaceId: demo.workspaceId,
      actor: { id: demo.member('finance').id, role: 'finance' },
    });
    const me = meRoutes.find((route) => route.operation.id === 'getMe');
    const answer = await me?.handle(ctx, {
      params: {},
      query: {},
      body: undefined,
      headers: {},
      remoteAddress: '',
      origin: 'http://localhost',
    });
    expect(me?.operation.answer.parse(answer)).toMatchObject({
      member: { role: 'finance' },
      workspace: { isDemo: true, currency: 'RUB' },
      can: { 'audit.read': true, 'member.invite': false },
    });
  });

  it('is not entered from another site’s page, nor as a person of a real company', async () => {
    await expect(
      call('startDemoSession', { role: 'owner' }, { origin: 'https://evil.test', host: 'localhost:3000' }),
    ).rejects.toMatchObject({
      code: 'identity.foreign_origin',
    });
    const entered = await call('startDemoSession', { role: 'owner' });
    const browser = testBrowser((request, remote) => signIn.handle(request, remote), ORIGIN);
    browser.take(entered.setCookie ?? []);
    const ctx = await signIn.contextFromRequest({ method: 'GET', headers: browser.headers });
    expect(ctx.workspaceId).toBe(demo.workspaceId);
  });
});
