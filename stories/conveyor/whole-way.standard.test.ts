import { CRITERIA, PLAIN_QUESTIONS, SUBJECTS, WINS } from '@mosty/recruiting/contract';
import * as deals from '@mosty/deals/contract';
import * as directory from '@mosty/directory/contract';
import * as incentives from '@mosty/incentives/contract';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import * as onboarding from '@mosty/onboarding/contract';
import * as recruiting from '@mosty/recruiting/contract';
import * as scenarios from '@mosty/scenarios/contract';
import * as tracking from '@mosty/tracking/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { percentScheme } from '../api/scheme.ts';
import {
  agree,
  approach,
  ask,
  beginWay,
  isShut,
  move,
  reply,
  stageOf,
  type Way,
} from './whole-way.fixture.ts';

let way: Way;
let partnerId: Id<'partner'>;
let agreementId: string;
beforeAll(async () => {
  way = await beginWay();
}, 120_000);
afterAll(() => way?.close());

test('from a name heard to a talk: «why you» first, and the talk only when they answered', async () => {
  const { head } = way;
  partnerId = await way.heard('Вектор', 'standard');
  await isShut(head, partnerId, 'talking', ['why_you', 'partner_value']);
  await approach(way, partnerId);
  await move(head, partnerId, 'talking');
  way.on('2026-03-05');
  await isShut(head, partnerId, 'checking', ['partner_replied', 'class_decided']);
  await reply(way, partnerId);
  await ask(recruiting.answerClass, head, {
    params: { partnerId },
    body: {
      experience: 'none',
      readyToTell: false,
      bringsClients: true,
      jointGoals: [],
      answerable: 'people_and_terms',
    },
  });
  await move(head, partnerId, 'checking');
});

test('S0.41–S0.48: the check opens by what was shown and seen by another pair of eyes', async () => {
  const { head, owner } = way;
  const params = { partnerId };
  way.on('2026-03-10');
  await isShut(head, partnerId, 'approved', ['four_criteria', 'three_wins']);
  await ask(recruiting.answerCheck, head, {
    params,
    body: { answers: PLAIN_QUESTIONS.map((question) => ({ question, answer: 'yes' })) },
  });
  await ask(recruiting.setContribution, head, {
    params,
    body: { contribution: 'trust', sentence: 'Приводит тех, кто слышал о нас от своих' },
  });
  const sums = { volume: 5, currency: 'RUB', revenueMinor: 45_000_000, commissionMinor: 9_000_000 };
  await ask(recruiting.setEconomics, head, { params, body: { ...sums, costsMinor: 12_000_000 } });
  for (const win of WINS)
    await ask(recruiting.setWin, head, {
      params,
      body: {
        win,
        answer: win === 'client_win' ? 'no' : 'yes',
        metric: 'Внедрения',
        target: 'пять',
        how: 'Спросим',
      },
    });
  for (const subject of SUBJECTS)
    await ask(recruiting.addEvidence, head, {
      params,
      body: { subject, kind: 'talk', says: 'Записали', source: 'Протокол', seenOn: '2026-03-10' },
    });
  await isShut(head, partnerId, 'approved', ['three_wins']);
  const check = await ask(recruiting.readCheck, owner, { params });
  const shown = [...check.criteria, ...check.wins].flatMap((one) => one.evidence);
  for (const { id } of shown)
    await ask(recruiting.verifyEvidence, owner, {
      params: { evidenceId: id },
      body: { verdict: 'verified', how: 'Пересмотрел' },
    });
  // One that does not win stops all of it (S0.48): only another answer with new evidence helps.
  await isShut(head, partnerId, 'approved', ['three_wins']);
  way.on('2026-03-12');
  const { wins } = await ask(recruiting.addEvidence, head, {
    params,
    body: {
      subject: 'client_win',
      kind: 'case',
      says: 'Вдвое меньше',
      source: 'Отчёт',
      seenOn: '2026-03-12',
    },
  });
  for (const { id } of wins.flatMap((one) => one.evidence).filter((one) => one.verdict === null))
    await ask(recruiting.verifyEvidence, owner, {
      params: { evidenceId: id },
      body: { verdict: 'verified', how: 'Позвонил клиенту' },
    });
  await ask(recruiting.setWin, head, {
    params,
    body: { win: 'client_win', answer: 'yes', metric: 'Пересортица', target: 'вдвое меньше', how: 'Спросим' },
  });
  await move(head, partnerId, 'approved');
  expect(CRITERIA).toHaveLength(4);
});

