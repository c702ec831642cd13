import { createPartner } from '@mosty/directory';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { defineEvidence, enterLifecycle, gateOf, moveStage, standingOf } from '@mosty/lifecycle';
import type { EvidenceCode, Path, Stage } from '@mosty/lifecycle/contract';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PLAIN_QUESTIONS, SUBJECTS, WINS, type Subject } from '../contract/check.ts';
import { presentCheck } from '../http/present-check.ts';
import { answersOf } from '../store/check.ts';
import { setGoal, settleGoal } from './alliance-goals.ts';
import { answerCheck, answerProfile, setContribution, setEconomics, setWin } from './answer-check.ts';
import { answerClass, recordReply, writeApproach } from './approach.ts';
import { addEvidence, verifyEvidence } from './check-evidence.ts';
import './evidence-of-check.ts';
import { profileScoresOf } from './profile-score.ts';
import { publishProfile } from './publish-profile.ts';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  // Of others: not what is looked at here.
  for (const code of ['not_stop_listed', 'profile_or_mentions'] as const)
    defineEvidence(code, async () => ({ met: true, rows: [], missing: [] }));
  database = await testDatabase();
  world = await testWorkspace(database);
  world.clock.set(new Date('2026-11-20T09:00:00Z'));
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

let named = 0;
async function candidate(path: Path): Promise<Id<'partner'>> {
  named += 1;
  const head = world.contextOf('head');
  const { id } = await createPartner(head, {
    name: `Кандидат ${named}`,
    email: 'kandidat@example.test',
  });
  await transact(head, (tx) => enterLifecycle(tx, { partnerId: id, path, to: 'mention' }));
  await move(id, 'candidate');
  return id;
}
const move = (partnerId: Id<'partner'>, to: Stage) =>
  moveStage(world.contextOf('head'), { partnerId, to, details: {} });
const stageOf = (partnerId: Id<'partner'>) =>
  look(world.system, async (tx) => (await standingOf(tx, [partnerId])).get(partnerId)?.stage);

/** What the gates ahead say of one piece of evidence. */
async function seen(partnerId: Id<'partner'>, code: EvidenceCode) {
  const gates = await gateOf(world.contextOf('manager'), partnerId);
  const found = gates.flatMap(({ evidence }) => evidence).find((one) => one.code === code);
  if (!found) throw new Error(`no gate ahead asks for ${code}`);
  return {
    met: found.met,
    rows: found.rows.map((row) => row.code),
    missing: found.missing.map((one) => one.code),
    to: found.missing[0]?.to,
    roles: found.missing[0]?.roles,
  };
}

const approach = { whyYou: 'Вас трижды назвали наши клиенты', partnerValue: 'Новый доход без склада' };
const ready = {
  experience: 'none',
  readyToTell: false,
  bringsClients: true,
  jointGoals: [],
  answerable: 'people_and_terms',
} as const;

async function talking(path: Path): Promise<Id<'partner'>> {
  const partnerId = await candidate(path);
  await writeApproach(world.contextOf('head'), { partnerId, ...approach });
  await move(partnerId, 'talking');
  return partnerId;
}

async function checking(path: Path): Promise<Id<'partner'>> {
  const partnerId = await talking(path);
  const head = world.contextOf('head');
  await recordReply(head, { partnerId, said: 'interested', repliedOn: '2026-11-20' });
  await answerClass(head, { partnerId, answers: { ...ready, jointGoals: [] } });
  await move(partnerId, 'checking');
  return partnerId;
}

const show = (partnerId: Id<'partner'>, subject: Subject, kind: 'case' | 'screenshot' = 'case') =>
  addEvidence(world.contextOf('head'), {
    partnerId,
    subject,
    kind,
    says: 'Кейс склада на 40 мест',
    source: 'https://case.example/1',
    seenOn: '2026-11-19',
  });
const win = (partnerId: Id<'partner'>, of: (typeof WINS)[number], answer: 'yes' | 'no' = 'yes') =>
  setWin(world.contextOf('head'), { partnerId, win: of, answer, metric: 'Оплаты', target: '10 за квартал' });
const economics = (partnerId: Id<'partner'>, costsMinor: number) =>
  setEconomics(world.contextOf('head'), {
    partnerId,
    volume: 5,
    currency: 'RUB',
    revenueMinor: 50_000_000,
    commissionMinor: 10_000_000,
    costsMinor,
  });

