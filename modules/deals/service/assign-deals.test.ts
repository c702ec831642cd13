import { afterAll, beforeAll, expect, it } from 'vitest';
import { openAgreements } from '@mosty/agreements';
import { createPartner, updatePartner } from '@mosty/directory';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { dealsById } from '../store/deals.ts';
import { eventsOfDeal } from '../store/deal-events.ts';
import { listDealRows } from '../store/list-deals.ts';
import { assignDeals } from './assign-deals.ts';
import { importDeals } from './import-deals.ts';
import { registerDeal } from './register-deal.ts';
import { updateDeal } from './update-deal.ts';

let world: World;
let partnerId: Id<'partner'>;
beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
  const { id } = await createPartner(world.system, { name: 'Альфа' });
  partnerId = id;
  const day = businessDate('2026-01-01');
  await openAgreements(world.system, [
    { partnerId: id, class: 'partner_sales', kind: 'agent', startsOn: day, signedOn: day, launchedOn: day },
  ]);
  await updatePartner(world.contextOf('head'), {
    partnerId: id,
    fields: { ownerMemberId: world.member('manager').id },
  });
});
afterAll(() => world?.close());

const ownerOf = async (id: Id<'deal'> | undefined) =>
  (await look(world.system, (tx) => dealsById(tx, [id ?? ''])))[0]?.ownerMemberId;

it('a deal is the partner’s manager’s, whoever tells of it; without one it is whose hand wrote it', async () => {
  const head = world.contextOf('head');
  const given = { handoverBasis: 'client_consent' as const };
  const byPartner = await registerDeal(await world.contextOfPartner(partnerId), {
    client: { name: 'Ромашка' },
    ...given,
  });
  const byHead = await registerDeal(head, { client: { name: 'Лютик' }, partnerId, ...given });
  const ours = await registerDeal(head, { client: { name: 'Клевер' } });
  const chosen = await registerDeal(head, {
    client: { name: 'Мята' },
    ownerMemberId: world.member('owner').id,
  });
  await importDeals(head, { source: 'crm', deals: [{ externalId: '1', partner: 'Альфа' }] });
  const [imported] = await look(world.system, (tx) =>
    listDealRows(tx, { q: '1', now: world.clock.now() }, { after: null, limit: 1 }),
  );
  const manager = world.member('manager').id;
  expect([await ownerOf(byPartner.deal?.id), await ownerOf(byHead.deal?.id)]).toEqual([manager, manager]);
  expect(imported?.ownerMemberId).toBe(manager);
  expect(await ownerOf(ours.deal?.id)).toBe(world.member('head').id);
  expect(await ownerOf(chosen.deal?.id)).toBe(world.member('owner').id);
});

it('many change hands at once: all or none, only to people who work here, and it is no move', async () => {
  const head = world.contextOf('head');
  const finance = world.member('finance').id;
  const made = await Promise.all(
    ['Один', 'Два', 'Три'].map((name) => registerDeal(head, { client: { name: `Ива ${name}` } })),
  );
  const dealIds = made.flatMap(({ deal }) => deal?.id ?? []);
  const [first] = dealIds;
  const moved = made[0]?.deal?.movedAt;
  world.clock.advance(60_000);
  expect(await assignDeals(head, { dealIds, ownerMemberId: finance })).toBe(3);
  expect(await assignDeals(head, { dealIds, ownerMemberId: finance })).toBe(0);
  const found = (owner: string) =>
    look(world.system, (tx) =>
      listDealRows(tx, { owner: owner as 'nobody', now: world.clock.now() }, { after: null, limit: 50 }),
    );
  expect((await found(finance)).map(({ id }) => id).sort()).toEqual([...dealIds].sort());
  expect((await found(finance))[0]?.movedAt).toEqual(moved);
  const [event] = await look(world.system, (tx) => eventsOfDeal(tx, first as Id<'deal'>));
  expect(event).toMatchObject({ what: 'assigned', params: { to: finance } });

  const stranger = 'deal_01k0000000000000000000000a' as Id<'deal'>;
  await expect(
    assignDeals(head, { dealIds: [...dealIds, stranger], ownerMemberId: null }),
  ).rejects.toMatchObject({ code: 'deals.deal_unknown' });
  expect(await ownerOf(first)).toBe(finance);
  const ofPartner = world.member('partner_owner').id;
  await expect(assignDeals(head, { dealIds, ownerMemberId: ofPartner })).rejects.toMatchObject({
    code: 'directory.member_unknown',
  });
  await expect(
    updateDeal(head, { dealId: first as Id<'deal'>, fields: { ownerMemberId: ofPartner } }),
  ).rejects.toMatchObject({ code: 'directory.member_unknown' });
  await assignDeals(head, { dealIds, ownerMemberId: null });
  expect((await found('nobody')).map(({ id }) => id)).toEqual(expect.arrayContaining(dealIds));
});

it('a manager does not take the deals of another’s partner', async () => {
  const other = await createPartner(world.contextOf('head'), { name: 'Чужой' });
  const day = businessDate('2026-01-01');
  await openAgreements(world.system, [
    {
      partnerId: other.id,
      class: 'partner_sales',
      kind: 'agent',
      startsOn: day,
      signedOn: day,
      launchedOn: day,
    },
  ]);
  await updatePartner(world.contextOf('head'), {
    partnerId: other.id,
    fields: { ownerMemberId: world.member('head').id },
  });
  const { deal } = await registerDeal(world.contextOf('head'), {
    client: { name: 'Сирень' },
    partnerId: other.id,
    handoverBasis: 'client_consent',
  });
  await expect(
    assignDeals(world.contextOf('manager'), {
      dealIds: [deal?.id as Id<'deal'>],
      ownerMemberId: world.member('manager').id,
    }),
  ).rejects.toMatchObject({ code: 'directory.partner_of_another_manager' });
});
