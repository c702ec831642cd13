import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, testWorkspace } from '@mosty/testkit';
import { appFor } from './app.ts';
import { smallCompany } from './company.ts';
import { bodies } from './generate.ts';
import { addressOf, OPERATIONS, paramsOf, schemaOf } from './operations.ts';

/** SQLite's way: throw everything at every door and look for a fault. `BODIES=10000` for the long run. */
const BODIES_EACH = Number(process.env['BODIES'] ?? 500);

/** A small company of its own behind every door; three files share the doors, so that they are tried side by side. */
function company(): { readonly app: FastifyInstance } {
  const made = {} as { app: FastifyInstance; close: () => Promise<void> };
  beforeAll(async () => {
    const db = await testDatabase();
    const world = await testWorkspace(db, { connections: 8 });
    await smallCompany(world, 'пример');
    made.app = await appFor({ owner: world.contextOf('owner') });
    made.close = async () => {
      await made.app.close();
      await world.close();
      await db.drop();
    };
  }, 120_000);
  afterAll(() => made.close());
  return made;
}

/** A path cannot carry half a surrogate pair: no client could send it. An object need not have a text of its own. */
const pathText = (value: unknown): string =>
  (typeof value === 'object' ? JSON.stringify(value) : String(value)).toWellFormed() || 'x';

const WITH_BODY = OPERATIONS.filter(
  (operation) => operation.method !== 'GET' && operation.consumes === 'json',
);

/** Every second door with a body, from the first or from the second on. */
export function throwBodies(from: 0 | 1): void {
  const made = company();
  const doors = WITH_BODY.filter((_operation, place) => place % 2 === from);
  describe.each(doors.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
    test(`answers no generated body with a fault`, { timeout: 120_000 }, async () => {
      const params = paramsOf(operation);
      const shapes = schemaOf(operation.params).properties ?? {};
      const input = fc.record({
        body: bodies(schemaOf(operation.body)),
        params: fc.record(
          Object.fromEntries(params.map((name) => [name, bodies(shapes[name] ?? {}).map(pathText)])),
        ),
      });
      await fc.assert(
        fc.asyncProperty(input, async ({ body, params: given }) => {
          const answer = await made.app.inject({
            method: operation.method,
            url: addressOf(operation, given as Record<string, string>),
            headers: { 'x-actor': 'owner', 'content-type': 'application/json' },
            payload: JSON.stringify(body) ?? 'null',
          });
          expect(
            answer.statusCode,
            `${JSON.stringify(body)?.slice(0, 400)} → ${answer.body.slice(0, 300)}`,
          ).toBeLessThan(500);
        }),
        { numRuns: BODIES_EACH, endOnFailure: true },
      );
    });
  });
}

const READS = OPERATIONS.filter((operation) => operation.method === 'GET');

export function throwQueries(): void {
  const made = company();
  describe.each(READS.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
    test('answers no generated query with a fault', { timeout: 60_000 }, async () => {
      const shapes = schemaOf(operation.params).properties ?? {};
      const query = fc.dictionary(
        fc.constantFrom(...Object.keys(schemaOf(operation.query).properties ?? {}), 'stray'),
        fc.oneof(fc.string(), fc.constantFrom('2026-02', '\u0000', '-1', '💥', '9'.repeat(30))),
        { maxKeys: 4 },
      );
      const input = fc.record({
        query,
        params: fc.record(
          Object.fromEntries(
            paramsOf(operation).map((name) => [name, bodies(shapes[name] ?? {}).map(pathText)]),
          ),
        ),
      });
      await fc.assert(
        fc.asyncProperty(input, async ({ query: asked, params }) => {
          const search = new URLSearchParams(
            Object.entries(asked).map(([name, value]) => [name, String(value)]),
          );
          const answer = await made.app.inject({
            method: 'GET',
            url: `${addressOf(operation, params as Record<string, string>)}?${search}`,
            headers: { 'x-actor': 'owner' },
          });
          expect(answer.statusCode, `${search} → ${answer.body.slice(0, 300)}`).toBeLessThan(500);
        }),
        { numRuns: Math.ceil(BODIES_EACH / 5), endOnFailure: true },
      );
    });
  });
}
