import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  testBrowser,
  testDatabase,
  testWorkspace,
  type TestBrowser,
  type TestDatabase,
  type World,
} from '@mosty/testkit';
import { transact } from '@mosty/kernel/db';
import { addMember } from '../service/add-member.ts';
import { createSignIn } from '../service/create-sign-in.ts';
import { removeMember } from '../service/remove-member.ts';
import { openSignIn, type SignIn } from '../service/sign-in/open.ts';
import { identityRoutes } from '../http.ts';

const ORIGIN = 'http://localhost:3000';
const PASSWORD = 'три зелёных моста';
let db: TestDatabase;
let world: World;
let signIn: SignIn;
let networks = 0;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db, { connections: 6 });
  signIn = openSignIn({
    database: world.database,
    secret: 'a secret of this test only, longer than 32 characters',
    publicUrl: ORIGIN,
    world: { clock: world.clock, ids: world.ids },
  });
});
afterAll(async () => {
  await world?.close();
  await db?.drop();
});

async function newPerson(name: string) {
  const email = `${name}@mosty.test`;
  return transact(world.system, async (tx) => {
    const userId = await createSignIn(tx, { name, email, password: PASSWORD });
    return addMember(tx, { name, email, role: 'head', userId });
  });
}

async function device(email: string): Promise<TestBrowser> {
  const browser = testBrowser(
    (request, remote) => signIn.handle(request, remote),
    ORIGIN,
    `198.51.100.${(networks += 1)}`,
  );
  await browser.post('/api/auth/sign-in/email', { email, password: PASSWORD });
  return browser;
}

/** Calls an operation as the server does: who asks, then the handler, then the declared answer. */
async function call(browser: TestBrowser, id: string, params: unknown = {}) {
  const route = identityRoutes.find((one) => one.operation.id === id);
  if (!route) throw new Error(`no operation ${id}`);
  const headers = Object.fromEntries(browser.headers);
  const ctx = await signIn.contextFromRequest({ method: route.operation.method, headers });
  const answer = await route.handle(ctx, {
    params,
    query: {},
    body: undefined,
    headers,
    remoteAddress: '',
    origin: ORIGIN,
  });
  return route.operation.answer.parse(answer) as Record<string, never> & {
    items: { id: string; current: boolean }[];
  };
}

describe('one’s own sessions', () => {
  it('are listed with this device named, and ended one by one or all others at once', async () => {
    const { email } = await newPerson('anna');
    const [phone, laptop, tablet] = [await device(email), await device(email), await device(email)];
    const seen = await call(laptop, 'listMySessions');
    expect(seen.items).toHaveLength(3);
    expect(seen.items.filter((session) => session.current)).toHaveLength(1);

    const [ofPhone] = (await call(phone, 'listMySessions')).items.filter((session) => session.current);
    expect(await call(laptop, 'endMySession', { sessionId: ofPhone?.id })).toEqual({ ended: 1 });
    await expect(call(phone, 'getMe')).rejects.toMatchObject({ code: 'identity.not_signed_in' });

    expect(await call(laptop, 'endMyOtherSessions')).toEqual({ ended: 1 });
    await expect(call(tablet, 'getMe')).rejects.toMatchObject({ code: 'identity.not_signed_in' });
    expect(await call(laptop, 'getMe')).toMatchObject({ member: { email } });
  });

  it('of somebody else cannot be ended', async () => {
    const [mine, theirs] = [await newPerson('boris'), await newPerson('vera')];
    const [me, them] = [await device(mine.email), await device(theirs.email)];
    const [session] = (await call(them, 'listMySessions')).items;
    await expect(call(me, 'endMySession', { sessionId: session?.id })).rejects.toMatchObject({
      code: 'identity.no_session',
    });
    expect(await call(them, 'getMe')).toMatchObject({ member: { id: theirs.id } });
  });

  it('end with the membership', async () => {
    const { email, id } = await newPerson('gleb');
    const browser = await device(email);
    await removeMember(world.contextOf('owner'), { memberId: id, reason: 'Ушёл из компании' });
    await expect(call(browser, 'getMe')).rejects.toMatchObject({ kind: 'not_permitted' });
    const again = await device(email);
    await expect(call(again, 'getMe')).rejects.toMatchObject({ code: 'identity.works_nowhere' });
  });
});

describe('who one is', () => {
  it('comes with every action of the product and whether one may', async () => {
    const { email } = await newPerson('dasha');
    const me = await call(await device(email), 'getMe');
    expect(me).toMatchObject({
      can: { 'member.invite': true, 'audit.read': true },
      workspace: { zone: 'Europe/Moscow', language: 'ru' },
    });
    const rights = await call(await device(email), 'listRights');
    expect(rights.items.length).toBe(Object.keys((me as unknown as { can: object }).can).length);
  });

  it('people of several companies choose one; another’s is not found', async () => {
    const person = await newPerson('egor');
    const other = await testWorkspace(db);
    const there = await addMember(other.system, {
      name: 'Егор',
      email: 'egor@there.test',
      role: 'analyst',
      userId: person.userId,
    });
    const browser = await device(person.email);
    const ask = async (headers: Record<string, string>) => {
      const sent = browser.headers;
      for (const [name, value] of Object.entries(headers))
        sent.append(name, name === 'cookie' ? `${sent.get('cookie')}; ${value}` : value);
      return signIn.contextFromRequest({ method: 'GET', headers: sent });
    };
    expect((await ask({})).actor.id).toBe(person.id);
    expect((await ask({ 'x-mosty-workspace': other.workspaceId })).actor).toMatchObject({
      id: there.id,
      role: 'analyst',
    });
    await expect(ask({ 'x-mosty-workspace': '00000000-0000-4000-8000-0000000000ff' })).rejects.toMatchObject({
      code: 'identity.no_workspace',
    });
    const mine = await call(browser, 'listMyWorkspaces');
    expect(mine.items.map((workspace) => workspace.id)).toEqual([world.workspaceId, other.workspaceId]);
    await other.close();
  });
});
