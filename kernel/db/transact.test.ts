import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { readAudit, verifyAudit } from '../audit/index.ts';
import type { Context, Tx } from '../context/index.ts';
import { drainEvents, failedReactions, type KeptEvent, type Reaction } from '../events/index.ts';
import { systemContext } from '@mosty/identity';
import { look, transact, withIdempotency } from './index.ts';
import type { Operation } from '../operation/index.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let other: World;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  other = await testWorkspace(db);
});
afterAll(async () => {
  await world.close();
  await other.close();
  await db.drop();
});

const note = (tx: Tx, subject: string) =>
  tx.audit({ verb: 'test.act', subject, change: { big: 2n ** 60n, при: 'мер' } });

describe('the journal', () => {
  test('is written in the transaction of the change: no commit, no entry', async () => {
    const before = await look(world.system, (tx) => readAudit(tx, { limit: 100 }));
    await expect(
      transact(world.system, async (tx) => {
        note(tx, 'lost');
        throw new Error('the change failed');
      }),
    ).rejects.toThrow('the change failed');
    const after = await look(world.system, (tx) => readAudit(tx, { limit: 100 }));
    expect(after.length).toBe(before.length);
  });

  test('keeps an unbroken chain under concurrent writers', async () => {
    await Promise.all(
      Array.from({ length: 40 }, (_, place) => transact(world.system, async (tx) => note(tx, `s${place}`))),
    );
    const verdict = await look(world.system, verifyAudit);
    expect(verdict.brokenAt).toBeNull();
    expect(verdict.checked).toBeGreaterThanOrEqual(40);
  });

  test('shows who rewrote it, even when the database owner switched the guard off', async () => {
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    const id = [other.workspaceId];
    await transact(other.system, async (tx) => note(tx, 'first'));
    await transact(other.system, async (tx) => note(tx, 'second'));
    for (const change of [`UPDATE kernel.audit SET subject = 'x'`, 'DELETE FROM kernel.audit']) {
      await expect(owner.query(`${change} WHERE workspace_id = $1`, id)).rejects.toThrow('append-only');
    }
    await expect(owner.query('TRUNCATE kernel.audit')).rejects.toThrow('append-only');
    expect((await look(other.system, verifyAudit)).brokenAt).toBeNull();

    await owner.query('ALTER TABLE kernel.audit DISABLE TRIGGER append_only_rows');
    const last = await owner.query<{ seq: bigint }>(
      'SELECT max(seq) AS seq FROM kernel.audit WHERE workspace_id = $1',
      id,
    );
    const seq = last.rows[0]?.seq;
    await owner.query(
      `UPDATE kernel.audit SET reason = 'nothing happened' WHERE workspace_id = $1 AND seq = $2`,
      [...id, seq],
    );
    expect((await look(other.system, verifyAudit)).brokenAt).toBe(seq);
    await owner.query('DELETE FROM kernel.audit WHERE workspace_id = $1 AND seq = $2', [...id, seq]);
    expect((await look(other.system, verifyAudit)).brokenAt).toBe(seq);
    await owner.query('ALTER TABLE kernel.audit ENABLE ALWAYS TRIGGER append_only_rows');
    await owner.end();
  });
});

