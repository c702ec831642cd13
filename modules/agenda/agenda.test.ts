import { archivePartner, createPartner, updatePartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Operation } from '@mosty/kernel/operation';
import { enterLifecycle } from '@mosty/lifecycle';
import { transact } from '@mosty/kernel/db';
import { openAgreement } from '@mosty/agreements';
import { businessDate } from '@mosty/kernel/time';
import { listNotices } from '@mosty/notices/contract';
import { noticesRoutes } from '@mosty/notices/http';
import { addPublication } from '@mosty/rhythm';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as z from 'zod';
import * as api from './contract.ts';
import { agendaRoutes } from './http.ts';
import { buildAgenda, buildEachNight, tellPapers } from './index.ts';
import { RULES } from './service/rules.ts';

let database: TestDatabase;
let world: World;
let head: Context;
let manager: Context;
let other: Context;
let author: Id<'partner'>;
let second: Id<'partner'>;
let face: Id<'partner'>;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
  manager = world.contextOf('manager');
  other = await world.another('manager');
  author = (await createPartner(world.system, { name: 'Автор' })).id;
  second = (await createPartner(world.system, { name: 'Второй' })).id;
  face = (await createPartner(world.system, { name: 'Новый' })).id;
  const ownerMemberId = world.member('manager').id;
  for (const partnerId of [author, second, face])
    await updatePartner(world.system, { partnerId, fields: { ownerMemberId } });
  await transact(world.system, (tx) =>
    enterLifecycle(tx, { partnerId: face, path: 'standard', to: 'mention', source: 'survey' }),
  );
  for (const [partnerId, onDay] of [
    [author, '2026-03-05'],
    [second, '2026-03-09'],
  ] as const)
    await addPublication(world.system, { partnerId, title: 'Обзор', platform: 'VK', onDay, isAd: true });
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
  const route = agendaRoutes.find((served) => served.operation.id === operation.id);
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

const done = (text: string) => ({
  verdict: 'done',
  fix: 'Просить erid заранее',
  step: { text, dueOn: '2026-03-06' },
  minutes: 20,
});

it('S0.6: the night finds reasons of every kind without one broken rule, and keeps the id of what it found before', async () => {
  await buildEachNight.run(world.system);
  const week = await ask(api.readAgenda, manager);
  expect(week.broken).toEqual([]);
  expect(week).toMatchObject({ weekOf: '2026-03-02', capacityMinutes: 180, isOwn: true });
  expect(week.cards.map(({ rule, pinned }) => [rule, pinned])).toEqual([
    ['paper_due', 'law'],
    ['paper_due', 'law'],
    ['best_candidate', null],
  ]);
  expect(week).toMatchObject({ existing: 'met', newFace: 'met', plannedMinutes: 60, leftOut: 0 });
  expect(week.cards.map(({ why }) => why.ru.split('«')[1]?.split('»')[0] ?? '').toSorted()).toEqual([
    'Автор',
    'Второй',
    'Новый',
  ]);
  const again = await buildAgenda(head);
  expect(again.broken).toBe(0);
  expect((await ask(api.readAgenda, manager)).cards.map(({ id }) => id)).toEqual(
    week.cards.map(({ id }) => id),
  );
});

it('a manager sees only the own week; the head sees everybody’s and the team’s load', async () => {
  const memberId = world.member('manager').id;
  await expect(ask(api.readAgenda, other, { query: { memberId } })).rejects.toThrow('agenda.own_week_only');
  expect((await ask(api.readAgenda, other)).cards).toEqual([]);
  expect((await ask(api.readAgenda, head, { query: { memberId } })).cards).toHaveLength(3);
  await ask(api.setCapacity, head, { params: { memberId }, body: { minutes: 60 } });
  const team = await ask(api.readTeamWeek, head);
  expect(team.items.find(({ member }) => member.id === memberId)).toMatchObject({
    capacityMinutes: 60,
    cards: 3,
  });
  expect(team.rules).toHaveLength(RULES.length);
  await expect(ask(api.readTeamWeek, manager)).rejects.toThrow('identity.not_permitted');
});

it('S0.53: done asks for one fix and one next step, takes the card away, and is undone with its step', async () => {
  const [card] = (await ask(api.readAgenda, manager)).cards;
  const params = { cardId: card?.id };
  expect(api.answerCard.body.safeParse({ verdict: 'done', minutes: 5 }).success).toBe(false);
  await expect(ask(api.answerCard, other, { params, body: done('Получить erid') })).rejects.toThrow(
    'directory.partner_of_another_manager',
  );
  const { id } = await ask(api.answerCard, manager, { params, body: done('Получить erid') });
  const after = await ask(api.readAgenda, manager);
  expect(after.doneMinutes).toBe(20);
  expect(after.cards.map(({ id: left }) => left)).not.toContain(card?.id);
  await ask(api.takeBackAnswer, manager, { params: { answerId: id } });
  expect((await ask(api.readAgenda, manager)).cards.map(({ id: left }) => left)).toContain(card?.id);
});

