import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allRights } from '@mosty/identity';
import { ROLES, SCOPES, type Role } from '@mosty/identity/contract';
import type { Context } from '@mosty/kernel/context';
import { PREFIXES, randomIds, type Noun } from '@mosty/kernel/id';
import type { Operation } from '@mosty/kernel/operation';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { appFor } from './app.ts';
import { smallCompany } from './company.ts';
import { bodies, soundBodies } from './generate.ts';
import { addressOf, OPERATIONS, paramsOf, schemaOf } from './operations.ts';

/**
 * The authorisation matrix is made from the operations themselves: every one × every role and key scope × ids that
 * belong to nobody, to another partner and to another company (OWASP ASVS 8).
 */
const MARK_HERE = 'СВОЯ-ТАЙНА';
const MARK_THERE = 'ЧУЖАЯ-ТАЙНА';

let db: Awaited<ReturnType<typeof testDatabase>>;
let here: World;
let there: World;
let app: FastifyInstance;
const actors: Record<string, Context> = {};
const idsThere = new Map<string, string[]>();

beforeAll(async () => {
  db = await testDatabase();
  here = await testWorkspace(db);
  there = await testWorkspace(db);
  const own = await smallCompany(here, MARK_HERE);
  await smallCompany(there, MARK_THERE);
  for (const role of ROLES) actors[role] = here.contextOf(role);
  for (const scope of SCOPES) actors[`key:${scope}`] = keyOf(scope);
  const [first] = own.partnerIds;
  if (first) actors['first_partner'] = await here.contextOfPartner(first);
  app = await appFor(actors);
  await collectIds(there);
}, 120_000);
afterAll(async () => {
  await app.close();
  await here.close();
  await there.close();
  await db.drop();
});

function keyOf(scope: string): Context {
  return {
    ...here.system,
    actor: { type: 'api_key', id: randomIds.next('api_key', new Date()), scopes: [scope] },
  };
}

