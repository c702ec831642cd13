import { addFace, createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from '../contract/threads.ts';
import { feedbackRoutes } from '../http.ts';

let database: TestDatabase;
let world: World;
let head: Context;
let partner: Context;
let stranger: Context;
let partnerId: Id<'partner'>;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
  partnerId = (await createPartner(world.system, { name: 'Вектор' })).id;
  const other = await createPartner(world.system, { name: 'Чужой' });
  await addFace(world.system, { partnerId, side: 'ours', name: 'Мария', isMain: true, replyHours: 24 });
  partner = await world.contextOfPartner(partnerId);
  stranger = await world.contextOfPartner(other.id);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const ask = askOf(feedbackRoutes);

const idea = { kind: 'idea', title: 'Показ для бухгалтеров', text: 'Давайте проведём вместе.' } as const;
const at = (day: string) => new Date(`${day}T09:00:00Z`);

it('S0.23, S1.44, S1.45, S1.48: an idea is given to a named person by a promised working day, is late after it, and is answered with a reason', async () => {
  world.clock.set(at('2026-11-20'));
  const opened = await ask(api.openThread, partner, { body: idea });
  expect(opened).toMatchObject({ state: 'waiting', answerer: { name: 'Мария' }, isLate: false });
  // Friday: a day's promise is kept by the end of Monday.
  expect(opened.answerBy).toBe('2026-11-23');
  expect(opened.can).toEqual({ write: true, decide: false, close: true });

  world.clock.set(at('2026-11-23'));
  await ask(api.addMessage, partner, { params: { threadId: opened.id }, body: { text: 'Есть зал.' } });
  expect((await ask(api.readThread, head, { params: { threadId: opened.id } })).answerBy).toBe('2026-11-23');

  world.clock.set(at('2026-11-24'));
  expect(await ask(api.countThreads, head)).toEqual({ waiting: 1, late: 1 });
  const { items } = await ask(api.listThreads, head, { query: { show: 'late' } });
  expect(items.map(({ id, isLate }) => [id, isLate])).toEqual([[opened.id, true]]);

  const decided = await ask(api.addMessage, head, {
    params: { threadId: opened.id },
    body: { text: 'Проведём в январе.', verdict: 'planned' },
  });
  expect(decided).toMatchObject({ state: 'answered', verdict: 'planned', answerBy: null });
  const seen = await ask(api.readThread, partner, { params: { threadId: opened.id } });
  expect(seen.messages.map(({ side, verdict }) => [side, verdict])).toEqual([
    ['theirs', null],
    ['theirs', null],
    ['ours', 'planned'],
  ]);
});

it('a partner sees and answers only what is theirs, and does not decide', async () => {
  const { id: threadId } = await ask(api.openThread, partner, { body: idea });
  await expect(ask(api.readThread, stranger, { params: { threadId } })).rejects.toMatchObject({
    code: 'feedback.thread_unknown',
  });
  await expect(
    ask(api.addMessage, stranger, { params: { threadId }, body: { text: 'я' } }),
  ).rejects.toMatchObject({ code: 'feedback.thread_unknown' });
  expect((await ask(api.listThreads, stranger, { query: { show: 'all' } })).items).toEqual([]);
  await expect(
    ask(api.addMessage, partner, { params: { threadId }, body: { text: 'да', verdict: 'done' } }),
  ).rejects.toMatchObject({ code: 'feedback.ours_decide' });
  await expect(ask(api.openThread, stranger, { body: { ...idea, partnerId } })).rejects.toMatchObject({
    code: 'feedback.not_own_partner',
  });
});

it('ours answer before they close; whoever asked may drop the question; a new word opens it again', async () => {
  const { id: threadId } = await ask(api.openThread, head, { body: { ...idea, partnerId } });
  await expect(ask(api.closeThread, head, { params: { threadId } })).rejects.toMatchObject({
    code: 'feedback.answer_first',
  });
  expect((await ask(api.closeThread, partner, { params: { threadId } })).state).toBe('closed');
  const again = await ask(api.addMessage, partner, { params: { threadId }, body: { text: 'А всё же?' } });
  expect(again).toMatchObject({ state: 'waiting' });
});

it('pages of the list keep their order and lose nobody', async () => {
  for (let place = 0; place < 5; place += 1)
    await ask(api.openThread, partner, { body: { ...idea, title: `№ ${place}` } });
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(api.listThreads, head, { query: { show: 'all', limit: 2, cursor } });
    found.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(found).size).toBe(found.length);
  expect(found.length).toBeGreaterThanOrEqual(5);
});
