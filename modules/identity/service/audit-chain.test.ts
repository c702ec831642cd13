import pg from 'pg';
import { afterAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { readAudit, verifyAudit } from '@mosty/kernel/audit';
import { look, transact } from '@mosty/kernel/db';
import { addMember } from './add-member.ts';
import { changeRole } from './change-role.ts';

let db: TestDatabase;
let world: World;

beforeEach(async () => {
  db ??= await testDatabase();
  world = await testWorkspace(db);
  await changeRole(world.contextOf('owner'), {
    memberId: world.member('voice').id,
    role: 'manager',
    reason: 'Вырос',
  });
});
afterEach(() => world.close());
afterAll(() => db?.drop());

/** As the superuser of the database, with the guards switched off: what a thief of the server could do. */
async function tamper(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
  try {
    await client.query(`
      BEGIN;
      ALTER TABLE kernel.audit DISABLE TRIGGER ALL;
      ${statement.replaceAll('$w', `workspace_id = '${world.workspaceId}'`)};
      ALTER TABLE kernel.audit ENABLE ALWAYS TRIGGER append_only_rows;
      ALTER TABLE kernel.audit ENABLE ALWAYS TRIGGER append_only_table;
      COMMIT`);
  } finally {
    await client.end();
  }
}

const verify = () => look(world.contextOf('finance'), verifyAudit);

describe('the journal', () => {
  it('is whole while nobody touched it, also after many writers at once', async () => {
    const names = Array.from({ length: 20 }, (_, place) => `busy ${place}`);
    await Promise.all(
      names.map((name, place) =>
        addMember(world.system, { name, email: `busy${place}@mosty.test`, role: 'voice' }),
      ),
    );
    const verdict = await verify();
    expect(verdict.brokenAt).toBeNull();
    expect(verdict.checked).toBe(Number(verdict.lastSeq));
    expect(verdict.checked).toBeGreaterThan(28);
  });

  it('cannot be rewritten by the program, nor by the owner of its tables', async () => {
    for (const change of [
      "UPDATE kernel.audit SET reason = 'x'",
      'DELETE FROM kernel.audit',
      'TRUNCATE kernel.audit',
    ]) {
      await expect(transact(world.system, (tx) => tx.connection.client.query(change))).rejects.toThrow();
      const client = new pg.Client({ connectionString: db.ownerUrl });
      await client.connect();
      await expect(client.query(change), change).rejects.toThrow('append-only');
      await client.end();
    }
  });

  it.each([
    ['a changed reason', "UPDATE kernel.audit SET reason = 'Другая причина' WHERE $w AND reason = 'Вырос'"],
    ['a changed change', `UPDATE kernel.audit SET change = '{"to":"owner"}' WHERE $w AND reason = 'Вырос'`],
    ['another actor', "UPDATE kernel.audit SET actor_id = 'mem_other' WHERE $w AND seq = 3"],
    ['another time', "UPDATE kernel.audit SET at = at + interval '1 millisecond' WHERE $w AND seq = 3"],
    ['a removed entry', 'DELETE FROM kernel.audit WHERE $w AND seq = 4'],
    [
      'two entries in another order',
      'UPDATE kernel.audit SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE $w AND seq IN (2, 3); UPDATE kernel.audit SET seq = -seq WHERE $w AND seq < 0',
    ],
    ['a cut end', 'DELETE FROM kernel.audit WHERE $w AND seq = (SELECT max(seq) FROM kernel.audit WHERE $w)'],
    [
      'an inserted entry',
      'INSERT INTO kernel.audit SELECT workspace_id, seq + 1, at, actor_type, actor_id, verb, subject, reason, change, request_id, hash FROM kernel.audit WHERE $w ORDER BY seq DESC LIMIT 1',
    ],
  ])('shows %s', async (_what, statement) => {
    expect((await verify()).brokenAt).toBeNull();
    await tamper(statement);
    expect((await verify()).brokenAt).not.toBeNull();
  });

  it('of one company says nothing of another', async () => {
    const other = await testWorkspace(db);
    await tamper("UPDATE kernel.audit SET reason = 'x' WHERE $w AND seq = 1");
    expect((await look(other.system, verifyAudit)).brokenAt).toBeNull();
    expect((await verify()).brokenAt).toBe(1n);
    await other.close();
  });

  it('is read newest first and by filters', async () => {
    const by = await look(world.system, (tx) =>
      readAudit(tx, { actorId: world.member('owner').id, limit: 10 }),
    );
    expect(by.map((row) => row.verb)).toEqual(['identity.change_role']);
    const none = await look(world.system, (tx) =>
      readAudit(tx, { to: new Date('2026-03-01T00:00:00Z'), limit: 10 }),
    );
    expect(none).toEqual([]);
    const day = { from: new Date('2026-03-01T21:00:00Z'), to: new Date('2026-03-02T21:00:00Z') };
    expect(
      (await look(world.system, (tx) => readAudit(tx, { ...day, limit: 3 }))).map((row) => row.seq),
    ).toEqual([10n, 9n, 8n]);
  });
});
