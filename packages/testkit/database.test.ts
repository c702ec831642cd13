import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from './database.ts';

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([testDatabase(), testDatabase()]);
});

afterAll(async () => {
  await Promise.all([one.drop(), other.drop()]);
});

async function ask<T extends object>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

test('each test file has a migrated database of its own', async () => {
  await ask(one.ownerUrl, 'CREATE TABLE only_here (id int)');
  expect(await ask(one.ownerUrl, 'SELECT module FROM kernel.migration LIMIT 1')).toHaveLength(1);
  await expect(ask(other.ownerUrl, 'SELECT * FROM only_here')).rejects.toThrow('only_here');
});

test('the application connects as a role that owns nothing and stands under row level security', async () => {
  const found = await ask(
    one.appUrl,
    `SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
            (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned
       FROM pg_roles WHERE rolname = current_user`,
  );
  expect(found).toEqual([
    {
      rolname: 'mosty_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      owned: 0,
    },
  ]);
});
