import { createPartner, updatePartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { Operation } from '@mosty/kernel/operation';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as z from 'zod';
import * as api from '../contract.ts';
import { noticesRoutes } from '../http.ts';
import { tellEvents } from './tell-events.ts';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
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
  const route = noticesRoutes.find((served) => served.operation.id === operation.id);
  const answer = await route?.handle(ctx, {
    params: operation.params.parse(input.params ?? {}),
    query: operation.query.parse(input.query ?? {}),
    body: operation.body.parse(input.body),
    remoteAddress: '127.0.0.1',
    origin: 'http://localhost',
    headers: {},
  });
  return operation.answer.parse(answer) as z.output<O['answer']>;
}

it('events become news: to the keeper or to the partner, once, and never of long ago', async () => {
  const manager = world.contextOf('manager');
  const { id: partnerId } = await createPartner(world.system, { name: 'Берег' });
  await updatePartner(world.system, {
    partnerId,
    fields: {
      ownerMemberId: manager.actor.id as Parameters<typeof updatePartner>[1]['fields']['ownerMemberId'],
    },
  });
  const partner = await world.contextOfPartner(partnerId);
  const stranger = await world.contextOfPartner((await createPartner(world.system, { name: 'Чужой' })).id);
  const now = world.clock.now();
  const events = [
    ['thread.moved', { threadId: 'thr_1', side: 'theirs' }],
    ['thread.moved', { threadId: 'thr_1', side: 'ours' }],
    ['payout.paid', { payoutId: 'pyt_1', amountMinor: 125_050, currency: 'RUB' }],
    ['partner.moved', { from: null, to: 'working' }],
  ].map(([type, body], place) => ({
    seq: BigInt(place + 1),
    id: `evt_${place}`,
    type: String(type),
    at: now,
    body: { type: String(type), partnerId, ...(body as object) },
  }));
  const old = { ...events[0], seq: 99n, at: new Date(now.getTime() - 8 * 86_400_000) } as (typeof events)[0];
  for (let again = 0; again < 2; again += 1)
    await transact(world.system, (tx) => tellEvents(tx, [...events, old]));

  const ours = await ask(api.listNotices, manager);
  expect(ours.items.map(({ code, path, text }) => [code, path, text.ru])).toEqual([
    ['feedback.partner_wrote', '/talk?open=thr_1', '«Берег» ждёт вашего ответа.'],
  ]);
  const first = await ask(api.listNotices, partner, { query: { limit: 1 } });
  const second = await ask(api.listNotices, partner, { query: { limit: 1, cursor: first.nextCursor } });
  const theirs = [...first.items, ...second.items];
  expect(second.nextCursor).toBeNull();
  expect(theirs.map(({ code }) => code).toSorted()).toEqual(['feedback.we_answered', 'payouts.payout_paid']);
  expect(theirs.find(({ kind }) => kind === 'money')?.text.en).toBe('₽1,250.50 was sent.');
  expect((await ask(api.listNotices, stranger)).items).toEqual([]);

  const [one, other] = theirs;
  expect(await ask(api.countNotices, partner)).toEqual({ unread: 2 });
  // Nobody reads another's news, of the same company or not.
  for (const ctx of [stranger, manager])
    await expect(ask(api.readNotice, ctx, { params: { noticeId: one?.id } })).rejects.toMatchObject({
      code: 'notices.unknown',
    });
  expect(await ask(api.readNotice, partner, { params: { noticeId: one?.id } })).toEqual({ unread: 1 });
  expect((await ask(api.listNotices, partner, { query: { show: 'unread' } })).items).toHaveLength(1);
  expect(await ask(api.readAllNotices, partner, { body: { upTo: other?.toldAt } })).toEqual({ unread: 0 });
  // A program asks with a key, and has no news of its own.
  expect(await ask(api.countNotices, world.system)).toEqual({ unread: 0 });
  await expect(look(world.system, async () => ask(api.listNotices, world.system))).rejects.toMatchObject({
    code: 'identity.people_only',
  });
});
