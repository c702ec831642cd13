import { openAgreement } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { listNotices } from '@mosty/notices/contract';
import { noticesRoutes } from '@mosty/notices/http';
import {
  askOf,
  bytesOf,
  testDatabase,
  textOf,
  testWorkspace,
  type TestDatabase,
  type World,
} from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from './contract.ts';
import { reviewsRoutes } from './http.ts';
import { reviewPaper } from './http/review-paper.ts';
import { presentReview } from './service/present.ts';
import { planReviews, tellLateReviews } from './index.ts';

const ask = askOf(reviewsRoutes);
const news = askOf(noticesRoutes);
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

const asked = (params: object, query: object) => ({
  params,
  query,
  body: undefined,
  remoteAddress: '127.0.0.1',
  origin: 'http://localhost',
  headers: {},
});

async function fileOf(ctx: Context, params: object, query: object): Promise<unknown> {
  const route = reviewsRoutes.find(({ operation }) => operation.id === api.printReview.id);
  return route?.handle(ctx, asked(params, api.printReview.query.parse(query)));
}

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

it('S0.54: both sides read and keep the very same document: points, remarks, decision, both signatures', async () => {
  const read = async (ctx: Context) => {
    const { can: _can, ...document } = await look(ctx, (tx) => presentReview(tx, reviewId));
    return document;
  };
  const [ours, theirsRead] = [await read(head), await read(theirs)];
  expect(theirsRead).toEqual(ours);
  expect(ours.remarks.every(({ author }) => author !== '')).toBe(true);
  expect([ours.decidedBy, ours.signedBy].every(Boolean)).toBe(true);
  const said = {
    ru: ['12. Решение', 'Продолжаем. ', 'Материалы опоздали на неделю', 'Подписи сторон'],
    en: ['12. Decision', 'Continue. ', 'Материалы опоздали на неделю', 'Signatures of both sides'],
  };
  for (const language of ['ru', 'en'] as const) {
    const of = (review: typeof ours) =>
      JSON.stringify(reviewPaper({ review, company: 'Полка', language, zone: 'Europe/Moscow' }));
    expect(of(theirsRead)).toBe(of(ours));
    for (const words of [...said[language], String(ours.decidedBy), String(ours.signedBy)])
      expect(of(ours)).toContain(words);
    // Nothing stays unsaid or unfilled.
    expect(of(ours)).not.toMatch(/\{\{|undefined/);
    for (const ctx of [head, theirs]) {
      const file = (await fileOf(ctx, { reviewId }, { language })) as FileAnswer;
      expect(file.contentType).toBe('application/pdf');
      expect((await bytesOf(file)).subarray(0, 5).toString()).toBe('%PDF-');
    }
  }
  await expect(fileOf(stranger, { reviewId }, {})).rejects.toMatchObject({ code: 'reviews.review_unknown' });
});

it('the list goes out as a file, and a partner takes out its own alone', async () => {
  const rows = async (ctx: Context) => {
    const route = reviewsRoutes.find(({ operation }) => operation.id === api.exportReviews.id);
    const query = api.exportReviews.query.parse({ language: 'ru' });
    return (await textOf((await route?.handle(ctx, asked({}, query))) as FileAnswer))
      .replace('\ufeff', '')
      .trim()
      .split(/\r?\n/);
  };
  expect((await rows(head)).toSorted()).toEqual(
    [
      'Партнёр;Первый день квартала;Провести до;Просрочен;Состояние;Решение',
      'Вектор;01.10.2025;22.01.2026;нет;подписан;Продолжаем',
      'Чужой;01.10.2025;22.01.2026;да;собран из данных;',
    ].toSorted(),
  );
  expect(await rows(theirs)).toHaveLength(2);
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

it('whoever leads the partners hears once that the quarter is assembled, and once that its day passed', async () => {
  const told = async (code: string) =>
    (await news(listNotices, head)).items.filter((one) => one.code === `reviews.quarter_${code}`);
  expect(await told('assembled')).toMatchObject([
    { path: '/reviews?state=open', text: { ru: 'Ждут вас: 2. Провести до 22 января.' } },
  ]);
  expect(await told('late')).toEqual([]);
  world.clock.set(new Date('2026-01-25T09:00:00Z'));
  for (let again = 0; again < 2; again += 1) await tellLateReviews(world.system);
  expect(await told('late')).toMatchObject([{ text: { en: 'Not held: 1. They were due on January 22.' } }]);
});