describe('a workspace', () => {
  test('sees and writes only its own rows, whatever the query says', async () => {
    await transact(world.system, async (tx) => note(tx, 'ours'));
    await transact(other.system, async (tx) => {
      const seen = await sql<{
        n: number;
      }>`SELECT count(*)::int AS n FROM kernel.audit WHERE workspace_id = ${world.workspaceId}::uuid`.execute(
        tx.db,
      );
      expect(seen.rows[0]?.n).toBe(0);
      const changed =
        await sql`UPDATE kernel.workspace_head SET event_seq = 99 WHERE workspace_id = ${world.workspaceId}::uuid RETURNING 1`.execute(
          tx.db,
        );
      expect(changed.rows.length).toBe(0);
    });
    await expect(
      transact(other.system, (tx) =>
        sql`INSERT INTO kernel.event (workspace_id, seq, id, type, at, body)
            VALUES (${world.workspaceId}::uuid, 999, 'evt_x', 'forged', now(), '{}')`.execute(tx.db),
      ),
    ).rejects.toThrow('row-level security');
  });

  test('of a partner’s people, each acts and none reads the journal, the events or the answers given to others', async () => {
    const operation = { id: 'test.act', status: 200 } as Operation;
    const act = (ctx: Context, said: string) =>
      withIdempotency(ctx, operation, 'same-key', { said }, async (tx) => {
        note(tx, 'by a partner');
        tx.emit({ type: 'test.seen', n: 1 });
        return { said };
      });
    const partner = world.contextOf('partner_owner');
    await act(world.system, 'ours');
    await act(partner, 'theirs');
    expect(await act(partner, 'theirs')).toEqual({ said: 'theirs' });
    const stranger = await world.contextOfPartner(world.system.ids.next('partner', world.clock.now()));
    const counts = (ctx: Context) =>
      look(ctx, async (tx) => {
        const { rows } = await sql<{ audit: number; event: number; answers: number }>`
          SELECT (SELECT count(*) FROM kernel.audit)::int AS audit, (SELECT count(*) FROM kernel.event)::int AS event,
                 (SELECT count(*) FROM kernel.idempotency)::int AS answers`.execute(tx.db);
        return rows[0];
      });
    expect(await counts(partner)).toEqual({ audit: 0, event: 0, answers: 1 });
    expect(await counts(stranger)).toEqual({ audit: 0, event: 0, answers: 0 });
    expect((await counts(world.system))?.answers).toBeGreaterThanOrEqual(2);
    await expect(
      transact(stranger, (tx) =>
        sql`INSERT INTO kernel.idempotency (workspace_id, key, operation, body_hash, created_at, partner_id)
            VALUES (${world.workspaceId}::uuid, 'forged', 'x', 'x', now(), ${world.partnerId})`.execute(
          tx.db,
        ),
      ),
    ).rejects.toThrow('row-level security');
  });

  test('a look cannot write', async () => {
    await expect(
      look(world.system, (tx) => sql`DELETE FROM kernel.idempotency`.execute(tx.db)),
    ).rejects.toThrow('read-only');
  });
});

describe('events', () => {
  const heard: string[] = [];
  let failing = true;
  const listener: Reaction = {
    name: 'test.listen',
    on: ['test.happened'],
    run: async (_tx: Tx, events: readonly KeptEvent[]) => {
      heard.push(...events.map((event) => String(event.body['n'])));
    },
  };
  const broken: Reaction = {
    name: 'test.broken',
    on: ['test.happened'],
    run: async () => {
      if (failing) throw new Error('not today');
    },
  };
  const setup = () => ({
    database: world.database,
    reactions: [listener, broken],
    contextOf: (id: string, job: string) =>
      systemContext(world.database, id, job, { clock: world.clock, ids: world.ids }),
    onFailure: () => {},
  });

  test('reach a reaction once, in the order of commits, with no number missing', async () => {
    const sent = Array.from({ length: 30 }, (_, n) => n);
    await Promise.all(
      sent.map((n) =>
        transact(world.system, async (tx) => {
          tx.emit({ type: 'test.happened', n });
        }),
      ),
    );
    await drainEvents(setup());
    await drainEvents(setup());
    expect(heard.map(Number).sort((a, b) => a - b)).toEqual(sent);
    const kept = await look(world.system, (tx) =>
      sql<{
        n: number;
      }>`SELECT max(seq)::int - count(*)::int AS n FROM kernel.event WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(
        tx.db,
      ),
    );
    expect(kept.rows[0]?.n).toBe(0);
  });

  test('a broken reaction shows as broken, holds up nobody else, and goes on when mended', async () => {
    const failures = await look(world.system, failedReactions);
    expect(failures.map((one) => [one.reaction, one.failure])).toEqual([['test.broken', 'not today']]);
    failing = false;
    world.clock.advance(3_600_000);
    await drainEvents(setup());
    expect(await look(world.system, failedReactions)).toEqual([]);
  });
});

describe('an Idempotency-Key', () => {
  const operation = { id: 'testMake', status: 201 } as Operation;
  let made = 0;
  const make = (key: string, body: unknown) =>
    withIdempotency(world.contextOf('head'), operation, key, body, async () => {
      made += 1;
      return { made: BigInt(made) };
    });

  test('gives concurrent duplicates one effect and one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => make('k1', { a: 1 })));
    expect(made).toBe(1);
    expect(new Set(answers.map((answer) => Number((answer as { made: bigint }).made)))).toEqual(new Set([1]));
  });

  test('is refused with another body', async () => {
    await expect(make('k1', { a: 2 })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'request.idempotency_key_reused',
    });
  });

  test('of one person is not the key of another', async () => {
    await withIdempotency(world.contextOf('finance'), operation, 'k1', { a: 3 }, async () => {
      made += 1;
      return {};
    });
    expect(made).toBe(2);
  });

  test('is not spent by a refusal', async () => {
    const act = (fails: boolean) =>
      withIdempotency(world.contextOf('head'), operation, 'k2', {}, async () => {
        if (fails) throw new Error('refused');
        return { done: true };
      });
    await expect(act(true)).rejects.toThrow('refused');
    await expect(act(false)).resolves.toEqual({ done: true });
  });
});
