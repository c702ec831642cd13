import type { Names } from './names.ts';
import { screenFiles } from './screen-files.ts';

/** Every shelf of a module with the least that works: one noun that is created, listed and shown. */
export function filesOf(names: Names): Record<string, string> {
  return {
    'package.json': packageFile(names),
    'index.ts': indexFile(names),
    'contract.ts': contractFile(names),
    'policy.ts': policyFile(names),
    'domain.ts': domainFile(names),
    'domain.test.ts': domainTestFile(names),
    [`store/${names.nouns}.ts`]: storeFile(names),
    [`service/create-${names.noun}.ts`]: serviceFile(names),
    [`service/create-${names.noun}.test.ts`]: serviceTestFile(names),
    'reactions.ts': reactionsFile(names),
    'http.ts': httpFile(names),
    [`migrations/0001_${names.module}.sql`]: migrationFile(names),
    ...screenFiles(names),
  };
}

function packageFile({ module, neighbours }: Names): string {
  const known = ['kernel', 'identity', ...neighbours, 'ui-kit'];
  return `${JSON.stringify(
    {
      name: `@mosty/${module}`,
      version: '0.1.0',
      private: true,
      type: 'module',
      license: 'MIT',
      exports: {
        '.': './index.ts',
        './contract': './contract.ts',
        './http': './http.ts',
        './ui': './ui/index.tsx',
      },
      dependencies: Object.fromEntries(known.map((name) => [`@mosty/${name}`, '*'])),
    },
    null,
    2,
  )}\n`;
}

function indexFile({ module, noun, nouns, Noun }: Names): string {
  return `export { rights as ${module}Rights } from './policy.ts';
export { ${module}Reactions } from './reactions.ts';
export { create${Noun}, type Create${Noun} } from './service/create-${noun}.ts';
export type { ${Noun}Record } from './store/${nouns}.ts';
`;
}

function contractFile({ noun, nouns, Noun, Nouns }: Names): string {
  return `import { idSchema } from '@mosty/kernel/id';
import { operation, pageOf, pageQuery } from '@mosty/kernel/operation';
import { instantSchema } from '@mosty/kernel/time';
import * as z from 'zod';

export const ${noun}Schema = z.object({
  id: idSchema('${noun}'),
  name: z.string(),
  createdAt: instantSchema,
});
export type ${Noun} = z.infer<typeof ${noun}Schema>;

const tag = '${nouns}';

export const list${Nouns} = operation({
  id: 'list${Nouns}',
  method: 'GET',
  path: '/${nouns}',
  summary: '${Nouns}, newest first',
  tag,
  permission: '${noun}.read',
  query: z.strictObject(pageQuery),
  answer: pageOf(${noun}Schema),
});

export const create${Noun} = operation({
  id: 'create${Noun}',
  method: 'POST',
  path: '/${nouns}',
  summary: 'Create a ${noun}; refused when the name is taken',
  tag,
  permission: '${noun}.write',
  body: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  answer: ${noun}Schema,
  status: 201,
});
`;
}

function policyFile({ noun, nouns }: Names): string {
  return `import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  '${noun}.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    says: { ru: 'Видит: ${nouns}', en: 'Sees ${nouns}' },
  },
  '${noun}.write': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Заводит: ${nouns}', en: 'Creates ${nouns}' },
  },
});
`;
}

function domainFile({ module, noun, Noun }: Names): string {
  return `import { Refusal } from '@mosty/kernel/refusal';

/** What two spellings of one name have in common. */
export function ${noun}Key(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\\s+/g, ' ').toLowerCase();
}

/** A name is somebody's sign: it needs at least one letter or digit. */
export function check${Noun}Name(name: string): Refusal | null {
  return /[\\p{L}\\p{N}]/u.test(name) ? null : new Refusal('invalid', '${module}.name_says_nothing', { name });
}
`;
}

function domainTestFile({ noun, Noun }: Names): string {
  return `import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check${Noun}Name, ${noun}Key } from './domain.ts';

test('letter case and spaces make no other name', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(${noun}Key(\`  \${name} \`)).toBe(${noun}Key(name));
      expect(${noun}Key(${noun}Key(name))).toBe(${noun}Key(name));
    }),
  );
  expect(${noun}Key('Первый  ДОМ')).toBe(${noun}Key('первый дом'));
});

test('a name of marks alone is refused', () => {
  expect(check${Noun}Name('— …')?.code).toContain('name_says_nothing');
  expect(check${Noun}Name('Дом 1')).toBeNull();
});
`;
}

