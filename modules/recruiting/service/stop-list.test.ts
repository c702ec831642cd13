import { createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { enterLifecycle, gateOf, moveStage, standingOf } from '@mosty/lifecycle';
import type { EvidenceCode } from '@mosty/lifecycle/contract';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideStop } from './decide-stop.ts';
import { proposeStop } from './propose-stop.ts';
import './stop-evidence.ts';
import { stopsLike, stopsOfPartner } from './stop-matches.ts';
import { askStopOff, decideStopOff } from './take-off-stop-list.ts';
import { tellNamesake } from './tell-namesake.ts';

let database: TestDatabase;
let world: World;
let head: Context;
let owner: Context;
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
  owner = world.contextOf('owner');
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const because = {
  reasonCode: 'fraud',
  evidence: 'Три заявки на одного клиента, все с его же телефона: письмо клиента от 2 марта',
} as const;

async function mentioned(fields: Parameters<typeof createPartner>[1]): Promise<Id<'partner'>> {
  const { id } = await createPartner(head, fields);
  await transact(head, (tx) => enterLifecycle(tx, { partnerId: id, path: 'referral', to: 'mention' }));
  return id;
}
async function found(partnerId: Id<'partner'>, to: string, code: EvidenceCode) {
  const gate = (await gateOf(head, partnerId)).find((one) => one.to === to);
  return gate?.evidence.find((one) => one.code === code);
}
const stageOf = (partnerId: Id<'partner'>) =>
  look(world.system, async (tx) => (await standingOf(tx, [partnerId])).get(partnerId)?.stage);

async function stopped(who: { name: string; taxNumber?: string; phone?: string; email?: string }) {
  const { id } = await proposeStop(head, { ...who, ...because });
  return decideStop(owner, { entryId: id, approved: true });
}

test('a partner in the pipeline is stopped by two people, and moved by the second (S0.72)', async () => {
  const partnerId = await mentioned({ name: 'Слив и Ко' });
  expect(await found(partnerId, 'stop_listed', 'stop_reason')).toMatchObject({
    met: false,
    missing: [
      {
        code: 'recruiting.no_stop_reason',
        roles: ['head', 'owner'],
        to: `/scout/stop-list?partner=${partnerId}`,
      },
    ],
  });
  const entry = await proposeStop(head, { partnerId, name: 'Слив и Ко', ...because });
  expect(await found(partnerId, 'stop_listed', 'stop_reason')).toMatchObject({ met: true });
  expect(await found(partnerId, 'stop_listed', 'two_people')).toMatchObject({
    met: false,
    missing: [{ code: 'recruiting.no_second_person' }],
  });
  await expect(moveStage(owner, { partnerId, to: 'stop_listed' })).rejects.toMatchObject({
    code: 'lifecycle.gate_closed',
  });
  await expect(decideStop(head, { entryId: entry.id, approved: true })).rejects.toMatchObject({
    code: 'identity.two_people',
  });
  await expect(
    decideStop(await world.another('head'), { entryId: entry.id, approved: true }),
  ).rejects.toMatchObject({ code: 'recruiting.owner_decides' });
  await expect(
    decideStop(world.contextOf('manager'), { entryId: entry.id, approved: true }),
  ).rejects.toMatchObject({ kind: 'not_permitted' });
  await decideStop(owner, { entryId: entry.id, approved: true });
  expect(await stageOf(partnerId)).toBe('stop_listed');
  await expect(decideStop(owner, { entryId: entry.id, approved: false })).rejects.toMatchObject({
    code: 'recruiting.stop_decided',
  });
  await expect(proposeStop(head, { partnerId, name: 'Слив и Ко', ...because })).rejects.toMatchObject({
    code: 'recruiting.stop_exists',
  });
});

test.each([
  ['tax number', { taxNumber: '7707083893' }, { taxNumber: '7707 083 893' }],
  ['telephone', { phone: '+7 916 000-11-22' }, { phone: '8 (916) 000 11 22' }],
  ['e-mail', { email: 'boss+work@sliv.ru' }, { email: 'Boss@sliv.ru' }],
  [
    'domain of the e-mail and the page',
    { email: 'x@sliv-page.ru' },
    { site: 'https://www.sliv-page.ru/about' },
  ],
])('who is on the list does not become a candidate under another name: %s', async (_what, onList, card) => {
  await stopped({ name: `Стоп ${_what}`, ...onList });
  const partnerId = await mentioned({ name: `Новая вывеска ${_what}`, ...card });
  expect(await found(partnerId, 'candidate', 'not_stop_listed')).toMatchObject({
    met: false,
    missing: [{ code: 'recruiting.stop_listed', to: `/scout/stop-list?partner=${partnerId}` }],
  });
  await expect(moveStage(head, { partnerId, to: 'candidate' })).rejects.toMatchObject({
    code: 'lifecycle.gate_closed',
  });
});

test('a proposal alone holds nobody, and neither does a rejected one', async () => {
  const { id } = await proposeStop(head, { name: 'Честный Ник', taxNumber: '500100732259', ...because });
  const partnerId = await mentioned({ name: 'Другая вывеска', taxNumber: '500100732259' });
  expect(await found(partnerId, 'candidate', 'not_stop_listed')).toMatchObject({ met: true });
  await decideStop(head, { entryId: id, approved: false, note: 'Проверили: не он' });
  expect(await found(partnerId, 'candidate', 'not_stop_listed')).toMatchObject({ met: true });
  await moveStage(head, { partnerId, to: 'candidate' });
  expect(await stageOf(partnerId)).toBe('candidate');
});

