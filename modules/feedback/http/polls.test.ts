import pg from 'pg';
import { createPartner, portalTasksOf } from '@mosty/directory';
import { addMember, contextOfMember } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { look } from '@mosty/kernel/db';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from '../contract/polls.ts';
import { feedbackRoutes } from '../http.ts';
import { askEachHalfYear, askPartners } from '../service/polls/open-poll.ts';

let database: TestDatabase;
let world: World;
let head: Context;
let people: Context[];
let partnerIds: Id<'partner'>[];

const ask = askOf(feedbackRoutes);
const at = (day: string) => world.clock.set(new Date(`${day}T09:00:00Z`));
const marks = { support: 5, value: 4, simplicity: 3, speed: 2 };
const answerOf = (recommend: number, words?: string) => ({ recommend, marks, ...(words ? { words } : {}) });

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
  at('2026-02-01');
  people = [];
  partnerIds = [];
  for (const name of ['Один', 'Два', 'Три', 'Четыре', 'Пять', 'Шесть']) {
    const partnerId = (await createPartner(world.system, { name })).id;
    const member = await addMember(world.system, {
      role: 'partner_staff',
      name: `Человек ${name}`,
      email: `p${people.length}@example.ru`,
      partnerId,
    });
    partnerIds.push(partnerId);
    const { clock, ids } = world.system;
    people.push(await contextOfMember(world.system.database, world.workspaceId, member.id, { clock, ids }));
  }
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const person = (place: number): Context => {
  const found = people[place];
  if (!found) throw new Error(`nobody at ${place}`);
  return found;
};
const newest = async () => {
  const [poll] = (await ask(api.listPolls, head)).items;
  if (!poll) throw new Error('no poll');
  return poll;
};

it('twice a year the poll opens by itself, once, and every person of a partner is asked once (S1.69)', async () => {
  at('2026-05-09');
  await askPartners(world.system);
  expect((await ask(api.listPolls, head)).items).toEqual([]);
  at('2026-05-12');
  const asked = await askPartners(world.system);
  expect(await askPartners(world.system)).toBe(0);
  const poll = await newest();
  expect(poll).toMatchObject({ half: '2026-1', isOpen: true, isNameless: false, answered: 0, figures: null });
  expect(poll.asked).toBe(asked);
  const { partnerId } = person(0).actor as { partnerId: Id<'partner'> };
  const tasks = await look(person(0), (tx) => portalTasksOf(tx, partnerId));
  expect(tasks).toContainEqual({
    code: 'feedback.poll',
    params: {},
    to: '/portal/poll',
    dueOn: '2026-06-02',
  });
  await expect(ask(api.openPoll, head)).rejects.toMatchObject({ code: 'feedback.poll_already' });
});

it('each answers once; from five answers on there is an eNPS, and every figure opens to its answers (S1.70)', async () => {
  const { id: pollId } = await newest();
  const params = { pollId };
  for (const [place, recommend] of [10, 9, 9, 7].entries())
    await ask(api.answerPoll, person(place), { params, body: answerOf(recommend) });
  expect((await newest()).figures).toBeNull();
  await expect(ask(api.answerPoll, person(0), { params, body: answerOf(0) })).rejects.toMatchObject({
    code: 'feedback.poll_answered',
  });
  const own = await ask(api.answerPoll, person(4), { params, body: answerOf(3, 'Платите быстрее.') });
  expect(own.poll?.isAnswered).toBe(true);

  const { figures, answered } = await newest();
  expect(answered).toBe(5);
  expect(figures).toMatchObject({ enps: 40, camps: { promoters: 3, passives: 1, detractors: 1 } });
  expect(figures?.scales.map(({ meanHundredths }) => meanHundredths)).toEqual([500, 400, 300, 200]);
  const { items } = await ask(api.listPollAnswers, head, { query: { pollId, camp: 'detractors' } });
  expect(items).toMatchObject([
    { partner: { name: 'Пять' }, person: 'Человек Пять', recommend: 3, words: 'Платите быстрее.' },
  ]);
});

it('what was done after the answers is told to those who answered', async () => {
  const { id: pollId } = await newest();
  await ask(api.addPollDeed, head, { params: { pollId }, body: { words: 'Платим за пять дней.' } });
  const { deeds } = await ask(api.readOwnPoll, person(0));
  expect(deeds).toMatchObject([{ half: '2026-1', words: 'Платим за пять дней.' }]);
});

it('a poll that is over takes no answer, and the company answers for nobody', async () => {
  const { id: pollId } = await newest();
  at('2026-06-03');
  expect((await newest()).isOpen).toBe(false);
  await expect(
    ask(api.answerPoll, person(5), { params: { pollId }, body: answerOf(9) }),
  ).rejects.toMatchObject({ code: 'feedback.poll_over' });
  await expect(ask(api.answerPoll, head, { params: { pollId }, body: answerOf(9) })).rejects.toMatchObject({
    code: 'identity.not_permitted',
  });
  await expect(ask(api.listPolls, person(5))).rejects.toMatchObject({ code: 'identity.not_permitted' });
});

