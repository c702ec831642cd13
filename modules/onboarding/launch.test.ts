import { addFace, createPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import {
  definedEvidence,
  defineEvidence,
  enterLifecycle,
  gateOf,
  moveStage,
  standingOf,
} from '@mosty/lifecycle';
import { EVIDENCE, type EvidenceCode } from '@mosty/lifecycle/contract';
import { createScenario } from '@mosty/scenarios';
import { askOf, testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as api from './contract.ts';
import { onboardingRoutes } from './http.ts';
import { lookForSilence, tellDuePilots } from './index.ts';

/** Gates of others are open here: what is looked at is the way from «agreed» to «working». */
let database: TestDatabase;
let world: World;
let head: Context;

beforeAll(async () => {
  const known = definedEvidence();
  for (const code of EVIDENCE)
    if (!known.has(code)) defineEvidence(code, async () => ({ met: true, rows: [], missing: [] }));
  database = await testDatabase();
  world = await testWorkspace(database);
  head = world.contextOf('head');
  world.clock.set(at('2026-11-02'));
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const at = (day: string) => new Date(`${day}T09:00:00Z`);

const ask = askOf(onboardingRoutes);

let named = 0;
async function agreedPartner(): Promise<Id<'partner'>> {
  named += 1;
  const { id } = await createPartner(world.system, { name: `Партнёр ${named}`, email: 'p@example.test' });
  for (const side of ['ours', 'theirs'] as const)
    await addFace(world.system, { partnerId: id, side, name: 'Анна', isMain: true });
  await transact(world.system, (tx) =>
    enterLifecycle(tx, { partnerId: id, path: 'standard', to: 'mention' }),
  );
  for (const to of ['candidate', 'talking', 'checking', 'approved'] as const)
    await moveStage(head, { partnerId: id, to });
  // The evidence of agreements is not what is looked at here: the step is written as the conveyor writes it.
  await transact(world.system, (tx) =>
    sql`INSERT INTO lifecycle.passage (workspace_id, partner_id, no, path, from_stage, to_stage, at, by_actor, evidence)
      SELECT workspace_id, partner_id, passage_no + 1, path, 'approved', 'agreed', ${tx.now()}, ${tx.actor.id},
        (SELECT jsonb_agg(jsonb_build_object('code', code, 'rows', '[]'::jsonb)) FROM unnest(ARRAY[
          'expectations_accepted', 'code_accepted', 'faces_set', 'pd_consent', 'legal_form_allowed']) AS code)
      FROM lifecycle.standing WHERE partner_id = ${id}`.execute(tx.db),
  );
  return id;
}

async function launched(): Promise<Id<'partner'>> {
  const partnerId = await agreedPartner();
  await ask(api.planLaunch, head, {
    params: { partnerId },
    body: { kind: 'agent', firstStepOn: today() },
  });
  return partnerId;
}

const today = () => world.clock.now().toISOString().slice(0, 10);
const stageOf = (id: Id<'partner'>) =>
  look(world.system, async (tx) => (await standingOf(tx, [id])).get(id)?.stage ?? null);
const found = async (partnerId: Id<'partner'>, code: EvidenceCode) =>
  (await gateOf(head, partnerId)).flatMap((gate) => gate.evidence).find((one) => one.code === code);

const scenario = {
  task: 'Склад не сходится',
  title: 'Учёт за неделю',
  audience: 'Оптовики',
  moment: 'После инвентаризации',
  words: 'Посмотрим, где теряется',
  faster: '',
  lessWork: '',
  lowerRisk: '',
  seats: [{ role: 'source', does: 'знакомит' }],
} as const;

/** Everything before the pilot done, the test passed. */
async function walked(partnerId: Id<'partner'>): Promise<void> {
  const { launch } = await ask(api.readLaunch, head, { params: { partnerId } });
  for (const { code, part, questions } of launch?.plan ?? []) {
    if (part === 'first_deals') continue;
    const params = { partnerId, code };
    if (questions.length > 0) await ask(api.answerTest, head, { params, body: { answers: [0, 1, 2] } });
    else await ask(api.markStep, head, { params, body: { mark: 'done', proof: 'показали' } });
  }
}

const terms = {
  volume: 2,
  startsOn: '2026-11-02',
  endsOn: '2026-11-20',
  budgetMinor: 100_000,
  priceMinor: 500_000,
  costMinor: 100_000,
  rewardMinor: 100_000,
  criteria: [{ metric: 'sales', comparison: 'at_least', target: 2 }],
} as const;

it('first_step_dated: without a day the gate is shut and says where to set it; with one the partner goes through', async () => {
  const partnerId = await agreedPartner();
  expect(await found(partnerId, 'first_step_dated')).toMatchObject({
    met: false,
    missing: [{ code: 'onboarding.no_first_step', roles: ['manager', 'head'], to: `/launch/${partnerId}` }],
  });
  const shown = await ask(api.planLaunch, head, {
    params: { partnerId },
    body: { kind: 'agent', firstStepOn: '2026-11-03' },
  });
  expect(await stageOf(partnerId)).toBe('launch');
  expect(shown.launch).toMatchObject({ beganOn: '2026-11-02', done: 0, days: 0 });
  // Three working days after the first step: Tuesday, and the fourth of November is a day off.
  expect(shown.launch?.plan.slice(0, 2).map(({ dueOn }) => dueOn)).toEqual(['2026-11-03', '2026-11-09']);
  expect(shown.launch?.plan.some(({ code }) => code === 'live_thread')).toBe(false);
  await expect(
    ask(api.planLaunch, head, { params: { partnerId }, body: { kind: 'agent', firstStepOn: '2026-11-03' } }),
  ).rejects.toMatchObject({ code: 'onboarding.planned_already' });
});

it('S3.39, S3.40: opened is not done; done has a proof; the test is passed and not ticked (S3.6)', async () => {
  const partnerId = await launched();
  const partner = await world.contextOfPartner(partnerId);
  const step = (code: string) => ({ params: { partnerId, code } });
  await ask(api.markStep, partner, { ...step('own_try'), body: { mark: 'opened' } });
  expect((await found(partnerId, 'launch_steps'))?.missing.map(({ code }) => code)).toEqual([
    'onboarding.steps_open_ours',
    'onboarding.steps_open_theirs',
  ]);
  const { launch } = await ask(api.readLaunch, partner, { params: { partnerId } });
  expect(launch?.plan.find(({ code }) => code === 'own_try')).toMatchObject({
    openedAt: expect.any(String),
    doneAt: null,
    can: { mark: true, change: false },
  });
  await expect(
    ask(api.markStep, partner, { ...step('first_talk'), body: { mark: 'done', proof: 'были' } }),
  ).rejects.toMatchObject({ code: 'onboarding.not_your_step' });
  await expect(
    ask(api.markStep, partner, { ...step('scenario_understood'), body: { mark: 'done', proof: 'понял' } }),
  ).rejects.toMatchObject({ code: 'onboarding.test_first' });
  const tried = await ask(api.answerTest, partner, {
    ...step('scenario_understood'),
    body: { answers: [0, 0, 0] },
  });
  expect(tried.launch?.plan.find(({ code }) => code === 'scenario_understood')).toMatchObject({
    attempt: { rightCount: 1, askedCount: 3 },
    doneAt: null,
  });
  await walked(partnerId);
  expect(await found(partnerId, 'launch_steps')).toMatchObject({
    met: true,
    rows: [{ code: 'onboarding.steps_done' }],
  });
});

it('scenario_chosen: one that says to whom, when and in what words (S3.4, S3.5)', async () => {
  const partnerId = await launched();
  const thin = await createScenario(head, { ...scenario, seats: [...scenario.seats], words: '' });
  expect((await found(partnerId, 'scenario_chosen'))?.missing[0]?.code).toBe('onboarding.no_scenario');
  await ask(api.chooseScenario, head, { params: { partnerId }, body: { scenarioId: thin.id } });
  expect((await found(partnerId, 'scenario_chosen'))?.missing[0]).toMatchObject({
    code: 'onboarding.scenario_thin',
    to: `/scenarios/${thin.id}`,
  });
  const whole = await createScenario(head, { ...scenario, seats: [...scenario.seats] });
  await ask(api.chooseScenario, head, { params: { partnerId }, body: { scenarioId: whole.id } });
  expect((await found(partnerId, 'scenario_chosen'))?.met).toBe(true);
  const partner = await world.contextOfPartner(partnerId);
  const shown = await ask(api.readLaunch, partner, { params: { partnerId } });
  expect(shown.launch?.scenario?.words).toBe(scenario.words);
});

it('pilot_locked: one that does not pay is not locked (S0.44), and what is locked the database keeps (S0.61)', async () => {
  const partnerId = await launched();
  expect((await found(partnerId, 'pilot_locked'))?.missing[0]?.code).toBe('onboarding.no_pilot');
  const draft = await ask(api.draftPilot, head, {
    params: { partnerId },
    body: { ...terms, rewardMinor: 400_000 },
  });
  expect(draft.criteria.map(({ metric }) => metric)).toEqual(['sales', 'margin_minor']);
  const params = { pilotId: draft.id };
  expect((await found(partnerId, 'pilot_locked'))?.missing[0]).toMatchObject({
    code: 'onboarding.pilot_not_locked',
    to: `/pilots/${draft.id}`,
  });
  await expect(ask(api.lockPilot, head, { params })).rejects.toMatchObject({
    code: 'onboarding.pilot_does_not_pay',
  });
  await ask(api.changePilot, head, { params, body: terms });
  expect((await ask(api.lockPilot, head, { params })).planned.marginMinor).toBe(500_000);
  expect((await found(partnerId, 'pilot_locked'))?.met).toBe(true);
  await expect(ask(api.changePilot, head, { params, body: terms })).rejects.toMatchObject({
    code: 'onboarding.pilot_locked',
  });
  for (const attack of [
    sql`UPDATE onboarding.pilot SET volume = 1 WHERE id = ${draft.id}`,
    sql`UPDATE onboarding.pilot SET locked_at = NULL, locked_by = NULL WHERE id = ${draft.id}`,
    sql`DELETE FROM onboarding.pilot WHERE id = ${draft.id}`,
    sql`UPDATE onboarding.criterion SET target = 0 WHERE pilot_id = ${draft.id}`,
    sql`DELETE FROM onboarding.criterion WHERE pilot_id = ${draft.id}`,
    sql`INSERT INTO onboarding.criterion SELECT workspace_id, pilot_id, partner_id, 9, 'won_deals', 'at_least', 0
        FROM onboarding.criterion WHERE pilot_id = ${draft.id} LIMIT 1`,
  ])
    await expect(transact(head, (tx) => attack.execute(tx.db))).rejects.toThrow(/is locked/);
});

it('pilot_met: by facts and after its days; a verdict is a step of the conveyor, rework is had once', async () => {
  const partnerId = await launched();
  await walked(partnerId);
  const { id: scenarioId } = await createScenario(head, { ...scenario, seats: [...scenario.seats] });
  await ask(api.chooseScenario, head, { params: { partnerId }, body: { scenarioId } });
  const pilotOf = async (criteria: readonly object[]) => {
    const { id } = await ask(api.draftPilot, head, { params: { partnerId }, body: { ...terms, criteria } });
    await ask(api.lockPilot, head, { params: { pilotId: id } });
    await moveStage(head, { partnerId, to: 'pilot' });
    return { pilotId: id };
  };
  const first = await pilotOf(terms.criteria);
  expect((await found(partnerId, 'pilot_met'))?.missing[0]).toMatchObject({
    code: 'onboarding.criteria_not_met',
    params: { count: 1, all: 2 },
  });
  await expect(
    ask(api.decidePilot, head, { params: first, body: { verdict: 'scale', note: 'верим' } }),
  ).rejects.toMatchObject({ code: 'lifecycle.gate_closed', params: { missing: ['pilot_met'] } });
  const own = await world.contextOfPartner(partnerId);
  const { pilot } = await ask(api.readPartnerPilot, own, { params: { partnerId } });
  expect(pilot).toMatchObject({ state: 'running', sales: 0, endsOn: terms.endsOn });
  // Whether our money is met, never by how much.
  expect(pilot?.criteria.map(({ metric, target, isMet }) => [metric, target, isMet])).toEqual([
    ['sales', terms.criteria[0]?.target, false],
    ['margin_minor', null, true],
  ]);
  const stranger = await world.contextOfPartner(await agreedPartner());
  await expect(ask(api.readPartnerPilot, stranger, { params: { partnerId } })).rejects.toMatchObject({
    code: 'directory.partner_unknown',
  });
  const reworked = await ask(api.decidePilot, head, {
    params: first,
    body: { verdict: 'rework', reasonCode: 'volume', note: 'Меняем площадку' },
  });
  expect(reworked).toMatchObject({ state: 'decided', verdict: 'rework', reason: 'Меняем площадку' });
  expect(await stageOf(partnerId)).toBe('launch');

  // Nothing was sold and nothing was lost: the target is one that silence meets, once its days are over.
  const second = await pilotOf([{ metric: 'spent_minor', comparison: 'at_most', target: 0 }]);
  expect((await found(partnerId, 'pilot_met'))?.missing[0]).toMatchObject({
    code: 'onboarding.pilot_not_over',
    params: { endsOn: terms.endsOn },
  });
  world.clock.set(at('2026-11-21'));
  expect((await ask(api.listPilots, head, { query: { partnerId } })).items[0]).toMatchObject({
    state: 'due',
    met: 2,
  });
  await tellDuePilots(world.system);
  await tellDuePilots(world.system);
  const told = await transact(world.system, (tx) =>
    sql`SELECT id FROM notices.notice WHERE code = 'onboarding.pilot_to_decide' AND subject = ${second.pilotId}`.execute(
      tx.db,
    ),
  );
  expect(told.rows).toHaveLength(1);
  await ask(api.decidePilot, head, { params: second, body: { verdict: 'scale', note: 'Работает' } });
  expect(await stageOf(partnerId)).toBe('working');
  const { launch } = await ask(api.readLaunch, head, { params: { partnerId } });
  expect(launch?.plan.every(({ can }) => !can.change)).toBe(true);
  world.clock.set(at('2026-11-02'));
});

it('S1.17: five working days without a touch are told once, and the list shows who', async () => {
  const partnerId = await launched();
  world.clock.set(at('2026-11-09'));
  const silent = async () =>
    (await ask(api.listLaunches, head, { query: { show: 'silent' } })).items.map(({ partner }) => partner.id);
  expect(await silent()).not.toContain(partnerId);
  // The fourth is a day off: the fifth working day after the second is the tenth.
  world.clock.set(at('2026-11-10'));
  expect(await silent()).toContain(partnerId);
  expect(await lookForSilence.run(world.system)).toBeGreaterThan(0);
  expect(await lookForSilence.run(world.system)).toBe(0);
  await ask(api.recordLiveSession, head, {
    params: { partnerId },
    body: { heldOn: '2026-11-10', topic: 'Показ', ledBy: 'Мария', joined: 'Анна', notes: 'между нами' },
  });
  expect(await silent()).not.toContain(partnerId);
  const partner = await world.contextOfPartner(partnerId);
  const { launch } = await ask(api.readLaunch, partner, { params: { partnerId } });
  expect(launch?.sessions).toMatchObject([{ topic: 'Показ', notes: null }]);
  const { items } = await ask(api.readDropOff, head);
  expect(items[0]).toMatchObject({ code: 'first_talk', part: 'product' });
  world.clock.set(at('2026-11-02'));
});

it('people of a partner find their own way and nobody else’s', async () => {
  const partnerId = await launched();
  const stranger = await world.contextOfPartner(await agreedPartner());
  await expect(ask(api.readLaunch, stranger, { params: { partnerId } })).rejects.toMatchObject({
    code: 'directory.partner_unknown',
  });
  await expect(
    ask(api.markStep, stranger, {
      params: { partnerId, code: 'own_try' },
      body: { mark: 'done', proof: 'я' },
    }),
  ).rejects.toMatchObject({ code: 'directory.partner_unknown' });
});

it('S3.40: the next path has a reason and is for launches to come; those that began keep theirs', async () => {
  const partnerId = await launched();
  const before = await ask(api.readLaunchPath, head);
  expect(before).toMatchObject({ version: 0, publishedAt: null });
  expect(before.body).toEqual(before.shipped);
  const steps = before.body.steps.filter(({ code }) => code !== 'own_try');
  const publish = (next: typeof steps, ctx = head) =>
    ask(api.publishLaunchPath, ctx, { body: { body: { steps: next }, reason: 'Пробуют вместе с нами' } });
  await expect(publish(steps, world.contextOf('manager'))).rejects.toMatchObject({ kind: 'not_permitted' });
  await expect(publish(before.body.steps)).rejects.toMatchObject({ code: 'onboarding.nothing_changed' });
  await expect(publish([...steps, ...steps.slice(0, 1)])).rejects.toMatchObject({
    code: 'onboarding.step_twice',
  });
  await expect(publish(before.body.steps.filter(({ kinds }) => kinds.length > 0))).rejects.toMatchObject({
    code: 'onboarding.step_of_everybody_first',
  });
  await expect(publish(steps)).resolves.toMatchObject({ version: 1, reason: 'Пробуют вместе с нами' });
  const codes = async (id: Id<'partner'>) =>
    (await ask(api.readLaunch, head, { params: { partnerId: id } })).launch?.plan.map(({ code }) => code);
  expect(await codes(partnerId)).toContain('own_try');
  expect(await codes(await launched())).not.toContain('own_try');
  await publish(before.shipped.steps);
  expect(await ask(api.readLaunchPath, head)).toMatchObject({ version: 2, body: before.shipped });
});

it('S1.19: the path is steps with days, and live sessions with theirs; what was said there stays with the team', async () => {
  const partnerId = await launched();
  const { launch } = await ask(api.readLaunch, head, { params: { partnerId } });
  const days = launch?.plan.map(({ dueOn }) => dueOn) ?? [];
  expect(days.length).toBeGreaterThan(3);
  expect(days).toEqual(days.toSorted());
  const held = { ledBy: 'Мария', joined: 'Анна и двое продавцов', notes: 'обещали стенд' };
  for (const [heldOn, topic] of [
    ['2026-10-30', 'Показ на их товаре'],
    ['2026-11-02', 'Разбор первых вопросов'],
  ] as const)
    await ask(api.recordLiveSession, head, { params: { partnerId }, body: { ...held, heldOn, topic } });
  await expect(
    ask(api.recordLiveSession, head, {
      params: { partnerId },
      body: { ...held, heldOn: '2026-11-03', topic: 'Ещё не было' },
    }),
  ).rejects.toMatchObject({ code: 'onboarding.talk_not_held_yet' });
  const partner = await world.contextOfPartner(partnerId);
  const seenBy = async (ctx: Context) =>
    (await ask(api.readLaunch, ctx, { params: { partnerId } })).launch?.sessions.map(
      ({ heldOn, topic, notes }) => [heldOn, topic, notes],
    );
  expect(await seenBy(head)).toEqual([
    ['2026-11-02', 'Разбор первых вопросов', 'обещали стенд'],
    ['2026-10-30', 'Показ на их товаре', 'обещали стенд'],
  ]);
  expect(await seenBy(partner)).toEqual([
    ['2026-11-02', 'Разбор первых вопросов', null],
    ['2026-10-30', 'Показ на их товаре', null],
  ]);
});
