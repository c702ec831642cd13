import type { Context } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from '../contract/expertise.ts';
import { directoryRoutes } from '../http.ts';
import { addFace } from '../service/faces.ts';
import { createPartner } from '../service/create-partner.ts';

const ask = askOf(directoryRoutes);
let database: TestDatabase;
let world: World;
let head: Context;
let partner: Context;
let partnerId: Id<'partner'>;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
  partnerId = (await createPartner(world.system, { name: 'Учётный двор' })).id;
  partner = await world.contextOfPartner(partnerId);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

it('a person who knows the partner’s world is offered by tags; the partner hears only of its own faces (S1.21)', async () => {
  const manager = world.member('manager').id;
  const finance = world.member('finance').id;
  const teach = (memberId: Id<'member'>, tags: string[]) =>
    ask(api.setMemberExpertise, head, { params: { memberId }, body: { tags } });
  await teach(manager, ['Бухгалтерия', 'розница']);
  await teach(finance, ['бухгалтерия', 'бухгалтерия']);
  const params = { partnerId };
  const found = await ask(api.setPartnerExpertise, head, {
    params,
    body: { tags: ['бухгалтерия', 'Розница'] },
  });
  expect(found.guides.map(({ memberId, matches }) => [memberId, matches])).toEqual([
    [manager, ['Бухгалтерия', 'розница']],
    [finance, ['бухгалтерия']],
  ]);
  expect((await ask(api.readExpertise, partner, { params })).guides).toEqual([]);
  await addFace(head, { partnerId, side: 'ours', memberId: finance, name: 'Финансист' });
  const told = await ask(api.readExpertise, partner, { params });
  expect(told.guides.map(({ memberId, isFace }) => [memberId, isFace])).toEqual([[finance, true]]);
  expect(told.known).toEqual([]);
  expect(told.can.write).toBe(false);
  await expect(
    ask(api.setMemberExpertise, head, {
      params: { memberId: world.member('partner_owner').id },
      body: { tags: [] },
    }),
  ).rejects.toMatchObject({ code: 'directory.member_unknown' });
  await expect(ask(api.listTeamExpertise, partner)).rejects.toMatchObject({
    code: 'identity.not_permitted',
  });
});

it('whether a partner uses the product is said with its day and source, and what was said before stays (S1.43)', async () => {
  const params = { partnerId };
  expect((await ask(api.readProductUse, head, { params })).use).toBeNull();
  world.clock.set(new Date('2026-11-20T09:00:00Z'));
  const note = (use: api.ProductUse, asOf: string) =>
    ask(api.noteProductUse, head, { params, body: { use, asOf, source: 'Показали свой склад на звонке' } });
  await note('has_access', '2026-10-01');
  expect(await note('uses', '2026-11-19')).toMatchObject({
    use: 'uses',
    asOf: '2026-11-19',
    source: 'Показали свой склад на звонке',
  });
  await expect(note('no', '2026-11-21')).rejects.toMatchObject({ code: 'directory.use_in_future' });
});
