import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptInvitation, inviteMember, openSignIn } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import type { Operation } from '@mosty/kernel/operation';
import { testBrowser, testDatabase, testWorkspace, totpCode, type World } from '@mosty/testkit';
import { appFor } from './app.ts';
import { smallCompany } from './company.ts';
import { addressOf, OPERATIONS, paramsOf, schemaOf } from './operations.ts';

/**
 * Nothing that opens a door is read anywhere afterwards: a company with every kind of secret is made, every read
 * operation is asked, and every column of the database is searched for the very values (OWASP ASVS 8.3, 14.2).
 */
const ORIGIN = 'http://localhost:3000';
const PASSWORD = 'три зелёных моста и канал';

/** Where a secret may lie, and why. */
const MAY_LIE: Readonly<Record<string, readonly string[]>> = {
  // A hash is kept where a password is checked, and nowhere else.
  passwordHash: ['auth.account'],
  // A letter carries its link until it was delivered or the link has passed; the owner opens it under the journal.
  invitationLink: ['identity.outbox_message'],
};

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let app: FastifyInstance;
let owner: pg.Client;
const secrets: Record<string, string> = {};
const actors: Record<string, Context> = {};

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db, { connections: 8 });
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const { partnerIds } = await smallCompany(world, 'Компания');
  for (const role of ['owner', 'head', 'manager', 'finance', 'analyst', 'voice'] as const)
    actors[role] = world.contextOf(role);
  if (partnerIds[0]) actors['partner'] = await world.contextOfPartner(partnerIds[0]);
  app = await appFor(actors);
  await takeSignIn();
  secrets['invitationLink'] = await invitationTo('new@mosty.test');
  secrets['apiKey'] = await told('/api-keys', { name: 'CRM', scopes: ['read'] });
  const endpoint = { url: 'https://crm.example/mosty', events: ['sale.created'], description: 'CRM' };
  secrets['webhook'] = await told('/webhooks', endpoint);
  secrets['intake'] = await told('/intake-sources', { provider: 'signed', name: 'Касса' });
}, 120_000);
afterAll(async () => {
  await owner.end();
  await app.close();
  await world.close();
  await db.drop();
});

/** Somebody with a password and a code from an app. */
async function takeSignIn(): Promise<void> {
  const email = 'secrets@mosty.test';
  const token = await invitationTo(email);
  await acceptInvitation(
    world.database,
    { token, name: 'Тайна', password: PASSWORD, userId: null },
    { ids: world.ids, clock: world.clock },
  );
  const secret = 'a secret of this test only, longer than 32 characters';
  const signIn = openSignIn({
    database: world.database,
    secret,
    publicUrl: ORIGIN,
    world: { ids: world.ids, clock: world.clock },
  });
  const browser = testBrowser((request, remote) => signIn.handle(request, remote), ORIGIN, '198.51.100.77');
  await browser.post('/api/auth/sign-in/email', { email, password: PASSWORD });
  const { body } = await browser.post('/api/auth/two-factor/enable', { password: PASSWORD });
  const address = String(body['totpURI']);
  await browser.post('/api/auth/two-factor/verify-totp', { code: totpCode(address, new Date()) });
  secrets['password'] = PASSWORD;
  secrets['totp'] = new URL(address).searchParams.get('secret') ?? '';
  secrets['backupCode'] = String((body['backupCodes'] as string[])[0]);
  const hashes = await owner.query<{ password: string }>(
    'SELECT password FROM auth.account WHERE password IS NOT NULL',
  );
  secrets['passwordHash'] = String(hashes.rows[0]?.password);
}

/** The token of the link in the letter. */
async function invitationTo(email: string): Promise<string> {
  await inviteMember(world.contextOf('owner'), { email, name: 'Новый', role: 'manager' });
  const letters = await owner.query<{ body: string }>(
    `SELECT body FROM identity.outbox_message WHERE kind = 'invitation' AND to_email = $1`,
    [email],
  );
  return /[=/]([\w-]{30,})/.exec(String(letters.rows[0]?.body))?.[1] ?? '';
}

