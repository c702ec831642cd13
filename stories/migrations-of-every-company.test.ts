import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Security by rows is forced on the owner of the tables too, and migrations name no company: a change of rows that does
// not set it aside first touches nothing, silently, wherever the owner is no superuser.
const migrations = globSync('modules/*/migrations/*.sql').toSorted();
const told = (path: string) =>
  readFileSync(path, 'utf8')
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\$\$.*?\$\$/gs, '');
const kept = new Set(
  migrations.flatMap((path) =>
    [...told(path).matchAll(/kernel\.protect\('([\w.]+)'/g)].map(([, table]) => table),
  ),
);

test('a migration that changes rows of companies lets its owner through, and shuts the door behind it', () => {
  const silent = migrations.flatMap((path) => {
    const statements = told(path)
      .split(';')
      .map((one) => one.trim().replaceAll(/\s+/g, ' '));
    return statements.flatMap((statement, place) => {
      const [, table] = /^(?:UPDATE|DELETE FROM) ([\w.]+)/.exec(statement) ?? [];
      if (!table || !kept.has(table)) return [];
      const isOpen = statements.indexOf(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
      const isShut = statements.lastIndexOf(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      return isOpen !== -1 && isOpen < place && place < isShut ? [] : [`${path}: ${table}`];
    });
  });
  expect(kept.size).toBeGreaterThan(100);
  expect(silent).toEqual([]);
});
