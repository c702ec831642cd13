import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '@mosty/testkit';
import { arrayLiteral, textArray } from './arrays.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let client: pg.Client;
beforeAll(async () => {
  db = await testDatabase();
  client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await db.drop();
});

const ODD = [
  '',
  'null',
  'NULL',
  '{',
  '}',
  ',',
  '"',
  '\\',
  ' ',
  '\n',
  'Ёлка',
  '👩‍🚀',
  '{"a":"b\\n"}',
  '\u00a0',
  'par_01k',
];

it('texts of any kind arrive as they were, whichever way they are sent', async () => {
  const { rows } = await client.query('SELECT $1::text[] AS bytes, $2::text[] AS literal', [
    textArray([...ODD, null]),
    arrayLiteral(ODD),
  ]);
  expect(rows[0]).toEqual({ bytes: [...ODD, null], literal: ODD });
});

it('an empty array is empty', async () => {
  const { rows } = await client.query('SELECT $1::text[] AS bytes, $2::text[] AS literal', [
    textArray([]),
    arrayLiteral([]),
  ]);
  expect(rows[0]).toEqual({ bytes: [], literal: [] });
});
