import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { look, transact } from '@mosty/kernel/db';
import { createApiKey } from '../service/create-api-key.ts';
import { inviteMember } from '../service/invite-member.ts';

const TABLES = ['workspace', 'member', 'invitation', 'api_key', 'outbox_message'] as const;

let ours: World;
let theirs: World;

beforeAll(async () => {
  const db = await testDatabase();
  ours = await testWorkspace(db);
  theirs = await testWorkspace(db);
  for (const world of [ours, theirs]) {
    await createApiKey(world.contextOf('owner'), { name: 'CRM', scopes: ['read'] });
    await inviteMember(world.contextOf('owner'), { email: 'new@mosty.test', name: 'New', role: 'manager' });
  }
});

afterAll(async () => {
  await ours?.close();
  await theirs?.close();
});

describe('row level security', () => {
  it.each(TABLES)('another company’s rows of identity.%s are invisible, whatever is asked', async (table) => {
    const seen = await look(ours.contextOf('owner'), async (tx) => {
      const all = await sql<{
        workspace_id: string;
      }>`SELECT workspace_id FROM ${sql.table(`identity.${table}`)}`.execute(tx.db);
      const named = await sql`
        SELECT 1 FROM ${sql.table(`identity.${table}`)} WHERE workspace_id = ${theirs.workspaceId}::uuid`.execute(
        tx.db,
      );
      return { all: new Set(all.rows.map((row) => row.workspace_id)), named: named.rows.length };
    });
    expect([...seen.all]).toEqual([ours.workspaceId]);
    expect(seen.named).toBe(0);
  });

  it.each(TABLES)('another company’s rows of identity.%s cannot be changed', async (table) => {
    const touched = await transact(ours.contextOf('owner'), async (tx) => {
      const target = sql.table(`identity.${table}`);
      const changed = await sql`
        UPDATE ${target} SET created_at = created_at WHERE workspace_id = ${theirs.workspaceId}::uuid`.execute(
        tx.db,
      );
      return changed.numAffectedRows;
    });
    expect(touched).toBe(0n);
  });

  it('a row cannot be written into another company', async () => {
    await expect(
      transact(ours.contextOf('owner'), (tx) =>
        sql`INSERT INTO identity.api_key (workspace_id, id, name, scopes, hash, tail, created_by, created_at)
            VALUES (${theirs.workspaceId}::uuid, 'key_x', 'x', '{read}', 'x', 'x', 'x', now())`.execute(
          tx.db,
        ),
      ),
    ).rejects.toThrow('row-level security');
  });

  it('a partner’s people see the people of that partner only, and no keys, letters or invitations', async () => {
    const staff = ours.contextOf('partner_staff');
    const seen = await look(staff, async (tx) => {
      const members = await sql<{ role: string }>`SELECT role FROM identity.member ORDER BY role`.execute(
        tx.db,
      );
      const keys = await sql`SELECT 1 FROM identity.api_key`.execute(tx.db);
      const letters = await sql`SELECT 1 FROM identity.outbox_message`.execute(tx.db);
      const invitations = await sql`SELECT 1 FROM identity.invitation`.execute(tx.db);
      return [
        members.rows.map((row) => row.role),
        keys.rows.length,
        letters.rows.length,
        invitations.rows.length,
      ];
    });
    expect(seen).toEqual([['partner_owner', 'partner_staff'], 0, 0, 0]);
  });

  it('outside any company nothing is seen', async () => {
    const connection = await ours.database.connect();
    try {
      for (const table of TABLES) {
        const { rows } = await sql`SELECT 1 FROM ${sql.table(`identity.${table}`)}`.execute(
          connection.queries,
        );
        expect(rows, table).toEqual([]);
      }
    } finally {
      connection.release();
    }
  });

  it('the role of the program owns nothing and bypasses nothing', async () => {
    const connection = await ours.database.connect();
    try {
      const { rows } = await sql<{ rolsuper: boolean; rolbypassrls: boolean; owned: number }>`
        SELECT r.rolsuper, r.rolbypassrls, (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned
        FROM pg_roles r WHERE r.rolname = current_user`.execute(connection.queries);
      expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }]);
    } finally {
      connection.release();
    }
  });
});