it('a nameless poll keeps neither person nor moment, and says nothing before it is over (S1.69)', async () => {
  await ask(api.setPollSettings, head, { body: { isOn: false, isNameless: true, month: 5, openDays: 7 } });
  at('2026-11-10');
  await askPartners(world.system);
  expect((await newest()).half).toBe('2026-1');
  const { id: pollId } = await ask(api.openPoll, head);
  const params = { pollId };
  for (let place = 0; place < 5; place += 1)
    await ask(api.answerPoll, person(place), { params, body: answerOf(10, 'Хорошо.') });
  expect(await newest()).toMatchObject({ answered: 5, figures: null });
  expect((await ask(api.listPollAnswers, head, { query: { pollId } })).items).toEqual([]);

  at('2026-11-18');
  expect((await newest()).figures?.enps).toBe(100);
  const { items } = await ask(api.listPollAnswers, head, { query: { pollId } });
  expect(items.map(({ partner, person: who }) => [partner, who])).toEqual(
    Array.from({ length: 5 }, () => [null, null]),
  );
  const rows = await kept();
  expect(rows).toHaveLength(5);
  for (const { told } of rows) expect(told).not.toMatch(/par_|mem_|2026-11/);
});

it('when a nameless poll is over, neither order nor transaction tells whose an answer was; nothing else is ever done to one', async () => {
  const { id: pollId } = await newest();
  const seats = (rows: readonly Row[]) => new Set(rows.map(({ by }) => by));
  const before = await owned<Row>(ROWS, pollId);
  expect(seats(before).size).toBe(5);
  // The transaction of an answer is that of its seat: as long as the poll is open this tells whose it is.
  const transactions = await owned<Row>(SEATS, pollId);
  expect(before.every(({ by }) => seats(transactions).has(by))).toBe(true);

  await askEachHalfYear.run(world.system);
  const after = await owned<Row>(ROWS, pollId);
  expect(seats(after).size).toBe(1);
  const [first] = seats(after);
  expect(seats(transactions).has(String(first))).toBe(false);
  const keys = after.map(({ id }) => id);
  expect(keys).toEqual([...keys].sort());
  expect(new Set(keys)).toEqual(new Set(before.map(({ id }) => id)));
  expect((await ask(api.listPollAnswers, head, { query: { pollId } })).items).toHaveLength(5);

  // Once: the next pass leaves them where they lie.
  await askEachHalfYear.run(world.system);
  expect(await owned<Row>(ROWS, pollId)).toEqual(after);
  for (const attempt of [
    'UPDATE feedback.poll_answer SET recommend = 0 WHERE poll_id = $1',
    'DELETE FROM feedback.poll_answer WHERE poll_id = $1',
    'UPDATE feedback.poll SET is_mixed = false WHERE id = $1',
    `INSERT INTO feedback.poll_answer (workspace_id, poll_id, is_nameless, recommend, support, value, simplicity, speed)
     SELECT workspace_id, id, true, 0, 1, 1, 1, 1 FROM feedback.poll WHERE id = $1`,
  ])
    await expect(owned(attempt, pollId)).rejects.toMatchObject({ code: '23001' });
});

it('while a poll is open an answer is neither changed nor taken away, even with another put in its place', async () => {
  at('2027-05-12');
  const { id: pollId } = await ask(api.openPoll, head);
  await ask(api.answerPoll, person(0), { params: { pollId }, body: answerOf(1, 'Плохо.') });
  for (const attempt of [
    'UPDATE feedback.poll_answer SET recommend = 10 WHERE poll_id = $1',
    'DELETE FROM feedback.poll_answer WHERE poll_id = $1',
    `WITH taken AS (DELETE FROM feedback.poll_answer WHERE poll_id = $1 RETURNING *)
     INSERT INTO feedback.poll_answer (workspace_id, poll_id, id, is_nameless, recommend, support, value, simplicity, speed, words)
     SELECT workspace_id, poll_id, id, is_nameless, 10, support, value, simplicity, speed, words FROM taken`,
  ])
    await expect(owned(attempt, pollId)).rejects.toMatchObject({ code: '23001' });
  await askEachHalfYear.run(world.system);
  expect(await owned<Row>(ROWS, pollId)).toHaveLength(1);
});

interface Row {
  readonly id: string;
  /** The transaction that wrote it. */
  readonly by: string;
}
const ROWS = 'SELECT id::text, xmin::text AS by FROM feedback.poll_answer WHERE poll_id = $1 ORDER BY ctid';
const SEATS =
  'SELECT member_id AS id, xmin::text AS by FROM feedback.poll_seat WHERE poll_id = $1 AND is_answered';

/** As whoever owns the database. */
async function owned<R extends pg.QueryResultRow>(query: string, pollId: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query<R>(query, [pollId])).rows;
  } finally {
    await client.end();
  }
}

/** What lies in the table, as whoever owns the database sees it. */
async function kept(): Promise<{ told: string }[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ told: string }>(
      'SELECT to_jsonb(a)::text AS told FROM feedback.poll_answer a WHERE is_nameless',
    );
    return rows;
  } finally {
    await client.end();
  }
}
