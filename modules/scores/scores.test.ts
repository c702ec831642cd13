import { createPartner } from '@mosty/directory';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { addDays, businessDate, type BusinessDate } from '@mosty/kernel/time';
import { takeOver } from '@mosty/lifecycle';
import {
  askOf,
  seededRandom,
  testDatabase,
  testWorkspace,
  type TestDatabase,
  type World,
} from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from './contract.ts';
import { scoresRoutes } from './http.ts';
import { askOutcomes, estimateAlive, scoreEverybody, scorePartners, scoresOf } from './index.ts';

let database: TestDatabase;
let world: World;
let head: Context;
let manager: Context;
const TODAY = businessDate('2026-11-21');
const ago = (days: number): BusinessDate => addDays(TODAY, -days);

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  world.clock.set(new Date(`${TODAY}T09:00:00Z`));
  head = world.contextOf('head');
  manager = world.contextOf('manager');
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const ask = askOf(scoresRoutes);
const write = <T>(work: (tx: Tx) => Promise<T>) => transact(world.system, work);
let made = 0;

/** Works with us since 300 days, as an agent. */
async function workingPartner(): Promise<{ id: Id<'partner'>; agreementId: string }> {
  made += 1;
  const { id } = await createPartner(world.system, { name: `Партнёр ${made}` });
  await takeOver(head, { partnerId: id, path: 'standard', stage: 'working', reason: 'Работали раньше' });
  const agreementId = `agr_of_${id}`;
  await write((tx) =>
    sql`
    INSERT INTO agreements.agreement (workspace_id, id, partner_id, class, kind, number, starts_on, created_at, accepted_at,
      signed_on, launched_on)
    VALUES (${tx.workspaceId}::uuid, ${agreementId}, ${id}, 'partner_sales', 'agent', ${String(made)}, ${ago(300)}, ${tx.now()},
      ${ago(300)}, ${ago(300)}, ${ago(300)})`.execute(tx.db),
  );
  return { id, agreementId };
}

const sell = (partnerId: string, days: readonly number[], { sales = 1, refunds = 0 } = {}) =>
  write((tx) =>
    sql`
    INSERT INTO insight.partner_day (workspace_id, partner_id, day, class, currency, sales_count, sales_minor, refunds_count,
      refunds_minor, accruals_count, commission_minor, costs_count, costs_minor, goods_minor, goods_unknown_count, took_part_count)
    SELECT ${tx.workspaceId}::uuid, ${partnerId}, d::date, 'partner_sales', 'RUB', ${sales}, ${sales * 1_000_000}, ${refunds}, 0, 0,
      0, 0, 0, 0, 0, 0
    FROM unnest(${days.map(ago)}::text[]) AS d ON CONFLICT DO NOTHING`.execute(tx.db),
  );
let promised = 0;
const promise = (
  of: { id: string; agreementId: string },
  side: 'ours' | 'theirs',
  outcome: 'kept' | 'missed',
  on: BusinessDate,
) =>
  write((tx) =>
    sql`
    INSERT INTO agreements.promise (workspace_id, id, agreement_id, partner_id, side, words, created_at, outcome, outcome_at, outcome_note)
    VALUES (${tx.workspaceId}::uuid, ${`prm_test_${(promised += 1)}`}, ${of.agreementId}, ${of.id}, ${side}, 'Слово', ${tx.now()},
      ${outcome}, ${`${on}T10:00:00Z`}, 'Так вышло')`.execute(tx.db),
  );
const read = (partnerId: string) => ask(api.readScores, head, { params: { partnerId } });

it('S0.13, S0.71, S1.2: trust is moved by evidence that another person verified, and by nothing else', async () => {
  const { id: partnerId } = await workingPartner();
  await scorePartners(world.system, [partnerId]);
  const before = (await read(partnerId)).scores;
  expect(before).toMatchObject({ trust: null, evidenceN: 0 });
  const body = { kind: 'kept_word', says: 'Довёл клиента, хотя сам терял', source: 'письмо', seenOn: TODAY };
  const { items } = await ask(api.addScoreEvidence, manager, { params: { partnerId }, body });
  const [shown] = items;
  expect(shown).toMatchObject({ kind: 'kept_word', verdict: null, can: { verify: false } });
  expect((await read(partnerId)).scores?.evidenceN).toBe(0);

  const verdict = { params: { evidenceId: shown?.id }, body: { verdict: 'verified', how: 'Прочла письмо' } };
  await expect(ask(api.verifyScoreEvidence, manager, verdict)).rejects.toMatchObject({
    code: 'identity.two_people',
  });
  await ask(api.verifyScoreEvidence, head, verdict);
  await expect(ask(api.verifyScoreEvidence, head, verdict)).rejects.toMatchObject({
    code: 'scores.already_judged',
  });
  const after = (await read(partnerId)).scores;
  expect(after?.evidenceN).toBe(1);
  expect(after?.basis.trust.find((one) => one.component === 'cases')).toMatchObject({
    points: 8.3,
    max: 25,
    rows: [{ id: shown?.id, says: 'kept_word' }],
  });
  const written = api.addScoreEvidence.body.safeParse({ ...body, trust: 90 });
  expect(written.success).toBe(false);
  expect(scoresRoutes.every(({ operation }) => !('trust' in (operation.body.def as object)))).toBe(true);
});

