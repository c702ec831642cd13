import { createPartner } from '@mosty/directory';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { takeOver } from '@mosty/lifecycle';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from './contract.ts';
import { judgeTrackShare } from './domain/crossed.ts';
import { frameworkRoutes } from './http.ts';
import { frameworkNow } from './service/publish-framework.ts';

const ask = askOf(frameworkRoutes);
let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  world.clock.set(new Date('2026-11-20T09:00:00Z'));
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

async function working(name: string, track: 'high_touch' | 'scaled'): Promise<Id<'partner'>> {
  const { id: partnerId } = await createPartner(world.system, { name, track });
  await takeOver(world.system, { partnerId, path: 'standard', stage: 'working', reason: 'работаем давно' });
  return partnerId;
}

it('what the upper track gives is written down with its day, who gave it and to whom (S1.24)', async () => {
  const head = world.contextOf('head');
  const partnerId = await working('Вектор', 'high_touch');
  const params = { partnerId };
  const before = await ask(api.readPackage, head, { params });
  const { body } = await transact(world.system, frameworkNow);
  expect(before.services.map(({ ru }) => ru)).toEqual(
    body.tracks.find(({ track }) => track === 'high_touch')?.ru,
  );
  expect(before.services.every(({ lastOn }) => lastOn === null)).toBe(true);

  const manager = world.member('manager');
  const note = (givenOn: string, place = 2) =>
    ask(api.noteGiven, head, {
      params,
      body: { place, givenOn, byMemberId: manager.id, toWhom: 'Руслан и два внедренца' },
    });
  await note('2026-09-15');
  const after = await note('2026-11-10');
  expect(after.services[2]).toMatchObject({ lastOn: '2026-11-10', times: 2 });
  expect(after.given[0]).toMatchObject({
    ru: before.services[2]?.ru,
    givenOn: '2026-11-10',
    by: 'manager',
    toWhom: 'Руслан и два внедренца',
  });
  await expect(note('2026-11-21')).rejects.toMatchObject({ code: 'framework.given_in_future' });
  await expect(note('2026-11-10', 11)).rejects.toMatchObject({ code: 'framework.no_such_service' });
});

it('of those led personally, whoever was given least comes first; the self-served are not there (S1.24)', async () => {
  const nothing = await working('Пусто', 'high_touch');
  const scaled = await working('Сам', 'scaled');
  const { items } = await ask(api.listPackages, world.contextOf('manager'));
  expect(items.map(({ partner, given }) => [partner.name, given])).toEqual([
    ['Пусто', 0],
    ['Вектор', 1],
  ]);
  expect(items[0]?.partner.id).toBe(nothing);
  expect(items.some(({ partner }) => partner.id === scaled)).toBe(false);
  await expect(ask(api.listPackages, world.contextOf('partner_owner'))).rejects.toMatchObject({
    code: 'identity.not_permitted',
  });
});

it('led personally are 10–20 % of those at work; more or fewer is said (S1.23, S1.24)', () => {
  expect([9, 10, 20, 21].map((of) => judgeTrackShare(100, of))).toEqual(['few', 'within', 'within', 'many']);
});
