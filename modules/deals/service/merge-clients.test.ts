import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'kysely';
import { openAgreements } from '@mosty/agreements';
import {
  clientsByExternal,
  clientsById,
  createClient,
  createPartner,
  mergeClients,
  similarClients,
  undoMerge,
} from '@mosty/directory';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { recordLeads } from '@mosty/tracking';
import '@mosty/tracking/http';
import { saleOf } from '../domain/sales.ts';
import '../http.ts';
import { dealsById } from '../store/deals.ts';
import { eventsOfDeal } from '../store/deal-events.ts';
import { approveDeal } from './decide-registration.ts';
import { recordSales } from './record-sales.ts';
import { registerDeal } from './register-deal.ts';

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
});
afterAll(() => world?.close());

const client = async (id: Id<'client'>) => {
  const [found] = await look(world.system, (tx) => clientsById(tx, [id]));
  if (!found) throw new Error('no such client');
  return found;
};
const pay = (externalId: string, clientId: Id<'client'>) =>
  recordSales(world.system, {
    source: 'shop',
    sales: [
      saleOf({ externalId, clientId, occurredAt: '2026-02-01T00:00:00Z', currency: 'RUB', amountMinor: 100 }),
    ],
  });
const leadsOf = (id: Id<'client'>) =>
  look(world.system, async (tx) => {
    const { rows } = await sql<{ event: string }>`
      SELECT event_name AS event FROM tracking.lead WHERE client_id = ${id} ORDER BY 1`.execute(tx.db);
    return rows.map(({ event }) => event);
  });

it('a prospect becomes the client it is: deals, leads and its number follow; parted, they go back', async () => {
  const head = world.contextOf('head');
  const known = await createClient(head, { name: 'ООО «Ромашка»', externalId: 'A-1' });
  await pay('S-1', known.id);
  const { deal } = await registerDeal(head, {
    client: { name: 'Ромашка и партнёры', email: 'anna@romashka.example' },
    partnerId,
    handoverBasis: 'client_consent',
    kind: 'expansion',
  });
  const prospect = deal?.clientId as Id<'client'>;
  const dealId = deal?.id as Id<'deal'>;
  for (const [clientExternalId, eventName] of [
    ['A-1', 'signed up'],
    ['B-2', 'signed up'],
    ['B-2', 'asked'],
  ] as const)
    await recordLeads(world.system, {
      source: 'track',
      leads: [{ clientExternalId, eventName, occurredAt: new Date('2026-01-20T00:00:00Z') }],
    });
  const [ofLead] = [...(await look(world.system, (tx) => clientsByExternal(tx, ['B-2']))).values()];
  await mergeClients(head, { clientId: ofLead?.id as Id<'client'>, intoId: prospect });
  // The prospect took the number over; merged itself, it leads on to the client.
  expect(await client(prospect)).toMatchObject({ externalId: 'B-2' });
  expect(await leadsOf(prospect)).toEqual(['asked', 'signed up']);

  const left = await mergeClients(head, { clientId: prospect, intoId: known.id });
  expect(left).toMatchObject({ id: known.id, externalId: 'A-1', email: 'anna@romashka.example' });
  expect(await look(world.system, (tx) => dealsById(tx, [dealId]))).toMatchObject([{ clientId: known.id }]);
  expect(await leadsOf(known.id)).toEqual(['asked', 'signed up']);
  expect(await leadsOf(prospect)).toEqual(['signed up']);
  const byNumber = await look(world.system, (tx) => clientsByExternal(tx, ['B-2', 'A-1']));
  expect([byNumber.get('B-2')?.id, byNumber.get('A-1')?.id]).toEqual([known.id, known.id]);
  const alike = await look(world.system, (tx) => similarClients(tx, { email: 'anna@romashka.example' }));
  expect(alike.map((one) => one.client.id)).toEqual([known.id]);
  await expect(approveDeal(head, { dealId, clientId: prospect })).rejects.toMatchObject({
    code: 'directory.client_merged',
  });

  await undoMerge(head, { clientId: prospect });
  expect(await client(prospect)).toMatchObject({ mergedIntoId: null, externalId: 'B-2' });
  expect(await client(known.id)).toMatchObject({ email: null, externalId: 'A-1' });
  expect(await look(world.system, (tx) => dealsById(tx, [dealId]))).toMatchObject([{ clientId: prospect }]);
  expect(await leadsOf(prospect)).toEqual(['asked', 'signed up']);
  expect(await leadsOf(known.id)).toEqual(['signed up']);
  const history = await look(world.system, (tx) => eventsOfDeal(tx, dealId));
  expect(history.map(({ what }) => what)).toEqual(['client_parted', 'client_merged', 'registered']);
  await expect(undoMerge(head, { clientId: prospect })).rejects.toMatchObject({
    code: 'directory.not_merged',
  });
});

it('who has paid is not moved: the other way round, or not at all', async () => {
  const head = world.contextOf('head');
  const make = (name: string) => createClient(head, { name });
  const [one, two, three] = [await make('Дуб'), await make('Бук'), await make('Граб')];
  await pay('S-2', one.id);
  const merge = (from: Id<'client'>, into: Id<'client'>) =>
    mergeClients(head, { clientId: from, intoId: into }).then(
      () => 'merged',
      (error: { code: string }) => error.code,
    );
  expect(await merge(one.id, two.id)).toBe('directory.merge_other_way');
  expect(await merge(one.id, one.id)).toBe('directory.merged_into_itself');
  await pay('S-3', two.id);
  expect(await merge(one.id, two.id)).toBe('directory.both_paid');
  expect(await merge(three.id, one.id)).toBe('merged');
  expect(await merge(three.id, two.id)).toBe('directory.client_merged');
  await expect(
    mergeClients(world.contextOf('analyst'), { clientId: three.id, intoId: two.id }),
  ).rejects.toMatchObject({ kind: 'not_permitted' });
});

it('of two who merge the same two at once one is first, in either direction', async () => {
  const head = world.contextOf('head');
  const [one, two] = [await createClient(head, { name: 'Тис' }), await createClient(head, { name: 'Туя' })];
  const outcomes = await Promise.allSettled([
    mergeClients(head, { clientId: one.id, intoId: two.id }),
    mergeClients(head, { clientId: two.id, intoId: one.id }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