it('S1.59, S0.15: a partner that fell silent is seen, our own missed promise lowers its pulse, and it reads the same', async () => {
  const partner = await workingPartner();
  const other = await workingPartner();
  await sell(partner.id, [130, 120, 110, 100, 90, 74]);
  await scorePartners(world.system, [partner.id, other.id]);
  const first = (await read(partner.id)).scores;
  expect(first).toMatchObject({
    silence: 'silent',
    silenceDays: 74,
    bestSignal: 'deal',
    lastSignalOn: ago(74),
  });

  await promise(partner, 'ours', 'missed', TODAY);
  await scorePartners(world.system, [partner.id]);
  const whole = await read(partner.id);
  expect(whole.scores?.pulse).toBe((first?.pulse ?? 0) - 5);
  expect(whole.scores?.basis.pulse.find((one) => one.component === 'order')).toMatchObject({
    points: 15,
    rows: [{ says: 'our_promise_missed', on: TODAY }],
  });

  const theirs = await ask(api.readOwnScores, await world.contextOfPartner(partner.id));
  expect(theirs.scores).toEqual(whole.scores);
  expect(theirs.history).toEqual(whole.history);
  const stranger = await world.contextOfPartner(other.id);
  expect((await ask(api.readOwnScores, stranger)).partner.id).toBe(other.id);
  await expect(ask(api.readScores, stranger, { params: { partnerId: partner.id } })).rejects.toMatchObject({
    kind: 'not_permitted',
  });
  const seen = await look(stranger, async (tx) =>
    Number((await sql<{ n: string }>`SELECT count(*) AS n FROM scores.standing`.execute(tx.db)).rows[0]?.n),
  );
  expect(seen).toBe(1);
});

it('S0.70: the next day tells what changed since, because of which rows; a day without change tells nothing', async () => {
  const partner = await workingPartner();
  for (const days of [10, 20, 30, 40]) await promise(partner, 'theirs', 'kept', ago(days));
  await sell(partner.id, [5, 40, 70, 100, 130]);
  await scorePartners(world.system, [partner.id]);
  // The first night measures with another yardstick; the second changes nothing.
  const night = addDays(TODAY, 1);
  world.clock.set(new Date(`${night}T09:00:00Z`));
  await scorePartners(world.system, [partner.id]);
  const days = (await read(partner.id)).history.length;
  const tomorrow = addDays(TODAY, 2);
  world.clock.set(new Date(`${tomorrow}T09:00:00Z`));
  await scorePartners(world.system, [partner.id]);
  expect((await read(partner.id)).history).toHaveLength(days);
  await promise(partner, 'theirs', 'missed', tomorrow);
  await scorePartners(world.system, [partner.id]);
  const [last, first] = (await read(partner.id)).history;
  expect(last).toMatchObject({
    day: tomorrow,
    changes: [
      {
        of: 'trust',
        from: first?.trust,
        to: last?.trust,
        because: [{ component: 'promises', rows: [{ says: 'promise_missed' }] }],
      },
    ],
  });
  expect(last?.trust ?? 0).toBeLessThan(first?.trust ?? 0);
  world.clock.set(new Date(`${TODAY}T09:00:00Z`));
});

it('counting each as its rows come equals counting everybody anew', async () => {
  const random = seededRandom(7);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const partners = [];
  for (let at = 0; at < 5; at += 1) partners.push(await workingPartner());
  await forget();
  await scoreEverybody(world.system);
  for (let step = 0; step < 30; step += 1) {
    const partner = pick(partners);
    const does = pick([
      () =>
        sell(partner.id, [Math.floor(random() * 170)], {
          sales: 1 + Math.floor(random() * 4),
          refunds: Math.floor(random() * 2),
        }),
      () =>
        promise(
          partner,
          pick(['ours', 'theirs'] as const),
          pick(['kept', 'missed'] as const),
          ago(Math.floor(random() * 200)),
        ),
    ]);
    await does();
    await scorePartners(world.system, [partner.id]);
  }
  const kept = await dump();
  await forget();
  expect((await scoreEverybody(world.system)).scored).toBeGreaterThanOrEqual(5);
  expect(await dump()).toEqual(kept);
  expect(await scoreEverybody(world.system)).toEqual({ scored: 0 });

  const [one] = partners;
  if (!one) return;
  const now = await look(world.system, (tx) => scoresOf(tx, [one.id]));
  expect(now.get(one.id)?.pulse).toBe((await read(one.id)).scores?.pulse);
});