/** Everything but the verification of the reputation. */
async function answerAll(partnerId: Id<'partner'>) {
  const head = world.contextOf('head');
  await answerCheck(head, {
    partnerId,
    answers: PLAIN_QUESTIONS.map((question) => ({ question, answer: 'yes' as const })),
  });
  await setContribution(head, {
    partnerId,
    answer: 'yes',
    contribution: 'implementation',
    sentence: 'Внедряет на складе',
  });
  await economics(partnerId, 20_000_000);
  for (const of of WINS) await win(partnerId, of);
  const shown = new Map<Subject, Id<'check_evidence'>>();
  for (const subject of SUBJECTS) shown.set(subject, (await show(partnerId, subject)).id);
  return shown;
}

it('S0.20, S1.16: nobody is talked to before «why you» and what is in it for them are written', async () => {
  const partnerId = await candidate('standard');
  const to = `/partners/${partnerId}/check`;
  const roles = ['manager', 'head'];
  expect(await seen(partnerId, 'why_you')).toEqual({
    met: false,
    rows: [],
    missing: ['recruiting.no_why_you'],
    to,
    roles,
  });
  expect(await seen(partnerId, 'partner_value')).toMatchObject({
    met: false,
    missing: ['recruiting.no_partner_value'],
    to,
    roles,
  });
  await expect(move(partnerId, 'talking')).rejects.toMatchObject({ code: 'lifecycle.gate_closed' });
  await writeApproach(world.contextOf('head'), { partnerId, ...approach });
  expect(await seen(partnerId, 'why_you')).toMatchObject({ met: true, rows: ['recruiting.why_you'] });
  expect(await seen(partnerId, 'partner_value')).toMatchObject({
    met: true,
    rows: ['recruiting.partner_value'],
  });
  await move(partnerId, 'talking');
});

it('S2.40: the check begins when the partner replied with interest and the class is no longer a contact', async () => {
  const partnerId = await talking('standard');
  const head = world.contextOf('head');
  expect(await seen(partnerId, 'partner_replied')).toMatchObject({
    met: false,
    missing: ['recruiting.no_reply'],
    to: `/partners/${partnerId}/check`,
  });
  await recordReply(head, { partnerId, said: 'later', repliedOn: '2026-11-18' });
  expect(await seen(partnerId, 'partner_replied')).toMatchObject({ missing: ['recruiting.replied_later'] });
  await recordReply(head, { partnerId, said: 'interested', repliedOn: '2026-11-20' });
  expect(await seen(partnerId, 'partner_replied')).toMatchObject({
    met: true,
    rows: ['recruiting.partner_replied'],
  });
  await expect(
    recordReply(head, { partnerId, said: 'interested', repliedOn: '2026-11-21' }),
  ).rejects.toMatchObject({ code: 'recruiting.seen_in_future' });

  expect(await seen(partnerId, 'class_decided')).toMatchObject({
    met: false,
    missing: ['recruiting.class_unanswered'],
  });
  await answerClass(head, { partnerId, answers: { ...ready, jointGoals: [], answerable: 'nobody' } });
  expect(await seen(partnerId, 'class_decided')).toMatchObject({ missing: ['recruiting.class_is_contact'] });
  await answerClass(head, { partnerId, answers: { ...ready, jointGoals: [] } });
  expect(await seen(partnerId, 'class_decided')).toMatchObject({
    met: true,
    rows: ['recruiting.class_partner_sales'],
  });
  await move(partnerId, 'checking');
});

