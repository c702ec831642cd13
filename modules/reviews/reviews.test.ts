import { openAgreement } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from './contract.ts';
import { reviewsRoutes } from './http.ts';
import { planReviews } from './index.ts';

const ask = askOf(reviewsRoutes);
let database: TestDatabase;
let world: World;
let head: Context;
let theirs: Context;
let stranger: Context;
let partnerId: Id<'partner'>;
let reviewId: Id<'review'>;

const working = async (name: string) => {
  const { id } = await createPartner(world.system, { name });
  await openAgreement(world.system, {
    partnerId: id,
    class: 'partner_sales',
    kind: 'agent',
    startsOn: businessDate('2025-06-01'),
    signedOn: businessDate('2025-06-01'),
    launchedOn: businessDate('2025-06-10'),
  });
  return id;
};

beforeAll(async () => {
  database = await testDatabase();
  // The clock stands on 2 March 2026: the last whole quarter is the fourth of 2025.
  world = await testWorkspace(database);
  head = world.contextOf('head');
  partnerId = await working('Вектор');
  theirs = await world.contextOfPartner(partnerId);
  stranger = await world.contextOfPartner(await working('Чужой'));
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

it('S0.54: whoever worked in the quarter has one review of it, however often it is planned', async () => {
  expect((await planReviews(world.system)).reviewIds).toHaveLength(2);
  expect(await planReviews(world.system)).toEqual({ reviewIds: [] });
  const { items } = await ask(api.listReviews, head, { query: { partnerId } });
  expect(items).toMatchObject([{ quarter: '2025-10-01', dueOn: '2026-01-22', isLate: true, state: 'open' }]);
  reviewId = items[0]?.id as Id<'review'>;
});

it('S0.15: the partner sees it once it is shown, and from then on the very same document', async () => {
  const read = (ctx: Context) => ask(api.readReview, ctx, { params: { reviewId } });
  await expect(read(theirs)).rejects.toMatchObject({ code: 'reviews.review_unknown' });
  expect((await ask(api.listReviews, theirs)).items).toEqual([]);
  const shown = await ask(api.showReview, head, { params: { reviewId } });
  expect(shown.document.points.map(({ point }) => point)).toEqual([...api.POINTS]);
  expect((await read(theirs)).document).toEqual(shown.document);
  await expect(read(stranger)).rejects.toMatchObject({ code: 'reviews.review_unknown' });
  await expect(ask(api.showReview, head, { params: { reviewId } })).rejects.toMatchObject({
    code: 'reviews.not_now',
  });
});

it('both sides say what they think, the head decides with a reason, the partner signs, and then it stays', async () => {
  const params = { reviewId };
  await ask(api.remarkReview, theirs, {
    params,
    body: { point: 'worked', text: 'Показ склада за двенадцать минут' },
  });
  await ask(api.remarkReview, head, {
    params,
    body: { point: 'broke', text: 'Материалы опоздали на неделю' },
  });
  await expect(ask(api.signReview, theirs, { params })).rejects.toMatchObject({ code: 'reviews.not_now' });
  const body = {
    decision: 'continue',
    reason: 'Людям лучше, обещания сдержаны',
    goals: ['Три внедрения', 'Один вебинар'],
  };
  await expect(ask(api.decideReview, world.contextOf('finance'), { params, body })).rejects.toMatchObject({
    code: 'identity.not_permitted',
  });
  expect(() => api.decideReview.body.parse({ ...body, goals: ['раз', 'два', 'три', 'четыре'] })).toThrow();
  await ask(api.decideReview, head, { params, body });
  const signed = await Promise.allSettled([
    ask(api.signReview, theirs, { params }),
    ask(api.signReview, theirs, { params }),
  ]);
  expect(signed.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const read = await ask(api.readReview, theirs, { params });
  expect(read).toMatchObject({ state: 'signed', decision: 'continue', goals: body.goals });
  expect(read.remarks.map(({ side, point }) => [side, point])).toEqual([
    ['theirs', 'worked'],
    ['ours', 'broke'],
  ]);
  await expect(
    ask(api.remarkReview, theirs, { params, body: { point: 'money', text: 'Ещё слово' } }),
  ).rejects.toMatchObject({ code: 'reviews.not_now' });
  await expect(
    transact(world.system, (tx) =>
      sql`UPDATE reviews.review SET document = '{}' WHERE workspace_id = ${tx.workspaceId}::uuid AND id = ${reviewId}`.execute(
        tx.db,
      ),
    ),
  ).rejects.toMatchObject({ constraint: 'review_stays' });
});

it('S0.73: whoever gave no sign for half a year is proposed for parting, by reading alone', async () => {
  expect((await ask(api.listPassive, head)).items).toEqual([]);
  await expect(ask(api.listPassive, theirs)).rejects.toMatchObject({ code: 'identity.not_permitted' });
  const due = await look(head, (tx) =>
    sql<{
      state: string;
    }>`SELECT state FROM reviews.v_due WHERE workspace_id = ${tx.workspaceId}::uuid ORDER BY state`.execute(
      tx.db,
    ),
  );
  expect(due.rows.map(({ state }) => state)).toEqual(['open', 'signed']);
});
