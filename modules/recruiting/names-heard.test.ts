import { createClient, createPartner } from '@mosty/directory';
import { standingOf } from '@mosty/lifecycle';
import type { Context } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from './contract.ts';
import { recruitingRoutes } from './http.ts';
import { answerSurvey, readSurveyForm } from './service/answer-survey.ts';
import './index.ts';

let database: TestDatabase;
let world: World;
let head: Context;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const ask = askOf(recruitingRoutes);

const questions = {
  title: 'Кого вы слушаете?',
  language: 'ru',
  whomQuestion: 'Кого вы слушаете, когда выбираете учёт?',
  toolsQuestion: 'Чем ещё пользуетесь рядом с нами?',
} as const;

const answer = (
  token: string,
  said: { whom?: string; tools?: string; email?: string; respondent?: string },
) =>
  answerSurvey(
    world.database,
    { token, whom: '', tools: '', name: said.email && 'Кто-то', address: '10.0.0.1', ...said },
    { clock: world.clock, ids: world.ids },
  );

it('S1.5, S1.7: two questions at an address of their own, once a person, and every name is counted', async () => {
  const survey = await ask(api.openSurvey, head, { body: questions });
  expect(await readSurveyForm(world.database, survey.token)).toMatchObject({ signature: 'may' });
  expect(await answer(survey.token, { whom: 'Оптовик Денис', tools: 'МойСклад', email: 'a@b.ru' })).toBe(
    'taken',
  );
  expect(await answer(survey.token, { whom: 'Другой', email: 'A@b.ru' })).toBe('answered_already');
  expect(await answer(survey.token, { whom: '«оптовик денис» (t.me/optdenis)', respondent: 'x' })).toBe(
    'taken',
  );
  await expect(answer(survey.token, { whom: 'нет' })).rejects.toMatchObject({
    code: 'recruiting.nothing_said',
  });

  const { items } = await ask(api.listNames, head, { query: { sort: 'speakers' } });
  expect(items[0]).toMatchObject({
    spoken: 'Оптовик Денис',
    speakers: 2,
    clients: 2,
    answeredPpm: 1_000_000,
  });
  const seen = await ask(api.listSurveyAnswers, world.contextOf('analyst'));
  expect(seen.items.every((row) => row.signedEmail === null)).toBe(true);

  await ask(api.closeSurvey, head, { params: { surveyId: survey.id } });
  await expect(answer(survey.token, { whom: 'Кто-то' })).rejects.toMatchObject({
    code: 'recruiting.no_survey',
  });
});

it('a program that fills what people do not see is thanked, and the doors of strangers close when knocked at too often', async () => {
  const survey = await ask(api.openSurvey, head, { body: questions });
  const filled = { token: survey.token, whom: 'Робот', tools: '', fax: 'x', address: '10.9.9.9' };
  for (let count = 0; count < 30; count += 1)
    expect(await answerSurvey(world.database, filled)).toBe('taken');
  await expect(answerSurvey(world.database, filled)).rejects.toMatchObject({
    code: 'recruiting.answered_too_often',
  });
  expect((await ask(api.listNames, head, { query: { q: 'Робот' } })).items).toEqual([]);
});

it('S1.8: support writes down a name; the same client twice is one speaker; a mistake is taken back', async () => {
  const voice = world.contextOf('voice');
  const client = await createClient(world.system, { name: 'Ромашка' });
  const heard = { name: 'Клуб оптовиков Поволжья', clientId: client.id };
  await ask(api.logMention, voice, { body: heard });
  expect(await ask(api.logMention, voice, { body: heard })).toMatchObject({ speakers: 1 });
  const third = await ask(api.logMention, voice, {
    body: { ...heard, clientId: undefined, heardFrom: 'Иван' },
  });
  expect(third.speakers).toBe(2);
  await ask(api.takeBackMention, head, { params: { mentionId: third.id }, body: { reason: 'Ослышались' } });
  const name = await ask(api.readName, head, { params: { nameId: third.nameId } });
  expect(name).toMatchObject({ speakers: 1, mentions: 2 });
  await expect(ask(api.listNames, voice)).rejects.toMatchObject({ kind: 'not_permitted' });
});