it('S0.41–S0.48, S0.50: four criteria and three wins, each with evidence; a reputation that another person verified', async () => {
  const partnerId = await checking('standard');
  const before = await seen(partnerId, 'four_criteria');
  expect(before.missing).toEqual([
    'recruiting.open_values',
    'recruiting.open_reputation',
    'recruiting.open_role',
    'recruiting.open_economics',
  ]);
  expect(before).toMatchObject({ to: `/partners/${partnerId}/check`, roles: ['manager', 'head'] });
  expect((await seen(partnerId, 'three_wins')).missing).toEqual([
    'recruiting.open_company_win',
    'recruiting.open_partner_win',
    'recruiting.open_client_win',
  ]);
  const shown = await answerAll(partnerId);
  expect(await seen(partnerId, 'three_wins')).toMatchObject({ met: true, missing: [] });
  expect((await seen(partnerId, 'four_criteria')).missing).toEqual(['recruiting.unproven_reputation']);
  const evidenceId = shown.get('reputation');
  if (!evidenceId) throw new Error('no evidence');
  const verdict = { evidenceId, verdict: 'verified', how: 'Позвонил заказчику' } as const;
  await expect(verifyEvidence(world.contextOf('head'), verdict)).rejects.toMatchObject({
    code: 'identity.two_people',
  });
  await verifyEvidence(world.contextOf('manager'), verdict);
  expect(await seen(partnerId, 'four_criteria')).toMatchObject({ met: true, missing: [] });
  await verifyEvidence(world.contextOf('owner'), { ...verdict, verdict: 'refuted' });
  expect((await seen(partnerId, 'four_criteria')).met).toBe(false);
  await verifyEvidence(world.contextOf('manager'), verdict);
  await move(partnerId, 'approved');
});

it('S0.28: the database itself refuses that somebody verifies what they brought', async () => {
  const partnerId = await candidate('standard');
  const { id } = await show(partnerId, 'values', 'screenshot');
  const head = world.contextOf('head');
  await expect(
    transact(head, (tx) =>
      sql`INSERT INTO recruiting.check_verdict (workspace_id, id, evidence_id, verdict, how, at, by_actor)
          VALUES (${tx.workspaceId}::uuid, ${tx.id('check_verdict')}, ${id}, 'verified', 'x', now(), ${tx.actor.id})`.execute(
        tx.db,
      ),
    ),
  ).rejects.toMatchObject({ constraint: 'verified_by_another' });
});

it('S0.48: a «no» stops; only evidence that came after it lets the answer change, and the history stays', async () => {
  const partnerId = await checking('standard');
  await answerAll(partnerId);
  await win(partnerId, 'client_win', 'no');
  expect((await seen(partnerId, 'three_wins')).missing).toEqual(['recruiting.stopped_client_win']);
  await expect(move(partnerId, 'approved')).rejects.toMatchObject({ code: 'lifecycle.gate_closed' });
  await expect(win(partnerId, 'client_win')).rejects.toMatchObject({ code: 'recruiting.only_new_evidence' });
  world.clock.set(new Date('2026-11-20T10:00:00Z'));
  await show(partnerId, 'client_win', 'screenshot');
  await expect(win(partnerId, 'client_win')).rejects.toMatchObject({ code: 'recruiting.only_new_evidence' });
  await show(partnerId, 'client_win');
  await win(partnerId, 'client_win');
  expect(await seen(partnerId, 'three_wins')).toMatchObject({ met: true });

  await economics(partnerId, 60_000_000);
  expect((await seen(partnerId, 'four_criteria')).missing).toContain('recruiting.stopped_economics');
  await expect(economics(partnerId, 1)).rejects.toMatchObject({ code: 'recruiting.only_new_evidence' });
  await expect(
    transact(world.system, (tx) =>
      sql`UPDATE recruiting.check_answer SET answer = 'yes' WHERE partner_id = ${partnerId}`.execute(tx.db),
    ),
  ).rejects.toThrow(/permission denied|append-only/);
});

it('the scaled path: the gate opens by itself with the last thing that was missing', async () => {
  const partnerId = await checking('scaled');
  const evidenceId = (await answerAll(partnerId)).get('reputation');
  if (!evidenceId) throw new Error('no evidence');
  expect(await stageOf(partnerId)).toBe('checking');
  await verifyEvidence(world.contextOf('manager'), { evidenceId, verdict: 'verified', how: 'Видел сам' });
  expect(await stageOf(partnerId)).toBe('approved');
});

