import { approveMatured, markAccrualsPaid, takeAccruals } from '@mosty/incentives';
import { createPartner } from '@mosty/directory';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate, month } from '@mosty/kernel/time';
import { readLaunch } from '@mosty/onboarding/contract';
import { onboardingRoutes } from '@mosty/onboarding/http';
import { takeOver } from '@mosty/lifecycle';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallCompany } from './api/company.ts';

const ask = askOf(onboardingRoutes);
let database: TestDatabase;
let world: World;
let selling: Id<'partner'>;
let paid: Id<'partner'>;
let talking: Id<'partner'>;
let waiting: Id<'partner'>;

/** A launch that began on a day, as the path writes it, with the one step a live talk is told by. */
async function launched(partnerId: Id<'partner'>, beganOn: string): Promise<void> {
  await transact(world.system, async (tx) => {
    const id = tx.id('launch');
    await sql`
      INSERT INTO onboarding.launch (workspace_id, id, partner_id, kind, path_version, created_at, created_by, began_on, touched_on)
      VALUES (${tx.workspaceId}::uuid, ${id}, ${partnerId}, 'creator', 0, ${tx.now()}, 'test', ${beganOn}::date, ${beganOn}::date)`.execute(
      tx.db,
    );
    const words = { title: 'Разговор', what: 'Живой разговор под материалом' };
    await sql`
      INSERT INTO onboarding.step (workspace_id, launch_id, partner_id, code, position, part, side, told, due_on)
      VALUES (${tx.workspaceId}::uuid, ${id}, ${partnerId}, 'live_thread', 1, 'first_deals', 'theirs',
        ${JSON.stringify({ ru: words, en: words, questions: [] })}::jsonb, ${beganOn}::date + 14)`.execute(
      tx.db,
    );
  });
}

const launchOf = async (partnerId: Id<'partner'>) =>
  (await ask(readLaunch, world.contextOf('head'), { params: { partnerId } })).launch;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  const company = await smallCompany(world, 'П');
  const [first, second] = company.partnerIds;
  if (!first || !second) throw new Error('two partners were promised');
  [selling, paid] = [first, second];
  const more = async (name: string) => {
    const { id: partnerId } = await createPartner(world.system, { name });
    await takeOver(world.system, { partnerId, path: 'standard', stage: 'working', reason: 'для проверки' });
    return partnerId;
  };
  talking = await more('Говорит');
  waiting = await more('Ждёт');
  // Three sales a partner on the first days of February: one launch began before them, the other after.
  await launched(selling, '2026-01-20');
  await launched(paid, '2026-03-01');
  await launched(talking, '2026-03-01');
  await launched(waiting, '2026-03-01');
  world.clock.set(new Date('2026-06-10T09:00:00Z'));
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

describe('the goal of a launch is the first result, of three kinds (S1.18)', () => {
  it('a paid sale: on its day, with the days it took', async () => {
    expect(await launchOf(selling)).toMatchObject({
      firstResult: { kind: 'sale', on: '2026-02-01' },
      days: 12,
    });
  });

  it('money that came: what was earned before the launch counts when it is paid', async () => {
    expect((await launchOf(paid))?.firstResult).toBeNull();
    await approveMatured(world.system, { upTo: businessDate('2026-06-10') });
    await transact(world.system, async (tx) => {
      const payoutId = tx.id('payout');
      const payouts = [{ payoutId, partnerId: paid, currency: 'RUB' }];
      const [took] = await takeAccruals(tx, { through: month('2026-02'), payouts });
      expect(took).toBeDefined();
      await markAccrualsPaid(tx, { payoutIds: [payoutId], paidAt: new Date('2026-06-08T09:00:00Z') });
    });
    expect((await launchOf(paid))?.firstResult).toEqual({ kind: 'payout', on: '2026-06-08' });
  });

  it('a live talk under what the partner made: from the day it is shown', async () => {
    await transact(world.system, (tx) =>
      sql`UPDATE onboarding.step SET done_at = ${new Date('2026-03-20T09:00:00Z')}, done_by = 'test', proof = 'Сорок ответов'
        WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${talking}`.execute(tx.db),
    );
    expect((await launchOf(talking))?.firstResult).toEqual({ kind: 'thread', on: '2026-03-20' });
  });

  it('until there is one, the launch says how many days it has taken', async () => {
    expect(await launchOf(waiting)).toMatchObject({ firstResult: null, days: 101 });
  });
});
