import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkBoundaries } from './check-boundaries.ts';

const made: string[] = [];
afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

const MODULE = { '.': './index.ts', './contract': './contract.ts' };
/** kernel ← identity ← deals ← ledger, as small as can be. */
const GOOD: Record<string, string> = {
  'kernel/package.json': packageOf('kernel', [], { './money': './money/index.ts', './db': './db/index.ts' }),
  'kernel/money/index.ts': 'export const zero = 0n;\n',
  'kernel/db/index.ts': "import pg from 'pg';\nexport const pool = pg;\n",
  'modules/identity/package.json': packageOf('identity', ['kernel'], MODULE),
  'modules/identity/index.ts': "export { permit } from './service/permit.ts';\n",
  'modules/identity/contract.ts': "import * as z from 'zod';\nexport const role = z.string();\n",
  'modules/identity/service/permit.ts': 'export const permit = 1;\n',
  'modules/deals/package.json': packageOf('deals', ['kernel', 'identity', 'ui-kit'], MODULE),
  'modules/deals/index.ts': "export { record } from './service/record.ts';\n",
  'modules/deals/contract.ts':
    "import { role } from '@mosty/identity/contract';\nexport const sale = role;\n",
  'modules/deals/domain.ts': "import { zero } from '@mosty/kernel/money';\nexport const nothing = zero;\n",
  'modules/deals/store/sales.ts':
    "import { sql } from 'kysely';\nexport const a = sql`INSERT INTO deals.sale SELECT * FROM identity.v_member`;\n",
  'modules/deals/service/record.ts':
    "import { permit } from '@mosty/identity';\nimport { a } from '../store/sales.ts';\nexport const record = [permit, a];\n",
  'modules/deals/ui/index.tsx': "import { Page } from '@mosty/ui-kit';\nexport const screens = [Page];\n",
  'modules/deals/migrations/0001_deals.sql':
    "SET LOCAL lock_timeout = '5s';\nCREATE TABLE deals.sale (id text);\n",
  'packages/ui-kit/package.json': packageOf('ui-kit', ['kernel'], { '.': './index.ts' }),
  'packages/ui-kit/index.ts': 'export const Page = 1;\n',
};

function packageOf(name: string, neighbours: string[], exports: object): string {
  const dependencies = Object.fromEntries(neighbours.map((it) => [`@mosty/${it}`, '*']));
  return JSON.stringify({ name: `@mosty/${name}`, exports, dependencies });
}

/** The good repository with some files changed or added; what the check says, one line each. */
function said(changes: Record<string, string> = {}): string[] {
  const root = mkdtempSync(path.join(tmpdir(), 'mosty-boundaries-'));
  made.push(root);
  for (const [file, text] of Object.entries({ ...GOOD, ...changes })) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return checkBoundaries(root).violations.map((it) => `${it.file}:${it.line} ${it.rule}`);
}

test('a repository that keeps the map passes', () => {
  expect(said()).toEqual([]);
});

test('nothing found is not a pass', () => {
  const empty = mkdtempSync(path.join(tmpdir(), 'mosty-boundaries-'));
  made.push(empty);
  expect(checkBoundaries(empty).files).toBe(0);
});