const forget = () =>
  write(async (tx) => {
    await sql`DELETE FROM scores.standing WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
    await sql`DELETE FROM scores.score_day WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
  });

function dump(): Promise<unknown[]> {
  return look(world.system, async (tx) => {
    const { rows } = await sql`
      SELECT to_jsonb(s) AS row FROM scores.standing s WHERE workspace_id = ${tx.workspaceId}::uuid
      UNION ALL SELECT to_jsonb(d) FROM scores.score_day d WHERE workspace_id = ${tx.workspaceId}::uuid
      ORDER BY 1`.execute(tx.db);
    return rows;
  });
}

it('S0.59: a client is asked once whether it got better, and the answer is a row of trust', async () => {
  const partner = await workingPartner();
  const clientId = await write(async (tx) => {
    const id = tx.id('client');
    await sql`
    WITH made AS (
      INSERT INTO directory.client (workspace_id, id, name, search_text, name_key, created_at)
      VALUES (${tx.workspaceId}::uuid, ${id}, 'Клиент', 'клиент', 'клиент', ${tx.now()}) RETURNING id)
    INSERT INTO insight.client_life (workspace_id, client_id, first_on, class, partner_id, currency, paid_90_minor, paid_180_minor, paid_365_minor)
    SELECT ${tx.workspaceId}::uuid, id, ${ago(61)}::date, 'partner_sales', ${partner.id}, 'RUB', 1, 1, 1 FROM made`.execute(
      tx.db,
    );
    return id;
  });
  expect(await askOutcomes(world.system)).toEqual({ asked: 1 });
  expect(await askOutcomes(world.system)).toEqual({ asked: 0 });
  const { items } = await ask(api.listOutcomes, world.contextOf('voice'), {
    query: { partnerId: partner.id },
  });
  expect(items).toMatchObject([{ client: { id: clientId }, askOn: ago(1), answer: null }]);
  const params = { outcomeId: items[0]?.id };
  await ask(api.answerOutcome, world.contextOf('voice'), {
    params,
    body: { answer: 'silent', answeredOn: TODAY },
  });
  expect((await read(partner.id)).scores?.evidenceN).toBe(0);
  await ask(api.answerOutcome, head, {
    params,
    body: { answer: 'better', answeredOn: TODAY, said: 'Стало быстрее' },
  });
  await expect(
    ask(api.answerOutcome, head, { params, body: { answer: 'worse', answeredOn: TODAY } }),
  ).rejects.toMatchObject({ code: 'scores.already_answered' });
  const better = (await read(partner.id)).scores?.basis.trust.find((one) => one.component === 'better');
  expect(better).toMatchObject({ n: 1, points: 27.2, rows: [{ says: 'client_better' }] });
  expect((await ask(api.listOutcomes, head, { query: { show: 'answered' } })).confirmed).toEqual({
    better: 1,
    answers: 1,
  });
});

it('with thirty partners who sold, the chance that each deals with us still is estimated, with n and parameters', async () => {
  const random = seededRandom(11);
  const one = await workingPartner();
  await write(async (tx) => {
    for (let at = 0; at < 35; at += 1) {
      const partnerId = at === 0 ? one.id : (await createPartner(tx, { name: `Продавец ${at}` })).id;
      // A sale about every fortnight; half of them stopped at some moment of the year.
      const until = at % 2 === 0 ? 5 : 120 + Math.floor(random() * 200);
      const days = Array.from(
        { length: 24 },
        (_none, place) => 340 - place * 14 - Math.floor(random() * 8),
      ).filter((day) => day >= until);
      const set = `{${(at === 0 ? [300, 270, 240, 235] : days).map((day) => `[${ago(day)},${ago(day - 1)})`).join(',')}}`;
      await sql`
        INSERT INTO insight.partner_life (workspace_id, partner_id, class, currency, started_on, first_sale_on, last_sale_on, sold_on,
          took_part_on, sales_count, paid_minor, goods_minor, goods_unknown_count, commission_minor, costs_minor)
        SELECT ${tx.workspaceId}::uuid, ${partnerId}, 'partner_sales', 'RUB', lower(s), lower(s), upper(s) - 1, s, '{}', 1, 1, 0, 0, 0, 0
        FROM (SELECT ${set}::datemultirange AS s) x`.execute(tx.db);
    }
  });
  expect((await estimateAlive(world.system)).estimated).toBeGreaterThan(10);
  expect(await estimateAlive(world.system)).toEqual({ estimated: 0 });
  const { estimate } = await read(one.id);
  expect(estimate).toMatchObject({ asOf: TODAY, repeats: 3, model: { n: 35, fittedOn: TODAY } });
  expect(estimate?.alivePpm).toBeLessThan(300_000);
});