test('a namesake is held until a person tells them apart; a tax number is not told apart', async () => {
  const named = await stopped({ name: 'ООО «Ромашка Плюс»', taxNumber: '7736050003' });
  const partnerId = await mentioned({ name: 'Ромашка плюс' });
  expect(await found(partnerId, 'candidate', 'not_stop_listed')).toMatchObject({
    met: false,
    missing: [{ code: 'recruiting.called_like_stop_listed' }],
  });
  await tellNamesake(head, { partnerId, entryId: named.id, reason: 'Другой город и другой ИНН' });
  expect(await found(partnerId, 'candidate', 'not_stop_listed')).toMatchObject({ met: true });
  const same = await mentioned({ name: 'Лютик', taxNumber: '7736050003' });
  await expect(
    tellNamesake(head, { partnerId: same, entryId: named.id, reason: 'Не похож' }),
  ).rejects.toMatchObject({ code: 'recruiting.surely_the_same' });
  // It is also enough to stop the partner for good: the two people have decided already.
  await moveStage(owner, { partnerId: same, to: 'stop_listed', details: { reasonCode: 'fraud' } });
  expect(await stageOf(same)).toBe('stop_listed');
});

test('taking off takes two as well, and then the list knows nobody', async () => {
  const entry = await stopped({ name: 'Исправился', email: 'fixed@fixed-now.ru' });
  const like = () => look(head, (tx) => stopsLike(tx, [{ email: 'fixed@fixed-now.ru' }]));
  expect(await like()).toMatchObject([{ entryId: entry.id, sure: true, by: ['domain', 'email'] }]);
  await expect(decideStopOff(owner, { entryId: entry.id, takeOff: true })).rejects.toMatchObject({
    code: 'recruiting.stop_not_asked',
  });
  await askStopOff(owner, { entryId: entry.id, reason: 'Вернул деньги клиентам' });
  expect(await like()).toHaveLength(1);
  await expect(decideStopOff(owner, { entryId: entry.id, takeOff: true })).rejects.toMatchObject({
    code: 'identity.two_people',
  });
  await decideStopOff(head, { entryId: entry.id, takeOff: false });
  await askStopOff(head, { entryId: entry.id, reason: 'Вернул деньги клиентам, показал выписку' });
  await decideStopOff(owner, { entryId: entry.id, takeOff: true });
  expect(await like()).toEqual([]);
});

test('raw SQL cannot decide alone, or without an owner', async () => {
  const { id } = await proposeStop(head, { name: 'Сам решил', ...because });
  const approve = (by: string, role: string) =>
    transact(world.system, (tx) =>
      sql`UPDATE recruiting.stop_entry SET approved = true, decided_at = ${tx.now()}, decided_by = ${by}, decided_role = ${role}
          WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${id}`.execute(tx.db),
    );
  await expect(approve(head.actor.id, 'owner')).rejects.toThrow('check constraint');
  await expect(approve('somebody', 'head')).rejects.toThrow('check constraint');
  await expect(
    transact(world.system, (tx) => sql`DELETE FROM recruiting.stop_entry`.execute(tx.db)),
  ).rejects.toThrow('permission denied');
});

test('people of a partner see nothing of it', async () => {
  const { id: partnerId } = await createPartner(head, { name: 'Любопытный', email: 'fixed@curious.ru' });
  await stopped({ name: 'Любопытный', email: 'fixed@curious.ru' });
  const theirs = await world.contextOfPartner(partnerId);
  expect(await look(theirs, (tx) => stopsOfPartner(tx, partnerId))).toEqual([]);
  await expect(proposeStop(theirs, { name: 'Конкурент', ...because })).rejects.toMatchObject({
    kind: 'not_permitted',
  });
});

test('the way back from the stop list goes by the same two hands, and begins anew as a candidate (S0.72)', async () => {
  const partnerId = await mentioned({ name: 'Ошиблись и Ко' });
  const entry = await proposeStop(head, { partnerId, name: 'Ошиблись и Ко', ...because });
  await decideStop(owner, { entryId: entry.id, approved: true });
  const back = { partnerId, to: 'candidate' } as const;
  await expect(moveStage(head, back)).rejects.toMatchObject({ code: 'lifecycle.gate_closed' });
  expect(await found(partnerId, 'candidate', 'stop_taken_off')).toMatchObject({
    met: false,
    missing: [{ code: 'recruiting.not_taken_off' }],
  });
  await askStopOff(head, { entryId: entry.id, reason: 'Заявки писал уволенный сотрудник, вернули деньги' });
  await decideStopOff(owner, { entryId: entry.id, takeOff: true });
  expect(await stageOf(partnerId)).toBe('stop_listed');
  await expect(moveStage(world.contextOf('manager'), back)).rejects.toMatchObject({
    kind: 'not_permitted',
  });
  await moveStage(head, back);
  expect(await stageOf(partnerId)).toBe('candidate');
});

test('a channel is recognised in any of its spellings, and the site it stands on stops nobody (S0.72)', async () => {
  const { id } = await proposeStop(head, {
    name: 'Серый канал',
    site: 'https://t.me/Grey_Deals/',
    ...because,
  });
  await decideStop(owner, { entryId: id, approved: true });
  const like = (site: string) => look(head, (tx) => stopsLike(tx, [{ name: 'Кто-то иной', site }]));
  for (const site of [
    't.me/grey_deals',
    'telegram.me/s/grey_deals',
    'http://www.t.me/grey_deals?utm_source=x',
  ])
    expect(await like(site), site).toMatchObject([{ entryId: id, by: ['link'], sure: true }]);
  for (const site of ['t.me/other_deals', 't.me', 'instagram.com/grey_deals'])
    expect(await like(site), site).toEqual([]);
});