it('put off comes back on its day; a disagreement lowers the lift of the rule, which every card shows', async () => {
  const { cards } = await ask(api.readAgenda, manager);
  const candidate = cards.find(({ rule }) => rule === 'best_candidate');
  for (const { id: cardId, rule } of cards)
    if (rule === 'paper_due')
      await ask(api.answerCard, manager, {
        params: { cardId },
        body: { verdict: 'put_off', reason: 'Автор в отпуске', until: '2026-03-04' },
      });
  await ask(api.answerCard, manager, {
    params: { cardId: candidate?.id },
    body: { verdict: 'disagree', reason: 'Не наши люди' },
  });
  const empty = await ask(api.readAgenda, manager);
  expect(empty.cards).toEqual([]);
  expect(empty.candidates.map(({ name }) => name)).toEqual(['Новый']);
  // Of one moment: they have no order among them.
  expect((await ask(api.readTeamWeek, head)).putOff.map(({ verdict }) => verdict).toSorted()).toEqual([
    'disagree',
    'put_off',
    'put_off',
  ]);
  world.clock.set(new Date('2026-03-04T06:00:00Z'));
  await buildEachNight.run(world.system);
  expect((await ask(api.readAgenda, manager)).cards.map(({ rule }) => rule)).toEqual([
    'paper_due',
    'paper_due',
  ]);
  const rule = (await ask(api.readTeamWeek, head)).rules.find((one) => one.rule === 'best_candidate');
  expect(rule).toMatchObject({ disagreed: 1 });
  expect(rule?.liftPpm).toBeLessThan(rule?.defaultLiftPpm ?? 0);
});

it('a rule that breaks is shown as broken and leaves what it found; the others go on', async () => {
  const broken = RULES.map((read) =>
    read.rule.code === 'paper_due' ? { ...read, run: () => Promise.reject(new Error('broken')) } : read,
  );
  expect((await buildAgenda(world.system, broken)).broken).toBe(1);
  const week = await ask(api.readAgenda, manager);
  expect(week.broken.map(({ rule }) => rule)).toEqual(['paper_due']);
  expect(week.cards.map(({ rule }) => rule)).toEqual(['paper_due', 'paper_due']);
  await buildAgenda(world.system);
  expect((await ask(api.readAgenda, manager)).broken).toEqual([]);
});

it('a partner in the archive has no cards', async () => {
  await archivePartner(world.system, { partnerId: author, reason: 'Больше не пишет' });
  expect((await ask(api.readAgenda, manager)).cards.map(({ partner }) => partner.name)).toEqual(['Второй']);
});

it('a paper whose day is near is told once, to whoever leads the partner and to the partner whose paper it is', async () => {
  const { id: partnerId } = await createPartner(world.system, { name: 'С договором' });
  await updatePartner(world.system, { partnerId, fields: { ownerMemberId: world.member('manager').id } });
  const day = businessDate('2025-03-20');
  await openAgreement(world.system, {
    partnerId,
    class: 'partner_sales',
    kind: 'agent',
    startsOn: day,
    signedOn: day,
    launchedOn: day,
    endsOn: businessDate('2026-03-20'),
  });
  const theirs = await world.contextOfPartner(partnerId);
  for (let again = 0; again < 2; again += 1) await tellPapers(world.system);
  const told = async (ctx: Context) =>
    (await askOf(noticesRoutes)(listNotices, ctx)).items.filter(({ code }) => code.startsWith('agenda.'));
  expect((await told(theirs)).map(({ code, path }) => [code, path])).toEqual([
    ['agenda.own_agreement_ends', '/portal/rules'],
  ]);
  const ours = await told(manager);
  expect(ours.filter(({ code }) => code === 'agenda.agreement_ends')).toMatchObject([
    { path: `/partners/${partnerId}`, text: { ru: '«С договором»: последний день 20 марта.' } },
  ]);
  expect(ours.some(({ code }) => code === 'agenda.publication_not_ready')).toBe(true);
  expect(await told(other)).toEqual([]);
});

it('of papers long past nobody is told: an agreement that ended in 2024 does not end soon', async () => {
  const partnerId = (await createPartner(world.system, { name: 'Из прошлого' })).id;
  await updatePartner(world.system, { partnerId, fields: { ownerMemberId: other.actor.id as Id<'member'> } });
  const day = businessDate('2023-05-20');
  await openAgreement(world.system, {
    partnerId,
    class: 'partner_sales',
    kind: 'agent',
    startsOn: day,
    signedOn: day,
    launchedOn: day,
    endsOn: businessDate('2024-05-20'),
  });
  await addPublication(world.system, {
    partnerId,
    title: 'Прошлый обзор',
    platform: 'VK',
    onDay: '2025-11-05',
    isAd: true,
  });
  const theirs = await world.contextOfPartner(partnerId);
  // All that was near is told already: nothing is said twice.
  expect(await tellPapers(world.system)).toBe(0);
  const told = async (ctx: Context) => (await askOf(noticesRoutes)(listNotices, ctx)).items;
  expect(await told(theirs)).toEqual([]);
  expect((await told(other)).filter(({ code }) => code.startsWith('agenda.'))).toEqual([]);
});
