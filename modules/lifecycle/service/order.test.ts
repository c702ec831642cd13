import { createPartner } from '@mosty/directory';
import { look, transact } from '@mosty/kernel/db';
import type { Tx } from '@mosty/kernel/context';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Id } from '@mosty/kernel/id';
import { STEPS } from '../domain/table.ts';
import { standingOf } from '../store/standing.ts';
import { enterConveyor } from './enter-lifecycle.ts';
import { takeOver } from './take-over.ts';

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

let named = 0;
async function newPartner(): Promise<Id<'partner'>> {
  named += 1;
  return (await createPartner(world.contextOf('head'), { name: `Партнёр ${named}` })).id;
}
const stageOf = (partnerId: Id<'partner'>) =>
  look(world.system, async (tx) => (await standingOf(tx, [partnerId])).get(partnerId)?.stage ?? null);

/** A passage as somebody with the application's own connection could write it. */
function passByHand(
  partnerId: string,
  passage: {
    no: number;
    from: string | null;
    to: string;
    path?: string;
    evidence?: string[];
    takenOver?: boolean;
  },
): Promise<unknown> {
  const { no, from, to, path = 'standard', evidence = [], takenOver = false } = passage;
  return transact(world.system, (tx) =>
    sql`INSERT INTO lifecycle.passage (workspace_id, partner_id, no, path, from_stage, to_stage, at, by_actor, reason_code, taken_over, evidence)
        VALUES (${tx.workspaceId}::uuid, ${partnerId}, ${no}, ${path}, ${from}, ${to}, ${tx.now()}, 'hand', 'worked_before',
          ${takenOver}, ${JSON.stringify(evidence.map((code) => ({ code, rows: [] })))}::jsonb)`.execute(
      tx.db,
    ),
  );
}

test('the database holds the very table of the domain (S0.21, S0.49)', async () => {
  const { rows } = await look(world.system, (tx: Tx) =>
    sql<{ path: string; from: string; to: string; evidence: string[] }>`
      SELECT path, from_stage AS "from", to_stage AS "to", evidence FROM lifecycle.allowed`.execute(tx.db),
  );
  const told = STEPS.filter((step) => step.from !== null);
  const line = (step: { path: string; from: string | null; to: string; evidence: readonly string[] }) =>
    `${step.path}: ${step.from} → ${step.to} [${step.evidence.join(' ')}]`;
  expect(rows.map(line).sort()).toEqual(told.map(line).sort());
});

test('raw SQL cannot skip a gate: not the first, not one between, not without evidence (S0.48, S0.74)', async () => {
  const partnerId = await newPartner();
  await expect(passByHand(partnerId, { no: 1, from: null, to: 'working' })).rejects.toThrow(
    'begins with a mention',
  );
  await enterConveyor(world.contextOf('head'), { partnerId, path: 'standard' });
  await expect(passByHand(partnerId, { no: 2, from: 'mention', to: 'approved' })).rejects.toThrow('no step');
  await expect(passByHand(partnerId, { no: 2, from: 'mention', to: 'candidate' })).rejects.toThrow(
    'asks for',
  );
  await expect(passByHand(partnerId, { no: 2, from: 'checking', to: 'approved' })).rejects.toThrow(
    'elsewhere',
  );
  await expect(passByHand(partnerId, { no: 7, from: 'mention', to: 'candidate' })).rejects.toThrow(
    'elsewhere',
  );
  await expect(
    passByHand(partnerId, {
      no: 2,
      from: 'mention',
      to: 'candidate',
      path: 'referral',
      evidence: ['not_stop_listed'],
    }),
  ).rejects.toThrow('no step');
  await expect(
    passByHand(partnerId, { no: 2, from: 'mention', to: 'pilot', takenOver: true }),
  ).rejects.toThrow('taken over');
  expect(await stageOf(partnerId)).toBe('mention');
});

test('a standing and a passage are not rewritten, whoever asks', async () => {
  const partnerId = await newPartner();
  await enterConveyor(world.contextOf('head'), { partnerId, path: 'standard' });
  const change = (what: (tx: Tx) => Promise<unknown>) => transact(world.system, what);
  await expect(
    change((tx) => sql`UPDATE lifecycle.standing SET stage = 'working'`.execute(tx.db)),
  ).rejects.toThrow('permission denied');
  await expect(change((tx) => sql`DELETE FROM lifecycle.standing`.execute(tx.db))).rejects.toThrow(
    'permission denied',
  );
  await expect(
    change((tx) => sql`UPDATE lifecycle.passage SET to_stage = 'working'`.execute(tx.db)),
  ).rejects.toThrow('permission denied');
  await expect(
    change((tx) => sql`UPDATE lifecycle.allowed SET evidence = '{}'`.execute(tx.db)),
  ).rejects.toThrow('permission denied');
});

test('a partner who worked before is taken as it is, and shown so', async () => {
  const partnerId = await newPartner();
  const taken = {
    partnerId,
    path: 'standard',
    stage: 'working',
    reason: 'Работает с нами с 2024 года',
  } as const;
  await expect(takeOver(world.contextOf('manager'), taken)).rejects.toMatchObject({ kind: 'not_permitted' });
  await takeOver(world.contextOf('head'), taken);
  const standing = await look(world.system, async (tx) => (await standingOf(tx, [partnerId])).get(partnerId));
  expect(standing).toMatchObject({ stage: 'working', takenOver: true, passageNo: 1 });
  await expect(takeOver(world.contextOf('head'), taken)).rejects.toMatchObject({
    code: 'lifecycle.cannot_take_over',
  });
});