function storeFile({ module, noun, Noun, Nouns }: Names): string {
  return `import { sql } from 'kysely';
import type { Tx } from '@mosty/kernel/context';
import type { Place } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { ${noun}Key } from '../domain.ts';

export interface ${Noun}Record {
  readonly id: Id<'${noun}'>;
  readonly name: string;
  readonly createdAt: Date;
}

/** Newest first; one row more than \`limit\` where there is a next page. */
export async function list${Nouns}(tx: Tx, page: { after: Place | null; limit: number }): Promise<${Noun}Record[]> {
  const after = page.after
    ? sql\`AND (created_at, id) < (\${page.after.value}::timestamptz, \${page.after.id}::text)\`
    : sql\`\`;
  const { rows } = await sql<${Noun}Record>\`
    SELECT id, name, created_at AS "createdAt" FROM ${module}.${noun}
    WHERE workspace_id = \${tx.workspaceId}::uuid \${after}
    ORDER BY created_at DESC, id DESC LIMIT \${page.limit + 1}\`.execute(tx.db);
  return rows;
}

/** False when the name is taken. */
export async function insert${Noun}(tx: Tx, ${noun}: ${Noun}Record): Promise<boolean> {
  const { rows } = await sql<{ id: string }>\`
    INSERT INTO ${module}.${noun} (workspace_id, id, name, name_key, created_at)
    VALUES (\${tx.workspaceId}::uuid, \${${noun}.id}, \${${noun}.name}, \${${noun}Key(${noun}.name)}, \${${noun}.createdAt})
    ON CONFLICT (workspace_id, name_key) DO NOTHING RETURNING id\`.execute(tx.db);
  return rows.length > 0;
}
`;
}

function serviceFile({ module, noun, nouns, Noun }: Names): string {
  return `import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { check${Noun}Name } from '../domain.ts';
import { rights } from '../policy.ts';
import { insert${Noun}, type ${Noun}Record } from '../store/${nouns}.ts';

export interface Create${Noun} {
  readonly name: string;
}

/** @throws ${module}.name_says_nothing, ${module}.name_taken */
export function create${Noun}(ctx: Context, input: Create${Noun}): Promise<${Noun}Record> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, '${noun}.write');
    const refusal = check${Noun}Name(input.name);
    if (refusal) throw refusal;
    const ${noun} = { id: tx.id('${noun}'), name: input.name.trim(), createdAt: tx.now() };
    if (!(await insert${Noun}(tx, ${noun}))) refuse('conflict', '${module}.name_taken', { name: ${noun}.name });
    tx.audit({ verb: '${module}.create_${noun}', subject: ${noun}.id });
    tx.emit({ type: '${noun}.created', ${noun}Id: ${noun}.id });
    return ${noun};
  });
}
`;
}

function serviceTestFile({ module, noun, Noun }: Names): string {
  return `import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { create${Noun} } from './create-${noun}.ts';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

test('a name is given once, whatever its letter case', async () => {
  await create${Noun}(world.contextOf('manager'), { name: 'Первый дом' });
  await expect(create${Noun}(world.contextOf('manager'), { name: 'ПЕРВЫЙ ДОМ' })).rejects.toMatchObject({
    code: '${module}.name_taken',
  });
});

test('who may only read creates nothing', async () => {
  await expect(create${Noun}(world.contextOf('analyst'), { name: 'Второй дом' })).rejects.toMatchObject({
    kind: 'not_permitted',
  });
});

test('another company has names of its own', async () => {
  const other = await testWorkspace(database, { seed: 2_000 });
  await expect(create${Noun}(other.system, { name: 'Первый дом' })).resolves.toMatchObject({ name: 'Первый дом' });
  await other.close();
});
`;
}

function reactionsFile({ module }: Names): string {
  return `import type { Reaction } from '@mosty/kernel/events';

/** Each in a file of its own, \`reactions/do-this-when-that.ts\`; safe to repeat. */
export const ${module}Reactions: readonly Reaction[] = [];
`;
}

function httpFile({ module, noun, nouns, Noun, Nouns }: Names): string {
  return `import { permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import * as api from './contract.ts';
import { rights } from './policy.ts';
import { create${Noun} } from './service/create-${noun}.ts';
import { list${Nouns} } from './store/${nouns}.ts';

export const ${module}Routes: Served[] = [
  serve(api.list${Nouns}, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, '${noun}.read');
      const rows = await list${Nouns}(tx, { after: decodeCursor(query.cursor), limit: query.limit });
      return pageFrom(rows, query.limit, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
    }),
  ),
  serve(api.create${Noun}, (ctx, { body }) => create${Noun}(ctx, body)),
];
`;
}

function migrationFile({ module, noun }: Names): string {
  return `SET lock_timeout = '5s';
CREATE SCHEMA ${module};
GRANT USAGE ON SCHEMA ${module} TO mosty_app;

CREATE TABLE ${module}.${noun} (
  workspace_id uuid        NOT NULL,
  id           kernel.id   NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- the name as names are compared, made by domain.ts
  name_key     text        COLLATE "C" NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX ${noun}_by_name ON ${module}.${noun} (workspace_id, name_key);
CREATE INDEX ${noun}_by_time ON ${module}.${noun} (workspace_id, created_at DESC, id DESC);
SELECT kernel.protect('${module}.${noun}');
`;
}