it('S2.21, S2.22: an alliance is approved by a goal with a day of review that has not passed', async () => {
  const partnerId = await talking('alliance');
  const head = world.contextOf('head');
  expect(await seen(partnerId, 'alliance_goals')).toMatchObject({
    met: false,
    missing: ['recruiting.no_goals'],
    to: `/partners/${partnerId}/check`,
  });
  const goal = {
    partnerId,
    kind: 'product_or_event',
    gain: 'influence',
    aim: 'Общий курс',
    proof: '200 выпускников',
    reviewOn: '2026-12-20',
  } as const;
  await expect(setGoal(head, { ...goal, reviewOn: '2026-11-20' })).rejects.toMatchObject({
    code: 'recruiting.review_in_past',
  });
  const { id: goalId } = await setGoal(head, goal);
  expect(await seen(partnerId, 'alliance_goals')).toMatchObject({
    met: true,
    rows: ['recruiting.alliance_goal'],
  });
  world.clock.set(new Date('2026-12-21T09:00:00Z'));
  expect((await seen(partnerId, 'alliance_goals')).missing).toEqual(['recruiting.goals_overdue']);
  await settleGoal(head, { goalId, state: 'reached', outcome: '214 выпускников' });
  await expect(settleGoal(head, { goalId, state: 'dropped', outcome: 'x' })).rejects.toMatchObject({
    code: 'recruiting.goal_settled',
  });
  world.clock.set(new Date('2026-11-20T11:00:00Z'));
});

it('S1.13: candidates are scored by the profile in force, whose versions never change', async () => {
  const partnerId = await candidate('standard');
  const head = world.contextOf('head');
  const scored = () =>
    look(world.system, async (tx) => (await profileScoresOf(tx, [partnerId])).get(partnerId));
  expect(await scored()).toBeUndefined();
  await answerProfile(head, { partnerId, answers: [{ code: 'clients_listen', answer: 'yes' }] });
  expect(await scored()).toEqual({ score: 0, threshold: 60 });
  await answerProfile(head, { partnerId, answers: [{ code: 'shares_audience', answer: 'yes' }] });
  expect(await scored()).toEqual({ score: 41, threshold: 60 });
  await expect(
    answerProfile(head, { partnerId, answers: [{ code: 'stranger', answer: 'yes' }] }),
  ).rejects.toMatchObject({ code: 'recruiting.trait_unknown' });
  const body = {
    threshold: 50,
    traits: [{ code: 'clients_listen', says: null, weight: 3, isMust: true }],
  };
  await expect(publishProfile(world.contextOf('manager'), { body, reason: 'Проще' })).rejects.toMatchObject({
    kind: 'not_permitted',
  });
  expect(await publishProfile(head, { body, reason: 'Проще' })).toEqual({ version: 1 });
  expect(await scored()).toEqual({ score: 100, threshold: 50 });
  await expect(publishProfile(head, { body, reason: 'Снова' })).rejects.toMatchObject({
    code: 'recruiting.profile_unchanged',
  });
});

it('whoever was declined and comes back is checked anew: what was said and shown before is history', async () => {
  const partnerId = await checking('standard');
  const head = world.contextOf('head');
  await answerAll(partnerId);
  await win(partnerId, 'client_win', 'no');
  const letter = { subject: 'О партнёрстве', text: 'Спасибо' };
  await moveStage(head, { partnerId, to: 'declined', details: { reasonCode: 'no_role', letter } });
  world.clock.advance(3_600_000);
  await move(partnerId, 'candidate');
  world.clock.advance(3_600_000);
  expect(await stageOf(partnerId)).toBe('candidate');
  const saidSoFar = () => look(head, async (tx) => (await answersOf(tx, partnerId)).length);
  const kept = await saidSoFar();
  const page = await look(head, (tx) => presentCheck(tx, partnerId));
  expect(page.wins.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
  expect(page.wins[0]?.questions[0]?.history).not.toEqual([]);
  expect(page.wins.flatMap(({ evidence }) => evidence.map((one) => one.counts))).toEqual([
    false,
    false,
    false,
  ]);
  await move(partnerId, 'talking');
  expect(await seen(partnerId, 'partner_replied')).toMatchObject({ missing: ['recruiting.no_reply'] });
  await recordReply(head, { partnerId, said: 'interested', repliedOn: '2026-11-20' });
  await move(partnerId, 'checking');
  expect((await seen(partnerId, 'three_wins')).missing).toEqual([
    'recruiting.open_company_win',
    'recruiting.open_partner_win',
    'recruiting.open_client_win',
  ]);
  // The «no» of before stops nobody now.
  await win(partnerId, 'client_win');
  await show(partnerId, 'client_win');
  expect((await seen(partnerId, 'three_wins')).missing).not.toContain('recruiting.open_client_win');
  expect(await saidSoFar()).toBe(kept + 1);
});
