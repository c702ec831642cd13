import { createPartner, updatePartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listNotices } from '../../contract.ts';
import { noticesRoutes } from '../../http.ts';
import { definedNotices, noticeOf } from '../define-notice.ts';
import { tellEvents } from '../tell-events.ts';

const ask = askOf(noticesRoutes);
let database: TestDatabase;
let world: World;
let partnerId: Id<'partner'>;
let manager: Context;
let head: Context;
let finance: Context;
let theirs: Context;
let seq = 0n;

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  partnerId = (await createPartner(world.system, { name: 'Берег' })).id;
  await updatePartner(world.system, { partnerId, fields: { ownerMemberId: world.member('manager').id } });
  [manager, head, finance] = [
    world.contextOf('manager'),
    world.contextOf('head'),
    world.contextOf('finance'),
  ];
  theirs = await world.contextOfPartner(partnerId);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

/** What each side is told by one event: code and page. */
async function toldOf(type: string, body: Readonly<Record<string, unknown>>) {
  seq += 1n;
  // Each event at its own minute: what was told of the ones before is not looked at again.
  world.clock.set(new Date(world.clock.now().getTime() + 60_000));
  const at = world.clock.now();
  const event = { seq, id: `evt_${seq}`, type, at, body: { type, ...body } };
  await transact(world.system, (tx) => tellEvents(tx, [event]));
  const of = async (ctx: Context) =>
    (await ask(listNotices, ctx)).items
      .filter(({ toldAt }) => new Date(toldAt).getTime() === at.getTime())
      .map(({ code, path }) => `${code} ${path}`);
  return {
    manager: await of(manager),
    head: await of(head),
    finance: await of(finance),
    theirs: await of(theirs),
  };
}

it('every step of a flag is told to whoever leads the partner; a partner hears of what concerns it alone', async () => {
  const flag = { partnerId, flagId: 'flg_1' };
  const nobody = { finance: [] };
  expect(await toldOf('flag.raised', { ...flag, severity: 'watch' })).toEqual({
    ...nobody,
    manager: ['integrity.flag_raised /flags/flg_1'],
    head: [],
    theirs: [],
  });
  expect(await toldOf('flag.raised', { ...flag, severity: 'critical' })).toMatchObject({
    manager: ['integrity.flag_raised /flags/flg_1'],
    head: ['integrity.flag_raised /flags/flg_1'],
    theirs: [],
  });
  expect(
    await toldOf('flag.partner_asked', { ...flag, questionId: 'fqu_1', dueOn: '2026-03-09' }),
  ).toMatchObject({ manager: [], theirs: ['integrity.partner_asked /portal/questions'] });
  for (const [held, told] of [
    [0, ['integrity.money_will_wait /portal/money']],
    [3, ['integrity.money_held /portal/money']],
  ] as const)
    expect(await toldOf('flag.held', { ...flag, until: '2026-04-01', held })).toMatchObject({
      manager: ['integrity.flag_held /flags/flg_1'],
      theirs: told,
    });
  expect(await toldOf('flag.partner_answered', flag)).toMatchObject({
    manager: ['integrity.partner_answered /flags/flg_1'],
    theirs: [],
  });
  // Whoever was never asked does not learn that it was looked at.
  expect(
    await toldOf('flag.lifted', { ...flag, partnerKnows: false, answered: false, released: 0 }),
  ).toMatchObject({ manager: ['integrity.flag_lifted /flags/flg_1'], theirs: [] });
  const incident = { ...flag, incidentId: 'inc_1', partnerKnows: true };
  expect(await toldOf('incident.opened', { ...incident, held: 1 })).toMatchObject({
    head: ['integrity.incident_opened /flags/flg_1'],
    theirs: ['integrity.mending_begins /portal/questions'],
  });
  expect(await toldOf('incident.closed', { ...incident, released: 1 })).toMatchObject({
    theirs: ['integrity.incident_closed /portal/money'],
  });
});

it('a partner is thanked only for an answer, and hears of held money only where some was held', async () => {
  const saidBy = async (type: string, body: Readonly<Record<string, unknown>>) => {
    const { theirs: told } = await toldOf(type, { partnerId, flagId: 'flg_2', partnerKnows: true, ...body });
    expect(told).toHaveLength(1);
    return noticeOf(String(told[0]).split(' ')[0] ?? '').text;
  };
  for (const answered of [false, true])
    for (const released of [0, 2]) {
      const text = await saidBy('flag.lifted', { answered, released });
      expect([text.ru.includes('Спасибо'), text.en.includes('Thank you')]).toEqual([answered, answered]);
      expect([text.ru.includes('аморожен'), text.en.includes('held')]).toEqual([released > 0, released > 0]);
    }
  const incident = { incidentId: 'inc_2' };
  for (const [type, counted] of [
    ['incident.opened', 'held'],
    ['incident.closed', 'released'],
  ] as const)
    for (const count of [0, 2]) {
      const text = await saidBy(type, { ...incident, [counted]: count });
      expect([text.ru.includes('аморожен'), text.en.includes('held')]).toEqual([count > 0, count > 0]);
    }
  // An event of before these were counted claims nothing.
  expect((await saidBy('flag.lifted', {})).ru).not.toMatch(/Спасибо|аморожен/);
});

it('a review is told to the side whose turn it is (S0.54)', async () => {
  const review = { partnerId, reviewId: 'rev_1' };
  const ours = { manager: [], theirs: [] };
  expect(await toldOf('review.shown', review)).toMatchObject({
    ...ours,
    theirs: ['reviews.review_shown /portal/reviews/rev_1'],
  });
  expect(await toldOf('review.remarked', { ...review, side: 'theirs' })).toMatchObject({
    ...ours,
    manager: ['reviews.they_remarked /reviews/rev_1'],
  });
  expect(await toldOf('review.remarked', { ...review, side: 'ours' })).toMatchObject({
    ...ours,
    theirs: ['reviews.we_remarked /portal/reviews/rev_1'],
  });
  expect(await toldOf('review.decided', review)).toMatchObject({
    ...ours,
    theirs: ['reviews.waits_for_signature /portal/reviews/rev_1'],
  });
  expect(await toldOf('review.signed', review)).toMatchObject({
    ...ours,
    manager: ['reviews.review_signed /reviews/rev_1'],
  });
});

it('a payout that waits for requisites is told to the partner; of a batch that left people out finance hears once', async () => {
  const due = { partnerId, batchId: 'pbt_1', amountMinor: 125_050, currency: 'RUB' };
  expect(await toldOf('payout.blocked', due)).toMatchObject({
    finance: [],
    theirs: ['payouts.payout_blocked /portal/me'],
  });
  expect(await toldOf('payout_batch.blocked', { batchId: 'pbt_1', count: 4 })).toMatchObject({
    finance: ['payouts.batch_blocked /money/payouts/pbt_1'],
    theirs: [],
  });
});

it('what goes into letters names nobody and nothing; what is filled is filled in both languages alike', () => {
  const asked = (text: string) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted((a, b) => a.localeCompare(b));
  for (const [code, { title, text }] of definedNotices()) {
    expect(asked(title.ru + title.en), code).toEqual([]);
    expect(asked(text.ru), code).toEqual(asked(text.en));
  }
});