const BAD: [what: string, file: string, text: string, rule: string][] = [
  [
    'a module that is not among the dependencies',
    'modules/identity/service/permit.ts',
    "import { record } from '@mosty/deals';\nexport const permit = record;\n",
    'modules/identity/service/permit.ts:1 neighbour',
  ],
  [
    'a door that is not opened',
    'modules/deals/service/record.ts',
    "\nimport { permit } from '@mosty/identity/service/permit.ts';\nexport const record = permit;\n",
    'modules/deals/service/record.ts:2 exports-only',
  ],
  [
    'a way around the doors',
    'modules/deals/service/record.ts',
    "import { permit } from '../../identity/service/permit.ts';\nexport const record = permit;\n",
    'modules/deals/service/record.ts:1 exports-only',
  ],
  [
    'a store that calls a verb',
    'modules/deals/store/sales.ts',
    "import type { record } from '../service/record.ts';\nexport type A = typeof record;\nexport const a = 1;\n",
    'modules/deals/store/sales.ts:1 shelf',
  ],
  [
    'a shelf nobody knows',
    'modules/deals/stuff/sales.ts',
    'export const a = 1;\n',
    'modules/deals/stuff/sales.ts:1 shelf',
  ],
  [
    'a screen with a neighbour behind it that runs on the server',
    'modules/deals/ui/index.tsx',
    "import { permit } from '@mosty/identity';\nexport const screens = [permit];\n",
    'modules/deals/ui/index.tsx:1 browser-safe',
  ],
  [
    'a contract with a server package three steps away',
    'modules/deals/contract.ts',
    "import { pool } from '@mosty/kernel/db';\nexport const sale = pool;\n",
    'modules/deals/contract.ts:1 browser-safe',
  ],
  [
    'a rule that asks the clock',
    'modules/deals/domain.ts',
    'export const now = new Date();\n',
    'modules/deals/domain.ts:1 pure-domain',
  ],
  [
    'a rule that asks chance',
    'modules/deals/domain.ts',
    '// Math.random in a comment is fine\nexport const now = Math.random();\n',
    'modules/deals/domain.ts:2 pure-domain',
  ],
  [
    'a rule that reads files',
    'modules/deals/domain.ts',
    "import 'node:fs';\n",
    'modules/deals/domain.ts:1 pure-domain',
  ],
  [
    'a name that says nothing',
    'modules/deals/service/date-utils.ts',
    'export {};\n',
    'modules/deals/service/date-utils.ts:1 name',
  ],
  [
    'SQL in a verb',
    'modules/deals/service/record.ts',
    "import { sql } from 'kysely';\nexport const record = sql<{ id: string }>`SELECT 1`;\n",
    'modules/deals/service/record.ts:2 sql-in-store',
  ],
  [
    "a store that writes to a neighbour's table",
    'modules/deals/store/sales.ts',
    "import { sql } from 'kysely';\nexport const a = sql`\n  UPDATE identity.member SET name = ''`;\n",
    'modules/deals/store/sales.ts:3 own-schema',
  ],
  [
    "a store that reads a neighbour's table",
    'modules/deals/store/sales.ts',
    "import { sql } from 'kysely';\nexport const a = sql`SELECT 1 FROM identity.member`;\n",
    'modules/deals/store/sales.ts:2 own-schema',
  ],
  [
    "a migration of a neighbour's table",
    'modules/deals/migrations/0002_more.sql',
    "SET LOCAL lock_timeout = '5s';\nALTER TABLE identity.member ADD x int;\n",
    'modules/deals/migrations/0002_more.sql:2 own-schema',
  ],
  [
    'a migration that may wait for ever',
    'modules/deals/migrations/0002_more.sql',
    '-- only words\nCREATE TABLE deals.refund (id text);\n',
    'modules/deals/migrations/0002_more.sql:1 migration',
  ],
  [
    'an import that leads nowhere',
    'modules/deals/domain.ts',
    "import './gone.ts';\n",
    'modules/deals/domain.ts:1 import-exists',
  ],
];

describe('is refused, with its place:', () => {
  test.each(BAD)('%s', (_what, file, text, rule) => {
    expect(said({ [file]: text })).toContain(rule);
  });

  test('files that import each other; types may', () => {
    const one = 'modules/deals/service/one.ts';
    const two = 'modules/deals/service/two.ts';
    const circle = { [one]: "import './two.ts';\n", [two]: "import './one.ts';\n" };
    expect(said(circle).some((line) => line.endsWith('no-cycle'))).toBe(true);
    expect(said({ ...circle, [two]: "import type { A } from './one.ts';\nexport type B = A;\n" })).toEqual(
      [],
    );
  });

  test('packages that know each other', () => {
    const changed = packageOf('identity', ['kernel', 'deals'], MODULE);
    expect(said({ 'modules/identity/package.json': changed }).some((line) => line.endsWith('arrows'))).toBe(
      true,
    );
  });
});