/** Real ids of the other company, by prefix: what an attacker would have got hold of. */
async function collectIds(world: World): Promise<void> {
  const client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
  const tables = await client.query<{ name: string }>(`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.columns
    WHERE column_name = 'id' AND domain_name = 'id' AND table_schema NOT IN ('kernel')
      AND (table_schema, table_name) IN (SELECT schemaname, tablename FROM pg_tables)`);
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM ${name} WHERE workspace_id = $1 LIMIT 3`,
      [world.workspaceId],
    );
    for (const { id } of rows)
      idsThere.set(id.split('_')[0] ?? '', [...(idsThere.get(id.split('_')[0] ?? '') ?? []), id]);
  }
  await client.end();
}

/** Parameters that are no ids of things; what is left is a month. */
const OTHER_PARAMS: Readonly<Record<string, string>> = {
  code: 'product_shown',
  metric: 'paid',
  position: '1',
  token: 't'.repeat(32),
};

/** Acts of which another right may be enough, by what the thing turns out to be: a file of costs is finance's. */
const OR_ELSE: Readonly<Record<string, string>> = { 'import.apply': 'import.apply_costs' };

/** An id in the shape this parameter asks for, of nobody or of the other company. */
function idFor(operation: Operation, name: string, from: 'nobody' | 'there'): string {
  const schema = schemaOf(operation.params).properties?.[name];
  const prefix = /\^([a-z]{2,4})_/.exec(schema?.pattern ?? '')?.[1];
  const noun = (Object.keys(PREFIXES) as Noun[]).find((key) => PREFIXES[key] === prefix);
  if (!noun) return String(schema?.enum?.[0] ?? OTHER_PARAMS[name] ?? '2026-02');
  const foreign = from === 'there' ? idsThere.get(PREFIXES[noun])?.[0] : undefined;
  return foreign ?? randomIds.next(noun, new Date());
}

/** A body that the operation takes, so that nothing of its shape can be the reason of a refusal. */
function rightBody(operation: Operation): { readonly found: boolean; readonly body?: unknown } {
  if (operation.body.safeParse(undefined).success) return { found: true };
  const schema = schemaOf(operation.body);
  for (const made of [bodies(schema), soundBodies(schema)])
    for (const body of fc.sample(made, { numRuns: 3_000, seed: 7 }))
      if (operation.body.safeParse(body).success) return { found: true, body };
  return { found: false };
}

function ask(operation: Operation, actor: string, from: 'nobody' | 'there', body: unknown) {
  const params = Object.fromEntries(paramsOf(operation).map((name) => [name, idFor(operation, name, from)]));
  const hasBody = operation.method !== 'GET' && operation.consumes === 'json' && body !== undefined;
  return app.inject({
    method: operation.method,
    url: addressOf(operation, params),
    headers: {
      'x-actor': actor,
      ...(hasBody ? { 'content-type': 'application/json' } : {}),
      ...(operation.consumes === 'stream' ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(hasBody
      ? { payload: JSON.stringify(body) }
      : operation.consumes === 'stream'
        ? { payload: Buffer.from('x') }
        : {}),
  });
}

function mayBy(action: string, actor: string): boolean {
  const right = allRights().get(action);
  if (!right) return false;
  if (actor.startsWith('key:')) return right.scope === actor.slice(4);
  const role = actor as Role;
  if (!right.roles.includes(role)) return false;
  return right.money !== true || role !== 'partner_staff';
}

test('every operation names a right that exists, or is for members', () => {
  const strange = OPERATIONS.filter(
    ({ permission }) => permission !== 'member' && permission !== 'public' && !allRights().has(permission),
  );
  expect(strange.map(({ id, permission }) => `${id}: ${permission}`)).toEqual([]);
  expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
  expect(OPERATIONS.length).toBeGreaterThan(40);
});

describe.each(OPERATIONS.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  test('is refused to every role and key without the right, before anything else is looked at', async () => {
    if (operation.permission === 'member' || operation.permission === 'public') return;
    const refusedTo = [...ROLES, ...SCOPES.map((scope) => `key:${scope}`)].filter(
      (actor) => !mayBy(operation.permission, actor),
    );
    for (const actor of refusedTo) {
      const answer = await ask(operation, actor, 'nobody', {});
      // A body that is wrong in itself may be refused before the actor is looked at; nothing was shown or done.
      expect([400, 403], `${operation.id} as ${actor}: ${answer.body.slice(0, 200)}`).toContain(
        answer.statusCode,
      );
    }
  });

  test('is refused by its right, not by its shape: the same with a body that it takes', async () => {
    if (operation.permission === 'member' || operation.permission === 'public') return;
    if (operation.method === 'GET' || operation.consumes !== 'json') return;
    const { found, body } = rightBody(operation);
    expect(found, `no body was found that ${operation.id} takes`).toBe(true);
    for (const actor of [...ROLES, ...SCOPES.map((scope) => `key:${scope}`)]) {
      const { permission } = operation;
      if (mayBy(permission, actor) || mayBy(OR_ELSE[permission] ?? '', actor)) continue;
      const answer = await ask(operation, actor, 'nobody', body);
      expect(answer.statusCode, `${operation.id} as ${actor}: ${answer.body.slice(0, 200)}`).toBe(403);
    }
  });

  test('never fails on somebody else’s id, and shows nothing of another company', async () => {
    for (const actor of [...ROLES, 'key:read', 'first_partner']) {
      for (const from of ['nobody', 'there'] as const) {
        const answer = await ask(operation, actor, from, {});
        expect(answer.statusCode, `${operation.id} as ${actor}: ${answer.body.slice(0, 300)}`).toBeLessThan(
          500,
        );
        expect(answer.body, `${operation.id} as ${actor} leaks`).not.toContain(MARK_THERE);
        if (from === 'there' && paramsOf(operation).length > 0 && idsKnown(operation)) {
          expect(
            [400, 403, 404, 409, 422],
            `${operation.id} as ${actor} answered ${answer.statusCode}`,
          ).toContain(answer.statusCode);
        }
      }
    }
  });

  test('shows a partner’s people nothing of another partner', async () => {
    const answer = await ask(operation, 'first_partner', 'nobody', {});
    expect(answer.body).not.toContain(`${MARK_HERE} партнёр 2`);
    expect(answer.body).not.toContain(`${MARK_HERE} клиент 2`);
  });
});

function idsKnown(operation: Operation): boolean {
  return paramsOf(operation).some((name) =>
    [...idsThere.values()].flat().includes(idFor(operation, name, 'there')),
  );
}