/** The secret of what is made: once in its own answer. */
async function told(path: string, payload: object): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: { 'x-actor': 'owner', 'idempotency-key': `secret-of-${path}` },
    payload,
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return String((answer.json() as { secret?: string }).secret);
}

/** Every table with all its rows as text, whatever the columns are called. */
async function everyTable(): Promise<ReadonlyMap<string, string>> {
  const { rows } = await owner.query<{ name: string }>(`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`);
  const tables = new Map<string, string>();
  for (const { name } of rows) {
    const found = await owner.query<{ text: string | null }>(
      `SELECT string_agg(to_jsonb(t)::text, E'\\n') AS text FROM ${name} t`,
    );
    if (found.rows[0]?.text) tables.set(name, found.rows[0].text);
  }
  return tables;
}

/** Four ids of every kind, by prefix, wherever they are written. */
async function idsHere(): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = new Map<string, Set<string>>();
  for (const text of (await everyTable()).values()) {
    for (const [id, prefix = ''] of text.matchAll(/\b([a-z]{2,4})_[0-9a-z]{26}\b/g)) {
      const known = ids.get(prefix) ?? new Set();
      if (known.size < 4) ids.set(prefix, known.add(id));
    }
  }
  return new Map([...ids].map(([prefix, found]) => [prefix, [...found]]));
}

function addressesOf(operation: Operation, ids: ReadonlyMap<string, readonly string[]>): string[] {
  const filled = paramsOf(operation).reduce<Record<string, string>[]>(
    (before, name) => {
      const schema = schemaOf(operation.params).properties?.[name];
      const prefix = /\^([a-z]{2,4})_/.exec(schema?.pattern ?? '')?.[1];
      const values =
        schema?.enum?.map(String) ?? (prefix === undefined ? ['2026-02'] : (ids.get(prefix) ?? []));
      return before.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
    },
    [{}],
  );
  return filled.map((one) => addressOf(operation, one));
}

function heldIn(text: string): string[] {
  return Object.keys(secrets).filter((name) => text.includes(String(secrets[name])));
}

describe('what opens a door', () => {
  test('is there to be found', () => {
    for (const [name, secret] of Object.entries(secrets)) expect(secret.length, name).toBeGreaterThan(9);
    expect(Object.keys(secrets)).toHaveLength(8);
    expect(heldIn(`{"any":"${secrets['totp']}"}`)).toEqual(['totp']);
  });

  test('stands in no table of the database, the journal and the events among them', async () => {
    const tables = await everyTable();
    for (const name of ['kernel.audit', 'kernel.event', 'auth.account', 'identity.api_key'])
      expect([...tables.keys()]).toContain(name);
    const lies = [...tables].flatMap(([table, text]) => heldIn(text).map((name) => [name, table] as const));
    expect(lies.filter(([name, table]) => !MAY_LIE[name]?.includes(table))).toEqual([]);
    expect(lies.map(([name]) => name).sort()).toEqual(Object.keys(MAY_LIE).sort());
  });

  test('is in no answer of any read operation, whoever asks', async () => {
    const ids = await idsHere();
    const told: string[] = [];
    let answers = 0;
    for (const operation of OPERATIONS.filter(({ method, id }) => method === 'GET' && id !== 'readFeed')) {
      for (const url of addressesOf(operation, ids)) {
        for (const actor of Object.keys(actors)) {
          const answer = await app.inject({ url, headers: { 'x-actor': actor } });
          if (answer.statusCode === 200) answers += 1;
          told.push(...heldIn(answer.body).map((name) => `${name}: ${operation.id} to ${actor}`));
        }
      }
    }
    expect(answers).toBeGreaterThan(500);
    expect(told).toEqual([]);
  }, 120_000);
});