it('names are merged by a person and parted again, and mentions stay as they were said (S1.9)', async () => {
  const log = (name: string, heardFrom: string) =>
    ask(api.logMention, head, { body: { name, source: 'sales', heardFrom } });
  const one = await log('Бухгалтер Светлана', 'А');
  const other = await log('Svetlana Buhgalter', 'Б');
  const proposed = async () =>
    (await ask(api.listAlike, head)).items.find(
      (pair) => [pair.one.id, pair.other.id].sort().join() === [one.nameId, other.nameId].sort().join(),
    );
  expect(await proposed()).toMatchObject({ why: 'other_order' });
  const merged = await ask(api.mergeNames, head, {
    params: { nameId: other.nameId },
    body: { intoId: one.nameId },
  });
  expect(merged).toMatchObject({ speakers: 2, aliases: [{ id: other.nameId }] });
  const parted = await ask(api.partName, head, { params: { nameId: other.nameId } });
  expect(parted).toMatchObject({ id: other.nameId, speakers: 1, aliases: [] });
  expect(await proposed()).toBeUndefined();
});

it('a name is taken into work: a partner in the conveyor, with what the gate to a candidate still misses (S1.14, S2.27)', async () => {
  const manager = world.contextOf('manager');
  const { nameId } = await ask(api.logMention, head, { body: { name: 'Складской эксперт', heardFrom: 'А' } });
  const taken = await ask(api.takeName, manager, { params: { nameId }, body: {} });
  expect(taken).toMatchObject({ stage: 'mention' });
  expect(taken.missing).toBeGreaterThan(0);
  await expect(ask(api.takeName, manager, { params: { nameId }, body: {} })).rejects.toMatchObject({
    code: 'recruiting.taken_already',
  });
  await ask(api.logMention, head, { body: { name: 'Складской эксперт', heardFrom: 'Б' } });
  const ours = await look(head, async (tx) => (await standingOf(tx, [taken.partnerId])).get(taken.partnerId));
  expect(ours?.stage).toBe('mention');
});

it('two people who named it make a candidate, one does not', async () => {
  const { gateOf } = await import('@mosty/lifecycle');
  const log = (heardFrom: string) =>
    ask(api.logMention, head, { body: { name: 'Автор Пётр', source: 'public', heardFrom } });
  const { nameId } = await log('А');
  const { partnerId } = await ask(api.takeName, head, { params: { nameId }, body: {} });
  const finding = async () =>
    (await gateOf(head, partnerId))
      .find(({ to }) => to === 'candidate')
      ?.evidence.find(({ code }) => code === 'profile_or_mentions');
  expect(await finding()).toMatchObject({
    met: false,
    missing: [{ code: 'recruiting.too_few_speakers', to: `/scout?open=${nameId}` }, expect.anything()],
  });
  await log('Б');
  expect(await finding()).toMatchObject({ met: true, rows: [{ params: { speakers: 2 } }] });
});

it('a file of answers is looked at first, and whoever answered is not taken twice', async () => {
  const survey = await ask(api.openSurvey, head, { body: questions });
  const text = 'whom,tools,email\nАвтор Фёдор,,f@x.ru\nАвтор Фёдор,,f@x.ru\n,,g@x.ru\n';
  const load = (body: object) =>
    ask(api.importSurveyAnswers, head, { params: { surveyId: survey.id }, body: { text, ...body } });
  expect(await load({})).toEqual({
    lines: 3,
    good: 1,
    taken: 0,
    errors: [
      { line: 3, code: 'answered_already' },
      { line: 4, code: 'nothing_said' },
    ],
  });
  expect(await load({ take: true })).toMatchObject({ taken: 0 });
  expect(await load({ take: true, skipErrors: true })).toMatchObject({ taken: 1 });
  expect(await load({ take: true, skipErrors: true })).toMatchObject({ good: 0, taken: 0 });
});

it('people of a partner see nothing of whom we look for', async () => {
  const partner = await createPartner(world.system, { name: 'Вектор' });
  const person = await world.contextOfPartner(partner.id);
  for (const operation of [api.listNames, api.listMentions, api.listSurveys, api.listSurveyAnswers])
    await expect(ask(operation, person)).rejects.toMatchObject({ kind: 'not_permitted' });
});
