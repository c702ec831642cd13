import { createPartner, updatePartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import type { Operation } from '@mosty/kernel/operation';
import { takeOver } from '@mosty/lifecycle';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as z from 'zod';
import * as api from './contract.ts';
import { rhythmRoutes } from './http.ts';
import { calendarBehind, missPlanItems } from './index.ts';

let database: TestDatabase;
let world: World;
let head: Context;
let manager: Context;
let partner: Context;
let stranger: Context;
let partnerId: Id<'partner'>;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
  manager = world.contextOf('manager');
  partnerId = (await createPartner(world.system, { name: 'Вектор' })).id;
  await updatePartner(world.system, { partnerId, fields: { ownerMemberId: world.member('manager').id } });
  const other = await createPartner(world.system, { name: 'Чужой' });
  partner = await world.contextOfPartner(partnerId);
  stranger = await world.contextOfPartner(other.id);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

async function ask<O extends Operation>(
  operation: O,
  ctx: Context,
  input: { params?: unknown; query?: unknown; body?: unknown } = {},
): Promise<z.output<O['answer']>> {
  const route = rhythmRoutes.find((served) => served.operation.id === operation.id);
  if (!route) throw new Error(`nobody serves ${operation.id}`);
  const answer = await route.handle(ctx, {
    params: operation.params.parse(input.params ?? {}),
    query: operation.query.parse(input.query ?? {}),
    body: operation.body.parse(input.body),
    remoteAddress: '127.0.0.1',
    origin: 'http://localhost',
    headers: {},
  });
  return operation.answer.parse(JSON.parse(JSON.stringify(operation.answer.parse(answer)))) as z.output<
    O['answer']
  >;
}

const webinar = { kind: 'webinar', title: 'Склад без Excel', side: 'both' } as const;
const whole = {
  ...webinar,
  dueOn: '2026-03-20',
  benefit: 'Увидят свой склад в таблице',
  message: 'Хватит терять остатки',
  support: 'Чат с ответами две недели',
};

it('S0.52, S0.55: what lacks a day, a benefit, a message or support is a draft, cannot be done, and its partner sees it', async () => {
  const draft = await ask(api.addPlanItem, manager, { body: { partnerId, ...webinar } });
  expect(draft).toMatchObject({ status: 'draft', lacks: ['due_on', 'benefit', 'message', 'support'] });
  const params = { planItemId: draft.id };
  const settle = (body: unknown) => ask(api.settlePlanItem, manager, { params, body });
  await expect(settle({ state: 'done', outcome: 'Прошёл' })).rejects.toThrow('rhythm.draft_is_not_done');
  const planned = await ask(api.changePlanItem, manager, { params, body: whole });
  expect(planned).toMatchObject({ status: 'planned', lacks: [] });
  expect((await ask(api.listPlanItems, partner)).items.map(({ id }) => id)).toEqual([draft.id]);
  expect((await ask(api.listPlanItems, stranger)).items).toEqual([]);
  const mine = await ask(api.listPlanItems, manager, { query: { partnerId } });
  expect(mine.items[0]?.isOurs).toBe(true);
  expect(await settle({ state: 'done', outcome: 'Пришли 40' })).toMatchObject({ status: 'done' });
  await expect(settle({ state: 'dropped', outcome: 'Поздно' })).rejects.toThrow('rhythm.plan_item_settled');
});

it('what was planned for a day that is over is missed, once, and is planned again with another day', async () => {
  const item = await ask(api.addPlanItem, manager, { body: { partnerId, ...whole, dueOn: '2026-03-01' } });
  expect(await missPlanItems(world.system)).toBe(1);
  expect(await missPlanItems(world.system)).toBe(0);
  const params = { planItemId: item.id };
  const again = await ask(api.changePlanItem, manager, { params, body: { ...whole, dueOn: '2026-03-25' } });
  expect(again.status).toBe('planned');
});

it('S0.4: an advertisement without a token, or outside the joint plan, does not go out, and the act is reported only of what is out', async () => {
  const fields = { title: 'Обзор', platform: 'VK', onDay: '2026-03-10', isAd: true, followers: 24_000 };
  const one = await ask(api.addPublication, manager, { body: { partnerId, ...fields } });
  expect(one).toMatchObject({ state: 'not_ready', lacks: ['erid', 'label', 'register_proof'] });
  const params = { publicationId: one.id };
  const release = () =>
    ask(api.releasePublication, manager, { params, body: { url: 'https://example.ru/1' } });
  await expect(release()).rejects.toThrow('rhythm.publication_not_ready');
  await expect(
    ask(api.reportPublication, manager, { params, body: { reportedOn: '2026-03-12' } }),
  ).rejects.toThrow('rhythm.publication_not_out');
  const complete = { ...fields, erid: 'LjN8K4abc', label: 'Реклама', registerProof: 'РКН № 1' };
  expect(await ask(api.changePublication, manager, { params, body: complete })).toMatchObject({
    state: 'ready',
  });
  // S0.4: what is part of no plan does not go out; into another partner's plan it does not go.
  await expect(release()).rejects.toThrow('rhythm.publication_out_of_plan');
  const plan = { kind: 'content', title: 'Обзор вместе', side: 'theirs' };
  const stranger = (await createPartner(world.system, { name: 'Чужой план' })).id;
  const theirs = await ask(api.addPlanItem, head, { body: { partnerId: stranger, ...plan } });
  const inPlan = (planItemId: string) =>
    ask(api.changePublication, manager, { params, body: { ...complete, planItemId } });
  await expect(inPlan(theirs.id)).rejects.toThrow('rhythm.plan_item_unknown');
  const own = await ask(api.addPlanItem, manager, { body: { partnerId, ...plan } });
  expect(await inPlan(own.id)).toMatchObject({ planItem: { id: own.id, title: 'Обзор вместе' } });
  // Whoever changes something else leaves it where it was.
  expect(await ask(api.changePublication, manager, { params, body: complete })).toMatchObject({
    planItem: { id: own.id },
  });
  expect(await release()).toMatchObject({ state: 'out' });
});

it('S0.53: a week holds one fix and one next step with an owner and a day, and takes no second of either', async () => {
  const step = { text: 'Прислать макет', dueOn: '2026-03-06' };
  const note = await ask(api.writeWeek, manager, {
    body: { partnerId, fix: 'Показывать цену сразу', step, minutes: 20 },
  });
  expect(note).toMatchObject({ weekOf: '2026-03-02', step: { owner: { name: 'manager' }, isLate: false } });
  for (const second of [{ fixes: ['a', 'b'] }, { secondStep: step }, { step: [step, step] }])
    expect(api.writeWeek.body.safeParse({ partnerId, fix: 'Раз', step, minutes: 1, ...second }).success).toBe(
      false,
    );
  await expect(
    ask(api.writeWeek, manager, {
      body: { partnerId, fix: 'Раз', step: { ...step, dueOn: '2026-03-01' }, minutes: 5 },
    }),
  ).rejects.toThrow('rhythm.step_in_past');
  const open = await ask(api.listNextSteps, head, { query: { partnerId } });
  expect(open.items.map(({ text }) => text)).toEqual(['Прислать макет']);
  await ask(api.finishNextStep, manager, { params: { nextStepId: note.step.id } });
  expect((await ask(api.listNextSteps, head, { query: { partnerId } })).items).toEqual([]);
});

it('S1.61: time is kept by purpose, and an hour with several partners stays an hour', async () => {
  await ask(api.logEffort, manager, { body: { kind: 'work', minutes: 60, purpose: 'acquisition' } });
  const second = (await createPartner(world.system, { name: 'Второй' })).id;
  const session = await ask(api.planSession, manager, {
    body: {
      kind: 'strategy',
      title: 'План на год',
      startsAt: '2026-03-02T09:00:00Z',
      minutes: 60,
      partnerIds: [partnerId, second],
    },
  });
  await ask(api.holdSession, manager, {
    params: { sessionId: session.id },
    body: { came: [partnerId, second] },
  });
  const { items, retentionPpm } = await ask(api.readEfforts, head, {
    query: { from: '2026-03-02', to: '2026-03-02' },
  });
  const minutes = Object.groupBy(items, ({ purpose }) => purpose);
  expect(minutes.acquisition?.[0]?.minutes).toBe(60);
  expect(minutes.retention?.[0]?.minutes).toBe(80);
  expect(retentionPpm).toBe(571_429);
});

it('S1.25, S1.46, S1.47, S1.49: a private note of a meeting is read by those who took part, and not by the head above them', async () => {
  const session = await ask(api.planSession, manager, {
    body: {
      kind: 'retreat',
      title: 'Выезд',
      startsAt: '2026-03-04T09:00:00Z',
      minutes: 240,
      partnerIds: [partnerId],
    },
  });
  const params = { sessionId: session.id };
  const body = { text: 'Думают о конкуренте', isPrivate: true };
  await expect(ask(api.noteSession, head, { params, body })).rejects.toThrow('rhythm.private_needs_part');
  const seen = await ask(api.noteSession, manager, { params, body });
  expect(seen.notes.map(({ text }) => text)).toEqual(['Думают о конкуренте']);
  const [above] = (await ask(api.listSessions, head)).items;
  expect(above).toMatchObject({ id: session.id, notes: [], hiddenNotes: 1 });
});

it('S1.40, S1.41: value given and received stands apart from money, and its kinds are counted', async () => {
  const params = { partnerId };
  const onDay = '2026-03-02';
  await ask(api.recordExchange, manager, {
    params,
    body: {
      direction: 'given',
      kind: 'newsletter',
      text: 'Блок в рассылке',
      onDay,
      estimateMinor: 1_500_000,
    },
  });
  await ask(api.recordExchange, manager, {
    params,
    body: { direction: 'received', kind: 'insight', text: 'Что спрашивают клиенты', onDay },
  });
  await ask(api.thankPartner, manager, { params, body: { kind: 'gift', text: 'Книга', onDay } });
  const value = await ask(api.readValue, head, { params });
  expect(value).toMatchObject({ breadth: 2, recognitions: [{ kind: 'gift' }] });
  const kinds = await look(world.system, async (tx) => {
    const { rows } = await sql<{ kind: string }>`
      SELECT DISTINCT kind FROM rhythm.v_touch WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
    return rows.map(({ kind }) => kind).toSorted();
  });
  expect(kinds).toEqual(['exchange', 'note', 'publication', 'recognition', 'session', 'work']);
});

it('a secret address shows its owner’s calendar, and a new one ends the old', async () => {
  const from = { clock: world.clock, ids: world.ids };
  const first = (await ask(api.makeFeed, manager)).url.split('/').at(-1)?.replace('.ics', '') ?? '';
  expect(await calendarBehind(manager.database, first, from)).toContain('SUMMARY:Вектор: Склад без Excel');
  const second = (await ask(api.makeFeed, manager)).url;
  expect(second).not.toContain(first);
  expect(await calendarBehind(manager.database, first, from)).toBeNull();
  const days = { from: '2026-03-01', to: '2026-03-31' };
  const { entries, daysOff } = await ask(api.readCalendar, manager, { query: days });
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(
    new Set(['plan', 'publication', 'session', 'step']),
  );
  expect(daysOff).toContain('2026-03-09');
});

it('S1.62: letters, calls and meetings of the whole team stand by day, with whom nobody touched and an address for the phone', async () => {
  await ask(api.logEffort, manager, {
    body: { partnerId, kind: 'letter', minutes: 15, purpose: 'retention', note: 'Письмо месяца' },
  });
  const planned = await ask(api.planSession, head, {
    body: {
      kind: 'group_call',
      title: 'Общий созвон',
      startsAt: '2026-03-05T09:00:00Z',
      minutes: 45,
      partnerIds: [partnerId],
    },
  });
  const week = { from: '2026-03-02', to: '2026-03-08' };
  const all = await ask(api.readTouches, manager, { query: week });
  expect(all.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'letter', state: 'done', title: 'Письмо месяца', minutes: 15 }),
      expect.objectContaining({ kind: 'session', of: 'group_call', state: 'ahead', opens: planned.id }),
    ]),
  );
  // A meeting is one, however many came: the time of each is counted elsewhere.
  expect(all.items.filter(({ title }) => title === 'План на год')).toHaveLength(1);
  expect(all.items.map(({ onDay }) => onDay)).toEqual(all.items.map(({ onDay }) => onDay).toSorted());
  const of = async (query: object) =>
    (await ask(api.readTouches, manager, { query: { ...week, ...query } })).items;
  expect((await of({ kind: 'letter' })).map(({ title }) => title)).toEqual(['Письмо месяца']);
  expect((await of({ memberId: world.member('head').id })).map(({ id }) => id)).toContain(planned.id);
  expect((await of({ memberId: world.member('head').id })).some(({ kind }) => kind === 'letter')).toBe(false);
  expect(all.untouched).toEqual({ count: 0, partners: [] });
  await expect(
    ask(api.readTouches, manager, { query: { from: '2026-03-08', to: '2026-03-02' } }),
  ).rejects.toThrow('rhythm.too_many_days');

  const tokenOf = (url: string) => url.split('/').at(-1)?.replace('.ics', '') ?? '';
  const own = tokenOf((await ask(api.makeFeed, manager)).url);
  const team = tokenOf((await ask(api.makeTeamFeed, manager)).url);
  const from = { clock: world.clock, ids: world.ids };
  await ask(api.writeWeek, head, {
    body: { partnerId, fix: 'Раз', step: { text: 'Шаг руководителя', dueOn: '2026-03-06' }, minutes: 5 },
  });
  expect(await calendarBehind(manager.database, own, from)).not.toContain('Шаг руководителя');
  expect(await calendarBehind(manager.database, team, from)).toContain('Шаг руководителя');
});

it('S1.62: a working partner nobody touched for thirty days is named until somebody does', async () => {
  const { id } = await createPartner(world.system, { name: 'Забытый' });
  await takeOver(world.system, {
    partnerId: id,
    path: 'standard',
    stage: 'working',
    reason: 'Работал до нас',
  });
  const untouched = async () =>
    (await ask(api.readTouches, head, { query: { from: '2026-03-02', to: '2026-03-02', partnerId: id } }))
      .untouched;
  expect(await untouched()).toEqual({ count: 1, partners: [{ id, name: 'Забытый', lastOn: null }] });
  await ask(api.logEffort, head, {
    body: { partnerId: id, kind: 'call', minutes: 10, purpose: 'retention' },
  });
  expect(await untouched()).toEqual({ count: 0, partners: [] });
});
