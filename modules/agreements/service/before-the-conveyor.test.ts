import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { sql } from 'kysely';
import { createPartner } from '@mosty/directory';
import { look, transact } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { standingOf, takeOver } from '@mosty/lifecycle';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAgreement } from './open-agreement.ts';

/** A database as it was before the conveyor, brought up to date: partners stand where their agreements had brought them. */
let database: TestDatabase;
let world: World;
const day = businessDate('2026-02-01');
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

test('whoever worked, agreed or had left is taken over as it is; a draft alone stays a contact', async () => {
  const ids: Record<string, string> = {};
  const dates = {
    works: { signedOn: day, launchedOn: day },
    agreed: { signedOn: day },
    left: { signedOn: day, launchedOn: day },
    draft: {},
  };
  for (const [name, signed] of Object.entries(dates)) {
    const { id: partnerId } = await createPartner(world.system, { name });
    await takeOver(world.system, { partnerId, path: 'standard', stage: 'agreed', reason: 'для пробы' });
    const agreement = { partnerId, class: 'partner_sales', kind: 'affiliate', startsOn: day } as const;
    await openAgreement(world.system, { ...agreement, ...signed });
    ids[name] = partnerId;
  }
  await transact(world.system, (tx) =>
    sql`UPDATE agreements.agreement SET ended_at = now(), end_reason = 'ушёл' WHERE partner_id = ${ids['left'] ?? ''}`.execute(
      tx.db,
    ),
  );
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const file = path.join(import.meta.dirname, '../migrations/0010_conveyor.sql');
  await owner.query(`BEGIN; ALTER TABLE lifecycle.passage DISABLE TRIGGER USER;
    DELETE FROM lifecycle.standing; DELETE FROM lifecycle.passage;
    ALTER TABLE lifecycle.passage ENABLE ALWAYS TRIGGER append_only_rows;
    ALTER TABLE lifecycle.passage ENABLE ALWAYS TRIGGER append_only_table;
    ${readFileSync(file, 'utf8')} COMMIT`);
  await owner.end();
  const standings = await look(world.system, (tx) => standingOf(tx, Object.values(ids)));
  const found = Object.fromEntries(
    Object.entries(ids).map(([name, id]) => {
      const standing = standings.get(id);
      return [name, standing && [standing.stage, standing.path, standing.takenOver]];
    }),
  );
  expect(found).toEqual({
    works: ['working', 'scaled', true],
    agreed: ['agreed', 'scaled', true],
    left: ['ended', 'scaled', true],
    draft: undefined,
  });
});
