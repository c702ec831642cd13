import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAgreements } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { dealsRoutes } from '../http.ts';

let db: Awaited<ReturnType<typeof testDatabase>>;
let world: World;
let ofA: Context;
let ofB: Context;

beforeAll(async () => {
  db = await testDatabase();
  world = await testWorkspace(db);
  const day = businessDate('2026-01-01');
  const contexts: Context[] = [];
  for (const name of ['Тайный первый', 'Тайный второй']) {
    const { id } = await createPartner(world.system, { name });
    await openAgreements(world.system, [
      { partnerId: id, class: 'partner_sales', kind: 'agent', startsOn: day, signedOn: day, launchedOn: day },
    ]);
    contexts.push(await world.contextOfPartner(id));
  }
  [ofA, ofB] = contexts as [Context, Context];
});
afterAll(async () => {
  await world.close();
  await db.drop();
});

/** What the API would answer, as text: nothing of it may name somebody else. */
async function ask(ctx: Context, id: string, asked: { params?: object; query?: object; body?: object }) {
  const served = dealsRoutes.find(({ operation }) => operation.id === id);
  if (!served) throw new Error(`no such operation: ${id}`);
  const { operation } = served;
  const answer = await served.handle(ctx, {
    params: operation.params.parse(asked.params ?? {}),
    query: operation.query.parse(asked.query ?? {}),
    body: asked.body === undefined ? undefined : operation.body.parse(asked.body),
    remoteAddress: '',
    origin: 'http://localhost',
    headers: {},
  });
  // The shape the server sends: fields that are not declared do not leave.
  return JSON.stringify(operation.answer.parse(JSON.parse(JSON.stringify(answer, plain))));
}
const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);

test('a partner reads of the other one and of our client nothing, wherever it looks', async () => {
  const client = { name: 'Имя как мы его знаем', email: 'anna@secret-client.example', person: 'Анна Тайная' };
  const first = await ask(ofA, 'registerDeal', { body: { client, handoverBasis: 'client_consent' } });
  await ask(world.contextOf('head'), 'approveDeal', {
    params: { dealId: (JSON.parse(first) as { dealId: string }).dealId },
    body: {},
  });
  const told = { name: 'Имя как его знает второй', email: 'anna@secret-client.example' };
  const check = await ask(ofB, 'checkDuplicate', { body: { client: told } });
  const second = await ask(ofB, 'registerDeal', { body: { client: told, handoverBasis: 'client_request' } });
  expect(JSON.parse(second)).toMatchObject({
    answer: 'taken',
    registration: 'conflicted',
    answerDueAt: null,
  });
  const { dealId } = JSON.parse(second) as { dealId: string };
  const heard = [
    check,
    second,
    await ask(ofB, 'listDealCards', {}),
    await ask(ofB, 'readBoard', {}),
    await ask(ofB, 'readDealCard', { params: { dealId } }),
  ];
  expect(heard.at(-1)).toContain('Имя как его знает второй');
  for (const text of heard)
    for (const secret of ['Тайный первый', 'Анна', 'Имя как мы', 'registered_earlier'])
      expect(text).not.toContain(secret);
  await expect(
    ask(ofB, 'readDealCard', { params: { dealId: (JSON.parse(first) as { dealId: string }).dealId } }),
  ).rejects.toMatchObject({ code: 'deals.deal_unknown' });
});

test('our own people read who came second, to whom, and by which keys the clients met', async () => {
  const list = JSON.parse(
    await ask(world.contextOf('manager'), 'listDealCards', { query: { registration: 'conflicted' } }),
  ) as { items: { id: string; doubt: string; yieldsToDealId: string }[] };
  expect(list.items).toMatchObject([{ doubt: 'registered_earlier' }]);
  const card = JSON.parse(
    await ask(world.contextOf('head'), 'readDealCard', { params: { dealId: list.items[0]?.id } }),
  ) as { beside: { partner: { name: string } }[]; history: { what: string }[]; can: Record<string, unknown> };
  expect(card.beside).toMatchObject([{ partner: { name: 'Тайный первый' }, registration: 'approved' }]);
  expect(card.history.map(({ what }) => what)).toEqual(['conflicted', 'registered']);
  expect(card.can['approve']).toMatchObject({ because: 'deals.registered_earlier' });
});

test('a list of a CRM is told once; what came second in it is answered', async () => {
  const deals = [
    {
      externalId: '1',
      clientExternalId: 'K',
      partner: 'Тайный первый',
      registeredAt: '2026-02-01T09:00:00Z',
    },
    {
      externalId: '2',
      clientExternalId: 'K',
      partner: 'Тайный второй',
      registeredAt: '2026-02-10T09:00:00Z',
    },
  ];
  const tell = async () =>
    JSON.parse(
      await ask(world.contextOf('head'), 'importDeals', { body: { source: 'crm', deals } }),
    ) as object;
  expect(await tell()).toMatchObject({ recorded: 2, known: 0, conflicts: [{ externalId: '2' }] });
  expect(await tell()).toEqual({ recorded: 0, known: 2, conflicts: [] });
});

test('an employee of a partner sees the deals it registered itself, at every door; the partner’s owner sees all', async () => {
  const partnerId = ofA.actor.type === 'person' ? ofA.actor.partnerId : null;
  if (!partnerId) throw new Error('not a person of a partner');
  const anna = await world.contextOfPartner(partnerId, 'partner_staff');
  const boris = await world.contextOfPartner(partnerId, 'partner_staff');
  const register = async (ctx: Context, name: string) => {
    const body = { client: { name }, handoverBasis: 'client_consent' };
    return (JSON.parse(await ask(ctx, 'registerDeal', { body })) as { dealId: string }).dealId;
  };
  const hers = await register(anna, 'Клиент Анны');
  const his = await register(boris, 'Клиент Бориса');
  const owners = await register(ofA, 'Клиент владельца');
  const listed = async (ctx: Context) => {
    const { items } = JSON.parse(await ask(ctx, 'listDealCards', {})) as { items: { id: string }[] };
    return items.map(({ id }) => id);
  };
  expect(await listed(anna)).toEqual([hers]);
  expect(await listed(boris)).toEqual([his]);
  expect(await listed(ofA)).toEqual(expect.arrayContaining([hers, his, owners]));
  const board = JSON.parse(await ask(anna, 'readBoard', {})) as {
    columns: { count: number; deals: { id: string }[] }[];
  };
  expect(board.columns.flatMap(({ deals }) => deals.map(({ id }) => id))).toEqual([hers]);
  expect(board.columns.reduce((sum, { count }) => sum + count, 0)).toBe(1);
  expect(JSON.parse(await ask(anna, 'readDealCard', { params: { dealId: hers } }))).toMatchObject({
    id: hers,
  });
  for (const id of ['readDealCard', 'withdrawDeal'])
    await expect(
      ask(anna, id, { params: { dealId: his }, ...(id === 'withdrawDeal' ? { body: {} } : {}) }),
      id,
    ).rejects.toMatchObject({ kind: 'not_found', code: 'deals.deal_unknown' });
  await ask(ofA, 'withdrawDeal', { params: { dealId: his }, body: {} });
  await ask(anna, 'withdrawDeal', { params: { dealId: hers }, body: {} });
});
