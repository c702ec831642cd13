import path from 'node:path';
import { splitSpecifier, type SourceFile, type Tree } from './tree.ts';
import { violation, type Violation } from './violation.ts';

/** What may stand in a file, by its place. */
export function checkContent(tree: Tree): Violation[] {
  const modules = [...tree.packages.values()].filter((it) => it.folder.startsWith('modules/'));
  const schemas = new Set(modules.flatMap((it) => schemasOf(it.folder.slice('modules/'.length))));
  return [...tree.files.values()].flatMap((file) => [
    ...checkName(file),
    ...checkPurity(file),
    ...checkSql(file),
    ...checkSchemas(file, schemas),
  ]);
}

const VAGUE = /(^|[-./])(utils?|helpers?|common|managers?|misc)([-./]|$)/i;

function checkName(file: SourceFile): Violation[] {
  const name = file.path.replace(/\.tsx?$/, '');
  return VAGUE.test(name)
    ? [violation(file, 0, 'name', `"${path.posix.basename(name)}" does not say what it holds`)]
    : [];
}

const IMPURE = [
  [/\bDate\.now\b/g, 'the clock (Date.now)'],
  [/\bnew Date\(\s*\)/g, 'the clock (new Date())'],
  [/\bperformance\.now\b/g, 'the clock (performance.now)'],
  [/\bMath\.random\b/g, 'chance (Math.random)'],
  [/\b(random(Bytes|UUID|UUIDv7|Int|FillSync)|getRandomValues)\b/g, 'chance (crypto)'],
  [/\bprocess\.(env|cwd|argv)/g, 'the environment'],
  [/\bfetch\(/g, 'the network'],
] as const;
const IMPURE_PACKAGES = new Set(['pg', 'kysely', 'fastify', 'pg-copy-streams']);
/** Hashes and bytes: of Node only what gives the same answer for the same question. */
const PURE_OF_NODE = new Set(['node:crypto', 'node:buffer']);

/** Domain takes all it needs as arguments. */
function checkPurity(file: SourceFile): Violation[] {
  if (file.place.shelf !== 'domain' || file.isTest) return [];
  const asked = IMPURE.flatMap(([pattern, words]) =>
    [...file.text.matchAll(pattern)].map((match) =>
      violation(file, match.index, 'pure-domain', `${words} is passed in, not asked for`),
    ),
  );
  const imported = file.imports
    .filter(({ specifier }) => isImpure(specifier))
    .map(({ specifier, index }) =>
      violation(file, index, 'pure-domain', `${specifier} is not for pure rules`),
    );
  return [...asked, ...imported];
}

function isImpure(specifier: string): boolean {
  if (specifier.startsWith('node:')) return !PURE_OF_NODE.has(specifier);
  return IMPURE_PACKAGES.has(splitSpecifier(specifier)[0] ?? specifier);
}

const SQL =
  /\bsql(<[^`;]*>)?`|\.query(<[^(;]*>)?\(\s*['"`]\s*(SELECT|INSERT|UPDATE|DELETE|WITH|COPY|CREATE|ALTER)\b/gi;
/** Where SQL stands beside `store`: the kernel, and the program's care for its database as a whole. */
const SQL_PLACES =
  /^(kernel|bench|tools|stories|packages\/testkit|apps\/server\/(database|backup|doctor|troubles))\b/;

function checkSql(file: SourceFile): Violation[] {
  if (file.isTest || file.place.shelf === 'store' || SQL_PLACES.test(file.path)) return [];
  return [...file.text.matchAll(SQL)].map((match) =>
    violation(file, match.index, 'sql-in-store', 'SQL stands only in store/ and migrations/'),
  );
}

const WRITES =
  /\b(?:INSERT\s+INTO|UPDATE(?:\s+ONLY)?|DELETE\s+FROM|MERGE\s+INTO|TRUNCATE(?:\s+TABLE)?)\s+"?([a-z_]+)"?\.|\.(?:insertInto|updateTable|deleteFrom)\(\s*['"`]([a-z_]+)\.|\bcopyRows\(\s*\w+,\s*['"`]([a-z_]+)\./gi;
const READS = /\b(?:FROM|JOIN)\s+(?:ONLY\s+)?([a-z_]+)\.([a-z_]+)/g;

/** A store changes only its own schema, and of a neighbour's reads only what it publishes as a view. */
function checkSchemas(file: SourceFile, schemas: ReadonlySet<string>): Violation[] {
  if (file.place.area !== 'modules' || file.isTest) return [];
  const own = schemasOf(file.place.name);
  const writes = [...file.text.matchAll(WRITES)].flatMap((match) => {
    const schema = match[1] ?? match[2] ?? match[3] ?? '';
    return own.includes(schema) || schema === 'pg_temp'
      ? []
      : [violation(file, match.index, 'own-schema', `${file.place.name} changes a table of ${schema}`)];
  });
  const reads = [...file.text.matchAll(READS)].flatMap((match) => {
    const [, schema = '', table = ''] = match;
    if (own.includes(schema) || !schemas.has(schema) || table.startsWith('v_')) return [];
    return [
      violation(
        file,
        match.index,
        'own-schema',
        `${file.place.name} reads ${schema}.${table}, not a view of it`,
      ),
    ];
  });
  return [...writes, ...reads];
}

/** The sign-in library keeps its tables in `auth`; identity alone speaks to it. */
export function schemasOf(module: string): string[] {
  return module === 'identity' ? ['identity', 'auth'] : [module];
}
