import { openAgreement } from '@mosty/agreements';
import { createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import type { Operation } from '@mosty/kernel/operation';
import { businessDate } from '@mosty/kernel/time';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as z from 'zod';
import * as api from '../contract.ts';
import { isLogosOnly } from '../domain/logos-only.ts';
import { bestOf, proposeWeights } from '../domain/propose-profile.ts';
import { checkRoutes } from './check.ts';

let database: TestDatabase;
let world: World;
let head: Context;
let partnerId: Id<'partner'>;
beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  world.clock.set(new Date('2026-11-20T09:00:00Z'));
  head = world.contextOf('head');
  partnerId = (await createPartner(head, { name: 'Вектор' })).id;
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

async function ask<O extends Operation>(
  operation: O,
  ctx: Context,
  input: { params?: unknown; body?: unknown } = {},
): Promise<z.output<O['answer']>> {
  const route = checkRoutes.find((served) => served.operation.id === operation.id);
  if (!route) throw new Error(`nobody serves ${operation.id}`);
  const answer = await route.handle(ctx, {
    params: operation.params.parse(input.params ?? {}),
    query: operation.query.parse({}),
    body: operation.body.parse(input.body),
    remoteAddress: '127.0.0.1',
    origin: 'http://localhost',
    headers: {},
  });
  return operation.answer.parse(JSON.parse(JSON.stringify(operation.answer.parse(answer)))) as z.output<
    O['answer']
  >;
}

it('S0.44, S0.48: the margin answers, the whole history is shown, and what was shown says whether it counts', async () => {
  const params = { partnerId };
  const sums = { volume: 5, currency: 'RUB', revenueMinor: 100, commissionMinor: 60, costsMinor: 50 };
  const lost = await ask(api.setEconomics, head, { params, body: sums });
  expect(lost).toMatchObject({ passed: 0, stopped: 1, economics: { marginMinor: -10 } });
  world.clock.set(new Date('2026-11-20T09:05:00Z'));
  const shown = await ask(api.addEvidence, head, {
    params,
    body: {
      subject: 'economics',
      kind: 'screenshot',
      says: 'Смета',
      source: 'Папка пилота',
      seenOn: '2026-11-20',
    },
  });
  const evidence = shown.criteria.find((one) => one.criterion === 'economics')?.evidence[0];
  expect(evidence).toMatchObject({ counts: false, verdict: null });
  expect(evidence?.can['verify']).toMatchObject({ because: 'identity.two_people' });
  await ask(api.verifyEvidence, world.contextOf('owner'), {
    params: { evidenceId: evidence?.id },
    body: { verdict: 'verified', how: 'Пересчитал' },
  });
  const passed = await ask(api.setEconomics, head, { params, body: { ...sums, costsMinor: 40 } });
  expect(passed).toMatchObject({ passed: 1, stopped: 0, economics: { marginMinor: 0 } });
  const [question] = passed.criteria.find((one) => one.criterion === 'economics')?.questions ?? [];
  expect(question?.history.map(({ answer }) => answer)).toEqual(['yes', 'no']);
});

it('the partner’s own people see nothing of the check; a manager of another partner reads and does not write', async () => {
  const partner = await world.contextOfPartner(partnerId);
  await expect(ask(api.readCheck, partner, { params: { partnerId } })).rejects.toMatchObject({
    kind: 'not_permitted',
  });
  const check = await ask(api.readCheck, world.contextOf('analyst'), { params: { partnerId } });
  expect(check.can['write']).toMatchObject({ because: expect.any(String) });
});

it('S1.13: the profile begins as shipped, a new version is told with its author, the proposal says what it lacks', async () => {
  const shipped = await ask(api.readProfile, head);
  expect(shipped).toMatchObject({ version: 0, publishedAt: null, can: { publish: true } });
  const scored = await ask(api.answerProfile, head, {
    params: { partnerId },
    body: { answers: shipped.body.traits.map(({ code }) => ({ code, answer: 'yes' })) },
  });
  expect(scored).toMatchObject({ score: 100, isMet: true });
  expect(await ask(api.proposeProfile, head)).toMatchObject({ best: 0, others: 1, needs: 3 });
  const next = await ask(api.publishProfile, head, {
    body: { body: { ...shipped.body, threshold: 70 }, reason: 'Строже' },
  });
  expect(next).toMatchObject({ version: 1, versions: [{ version: 1, reason: 'Строже' }] });
});

it('S1.13: a weight follows how much more often the best have a trait than the rest', () => {
  const best = bestOf([
    { partnerId: 'a', paidMinor: 30n },
    { partnerId: 'b', paidMinor: 0n },
  ]);
  expect([...best]).toEqual(['a']);
  const traits = [
    { code: 'apart', says: null, weight: 3, isMust: false },
    { code: 'alike', says: null, weight: 3, isMust: false },
  ];
  const answers = ['a', 'b', 'c', 'x', 'y'].flatMap((one) => [
    { partnerId: one, code: 'apart', answer: one < 'm' ? ('yes' as const) : ('no' as const) },
    { partnerId: one, code: 'alike', answer: 'yes' as const },
  ]);
  const proposed = proposeWeights({ threshold: 60, traits }, answers, new Set(['a', 'b', 'c']));
  expect(proposed.map((one) => one.proposed)).toEqual([10, 1]);
  expect(proposeWeights({ threshold: 60, traits }, answers, new Set(['a']))[0]?.proposed).toBe(3);
});

it('S2.24: logos only after 180 days without a deal and a goal', async () => {
  const since = new Date('2026-01-01T00:00:00Z');
  const now = new Date('2026-06-30T00:00:00Z');
  expect(isLogosOnly({ since, lastReachedAt: null, lastDealAt: null }, now)).toBe(true);
  expect(isLogosOnly({ since, lastReachedAt: null, lastDealAt: new Date('2026-01-02') }, now)).toBe(false);
  expect(isLogosOnly({ since, lastReachedAt: new Date('2026-05-01'), lastDealAt: null }, now)).toBe(false);
  expect((await ask(api.listAlliances, head)).items).toEqual([]);
});

it('S2.38: an alliance shows its goals and is called logos only until one of them is reached', async () => {
  const { id } = await createPartner(head, { name: 'Касса-Техно' });
  await openAgreement(head, {
    partnerId: id,
    class: 'alliance',
    kind: 'ally',
    startsOn: businessDate('2025-01-10'),
    signedOn: businessDate('2025-01-10'),
    launchedOn: businessDate('2025-01-10'),
  });
  const aim = { kind: 'brand', gain: 'influence', aim: 'Общий день учёта', proof: 'Сто компаний в зале' };
  const goal = await ask(api.setGoal, head, {
    params: { partnerId: id },
    body: { ...aim, reviewOn: '2026-12-20' },
  });
  const read = async () => (await ask(api.listAlliances, head)).items.find((one) => one.partner.id === id);
  expect(await read()).toMatchObject({ logosOnly: true, open: 1, sold: [], goals: [{ state: 'open' }] });
  await ask(api.settleGoal, head, {
    params: { goalId: goal.id },
    body: { state: 'reached', outcome: '112 компаний' },
  });
  expect(await read()).toMatchObject({ logosOnly: false, reached: 1, goals: [{ outcome: '112 компаний' }] });
});