test('S0.60: the partner accepts with its own hands, and the first live step gets its day', async () => {
  const { head } = way;
  way.on('2026-03-16');
  await isShut(head, partnerId, 'agreed', ['expectations_accepted', 'faces_set', 'legal_form_allowed']);
  await ask(directory.setRequisites, head, {
    params: { partnerId },
    body: {
      country: 'RU',
      legalForm: 'sole_proprietor',
      legalName: 'ИП Ёлкина Мария',
      taxNumber: '500100732259',
    },
  });
  agreementId = await agree(way, partnerId, {
    class: 'partner_sales',
    kind: 'agent',
    startsOn: '2026-03-16',
  });
  expect(await stageOf(head, partnerId)).toBe('agreed');
  await isShut(head, partnerId, 'launch', ['first_step_dated']);
  await ask(onboarding.planLaunch, head, {
    params: { partnerId },
    body: { kind: 'agent', firstStepOn: '2026-03-17' },
  });
  expect(await stageOf(head, partnerId)).toBe('launch');
});

test('S0.44: steps done, a scenario and a locked pilot; then its criteria met by fact', async () => {
  const { head, world } = way;
  const params = { partnerId };
  way.on('2026-03-18');
  await isShut(head, partnerId, 'pilot', ['launch_steps', 'scenario_chosen', 'pilot_locked']);
  const { launch } = await ask(onboarding.readLaunch, head, { params });
  for (const { code, part, questions } of launch?.plan ?? []) {
    if (part === 'first_deals') continue;
    const step = { ...params, code };
    if (questions.length > 0)
      await ask(onboarding.answerTest, head, { params: step, body: { answers: [0, 1, 2] } });
    else await ask(onboarding.markStep, head, { params: step, body: { mark: 'done', proof: 'показали' } });
  }
  const { id: scenarioId } = await ask(scenarios.createScenario, head, {
    body: {
      task: 'Склад не сходится',
      title: 'Учёт за неделю',
      audience: 'Оптовики',
      moment: 'После инвентаризации',
      words: 'Посмотрим, где теряется',
      seats: [{ role: 'source', does: 'знакомит' }],
    },
  });
  await ask(onboarding.chooseScenario, head, { params, body: { scenarioId } });
  const { id: pilotId } = await ask(onboarding.draftPilot, head, {
    params,
    body: {
      volume: 2,
      startsOn: '2026-03-18',
      endsOn: '2026-03-31',
      budgetMinor: 100_000,
      priceMinor: 500_000,
      costMinor: 100_000,
      rewardMinor: 100_000,
      criteria: [{ metric: 'sales', comparison: 'at_least', target: 1 }],
    },
  });
  await isShut(head, partnerId, 'pilot', ['pilot_locked']);
  await ask(onboarding.lockPilot, head, { params: { pilotId } });
  await move(head, partnerId, 'pilot');
  await isShut(head, partnerId, 'working', ['pilot_met']);

  await percentScheme(world, {
    agreementIds: [agreementId],
    ratePpm: 100_000,
    from: businessDate('2026-03-18'),
  });
  const { id: clientId } = await ask(directory.createClient, head, {
    body: { name: 'Склад', externalId: 'C1' },
  });
  await ask(directory.changeKeeper, head, {
    params: { clientId },
    body: { partnerId, reason: 'познакомил' },
  });
  way.on('2026-03-20');
  const sale = { externalId: 'S1', clientExternalId: 'C1', currency: 'RUB', amountMinor: 500_000 };
  await ask(deals.recordSale, world.system, {
    body: { sales: [{ ...sale, occurredAt: '2026-03-20T05:00:00Z' }] },
  });
  way.on('2026-04-01');
  await ask(onboarding.decidePilot, head, {
    params: { pilotId },
    body: { verdict: 'scale', note: 'Работает' },
  });
  expect(await stageOf(head, partnerId)).toBe('working');
});

test('the partner sees its money, and gets a code of its own', async () => {
  const { head, world } = way;
  const theirs = await world.contextOfPartner(partnerId);
  const { items } = await ask(incentives.listAccruals, theirs);
  expect(items).toMatchObject([{ partnerId, amountMinor: 50_000, currency: 'RUB' }]);
  const made = await ask(tracking.createCode, head, {
    body: { agreementId, code: 'VEKTOR', kind: 'referral' },
  });
  expect(made).toMatchObject({ code: 'VEKTOR' });
});

test('S0.65: a pause has its day, a review its four answers and a verified fix', async () => {
  const { head, owner } = way;
  const pause = { reasonCode: 'season', returnOn: '2026-05-01' };
  await isShut(head, partnerId, 'paused', ['reason_given', 'return_date']);
  await move(head, partnerId, 'paused', pause);
  await isShut(head, partnerId, 'working', ['return_reached_or_word']);
  way.on('2026-05-02');
  await move(head, partnerId, 'working');
  await isShut(head, partnerId, 'review', ['reason_given']);
  await move(head, partnerId, 'review', { reasonCode: 'promises_missed' });
  await isShut(owner, partnerId, 'working', ['four_answers', 'fix_verified']);
  const answers = {
    whatBroke: 'Обещали скидку',
    howFixed: 'Переписали страницу',
    whoAnswers: 'Анна',
    doneOn: '2026-05-02',
  };
  await isShut(owner, partnerId, 'working', ['fix_verified'], { answers });
  await move(owner, partnerId, 'working', { answers, fixVerified: true });
  expect(await stageOf(head, partnerId)).toBe('working');
});
