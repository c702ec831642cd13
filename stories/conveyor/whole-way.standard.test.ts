import * as attribution from '@mosty/attribution/contract';
import * as deals from '@mosty/deals/contract';
import * as directory from '@mosty/directory/contract';
import * as exits from '@mosty/exits/contract';
import { mature } from '@mosty/incentives';
import * as incentives from '@mosty/incentives/contract';
import type { Context } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import * as lifecycle from '@mosty/lifecycle/contract';
import * as onboarding from '@mosty/onboarding/contract';
import * as payouts from '@mosty/payouts/contract';
import * as recruiting from '@mosty/recruiting/contract';
import * as tracking from '@mosty/tracking/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { percentScheme } from '../api/scheme.ts';
import {
  agree,
  answerCheck,
  approach,
  ask,
  beginWay,
  chooseScenario,
  draftPilot,
  introduceClient,
  isShut,
  move,
  passLaunch,
  reply,
  stageOf,
  verifyCheck,
  type Way,
} from './whole-way.fixture.ts';

const SITE = 'shop.example';
const BANK = {
  account: '40802810000000000002',
  bik: '044525225',
  bankName: 'ПАО Сбербанк',
  correspondentAccount: '30101810400000000225',
};

let way: Way;
let theirs: Context;
let partnerId: Id<'partner'>;
let agreementId: string;
beforeAll(async () => {
  way = await beginWay();
}, 120_000);
afterAll(() => way?.close());

const accruals = async () => (await ask(incentives.listAccruals, theirs)).items;
const record = (externalId: string, day: string, sale: object) =>
  ask(deals.recordSale, way.world.system, {
    body: { sales: [{ externalId, currency: 'RUB', occurredAt: `${day}T05:00:00Z`, ...sale }] },
  });

test('from an answer to a survey to a talk: «why you» first, and the talk only when they answered', async () => {
  const { head } = way;
  partnerId = await way.surveyed('Вектор', 'standard');
  theirs = await way.world.contextOfPartner(partnerId);
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
  const { head } = way;
  const params = { partnerId };
  way.on('2026-03-10');
  await isShut(head, partnerId, 'approved', ['four_criteria', 'three_wins']);
  await answerCheck(way, partnerId, ['client_win']);
  await isShut(head, partnerId, 'approved', ['three_wins']);
  await verifyCheck(way, partnerId);
  // One that does not win stops all of it (S0.48): only another answer with new evidence helps.
  await isShut(head, partnerId, 'approved', ['three_wins']);
  way.on('2026-03-12');
  await ask(recruiting.addEvidence, head, {
    params,
    body: {
      subject: 'client_win',
      kind: 'case',
      says: 'Вдвое меньше',
      source: 'Отчёт',
      seenOn: '2026-03-12',
    },
  });
  await verifyCheck(way, partnerId);
  await ask(recruiting.setWin, head, {
    params,
    body: { win: 'client_win', answer: 'yes', metric: 'Пересортица', target: 'вдвое меньше', how: 'Спросим' },
  });
  await move(head, partnerId, 'approved');
});

test('S0.60: the partner accepts with its own hands, and the first live step gets its day', async () => {
  const { head } = way;
  way.on('2026-03-16');
  await isShut(head, partnerId, 'agreed', ['expectations_accepted', 'faces_set', 'legal_form_allowed']);
  const { id: requisitesId } = await ask(directory.setRequisites, head, {
    params: { partnerId },
    body: {
      country: 'RU',
      legalForm: 'sole_proprietor',
      legalName: 'ИП Ёлкина Мария',
      taxNumber: '500100732259',
      bank: BANK,
    },
  });
  await ask(directory.verifyRequisites, way.world.contextOf('finance'), {
    params: { requisitesId },
    body: { verdict: 'verified' },
  });
  agreementId = await agree(way, partnerId, {
    class: 'partner_sales',
    kind: 'agent',
    startsOn: '2026-03-16',
  });
  expect(await stageOf(head, partnerId)).toBe('agreed');
  await percentScheme(way.world, {
    agreementIds: [agreementId],
    ratePpm: 100_000,
    from: businessDate('2026-03-16'),
  });
  await isShut(head, partnerId, 'launch', ['first_step_dated']);
  await ask(onboarding.planLaunch, head, {
    params: { partnerId },
    body: { kind: 'agent', firstStepOn: '2026-03-17' },
  });
  expect(await stageOf(head, partnerId)).toBe('launch');
});

test('a client who pays before the pilot is the partner’s on its first day, and not before (S2.19)', async () => {
  way.on('2026-03-17');
  await introduceClient(way, partnerId, { name: 'Склад', externalId: 'C1' });
  await record('S1', '2026-03-17', { clientExternalId: 'C1', amountMinor: 500_000 });
  await way.settle();
  expect(await accruals()).toEqual([]);
});

test('S0.44: steps done, a scenario and a locked pilot; then its criteria met by fact', async () => {
  const { head } = way;
  way.on('2026-03-18');
  await isShut(head, partnerId, 'pilot', ['launch_steps', 'scenario_chosen', 'pilot_locked']);
  await passLaunch(way, partnerId);
  await chooseScenario(way, partnerId);
  const pilotId = await draftPilot(way, partnerId, '2026-03-18');
  await isShut(head, partnerId, 'pilot', ['pilot_locked']);
  await ask(onboarding.lockPilot, head, { params: { pilotId } });
  await move(head, partnerId, 'pilot');
  await isShut(head, partnerId, 'working', ['pilot_met']);
  await way.settle();
  expect(await accruals()).toMatchObject([{ partnerId, amountMinor: 50_000, currency: 'RUB' }]);

  way.on('2026-03-20');
  await record('S2', '2026-03-20', { clientExternalId: 'C1', amountMinor: 300_000 });
  way.on('2026-04-01');
  await ask(onboarding.decidePilot, head, {
    params: { pilotId },
    body: { verdict: 'scale', note: 'Работает' },
  });
  expect(await stageOf(head, partnerId)).toBe('working');
});

test('the partner takes a link, hands over a client, and its deal becomes money', async () => {
  const { head, owner } = way;
  await ask(tracking.setLinkSettings, owner, {
    body: {
      destinations: [{ host: SITE, withSubdomains: false }],
      domains: [],
      floorPpm: 0,
      ourDiscountPpm: 0,
    },
  });
  const link = await ask(tracking.createOwnLink, theirs, { body: { destination: `https://${SITE}/stock` } });
  expect(link.agreementId).toBe(agreementId);
  const { dealId } = await ask(deals.registerDeal, theirs, {
    body: { client: { name: 'Магазин у дома' }, handoverBasis: 'client_consent' },
  });
  await ask(deals.approveDeal, head, { params: { dealId }, body: {} });
  const { client } = await ask(deals.readDealCard, head, { params: { dealId } });
  await record('S3', '2026-04-01', { clientId: client?.id, dealId, amountMinor: 1_000_000 });
  const whose = await ask(attribution.getWhoOfDeal, theirs, { params: { dealId } });
  expect(whose.participants).toMatchObject([{ role: 'source' }]);
  expect((await accruals()).map(({ amountMinor }) => amountMinor)).toEqual(
    expect.arrayContaining([50_000, 30_000, 100_000]),
  );
});

test('the month is closed, its statement accepted, and the money leaves by four hands', async () => {
  const { owner, world } = way;
  const finance = world.contextOf('finance');
  way.on('2026-04-10');
  await mature.run(world.system);
  const month = { month: '2026-03' };
  await ask(payouts.closeMonthOperation, finance, { params: month });
  expect(await ask(payouts.sendStatementsOperation, finance, { params: month, body: {} })).toMatchObject({
    sent: 1,
  });
  const { items } = await ask(payouts.listStatements, theirs);
  expect(items).toMatchObject([{ month: '2026-03', accruedMinor: 80_000, state: 'sent' }]);
  const statementId = items[0]?.id;
  const accepted = await ask(payouts.acceptStatementOperation, theirs, { params: { statementId } });
  expect(accepted.state).toBe('accepted');
  await pay(finance, owner);
  const { items: paid } = await ask(payouts.partnerPayouts, theirs, { params: { partnerId } });
  // The sale of April has waited out its days too, and leaves with them.
  expect(paid).toMatchObject([{ amountMinor: 180_000 }]);
});

/** Made by finance, approved by the owner, sent and marked as the bank took it. */
async function pay(finance: Context, owner: Context): Promise<void> {
  const { batchId } = await ask(payouts.makeBatchOperation, finance, { body: { currency: 'RUB' } });
  const params = { batchId };
  await expect(ask(payouts.approveBatchOperation, finance, { params })).rejects.toMatchObject({
    kind: 'not_permitted',
  });
  await ask(payouts.approveBatchOperation, owner, { params });
  await ask(payouts.sendBatchOperation, finance, { params });
  await ask(payouts.markPaidOperation, finance, { params, body: {} });
}

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

test('S0.66: they part with dignity: thanked, settled and handed over, and the end is the end', async () => {
  const { head, owner, world } = way;
  const params = { partnerId };
  await record('S4', '2026-05-02', { clientExternalId: 'C1', amountMinor: 200_000 });
  await isShut(head, partnerId, 'leaving', ['reason_given']);
  await move(owner, partnerId, 'leaving', { reasonCode: 'goals_differ' });
  await isShut(head, partnerId, 'ended', [
    'thanks_sent',
    'summary_agreed',
    'balance_settled',
    'links_neutral',
  ]);
  await ask(exits.sendThanks, head, { params, body: { saidOtherwise: 'Сказали спасибо при встрече' } });
  way.on('2026-05-10');
  await mature.run(world.system);
  await pay(world.contextOf('finance'), owner);
  await ask(exits.handOver, head, { params, body: { toMemberId: world.member('manager').id } });
  await ask(exits.neutralizeLinks, head, { params, body: { destination: `https://${SITE}/` } });
  await ask(exits.setRetention, head, { params, body: { on: '2031-05-10' } });
  const { summary } = await ask(exits.showSummary, head, { params });
  await ask(exits.agreeSummary, theirs, { body: { version: summary?.version } });
  await isShut(head, partnerId, 'ended', ['access_closed']);
  await ask(exits.closeAccess, owner, { params });
  await move(head, partnerId, 'ended', { returnOn: '2026-09-01' });
  expect(await stageOf(head, partnerId)).toBe('ended');
});

test('who left may come back after the day, and begins as a candidate by the same gates', async () => {
  const { head } = way;
  await isShut(head, partnerId, 'candidate', ['may_return']);
  way.on('2026-09-01');
  await move(head, partnerId, 'candidate');
  const { standing } = await ask(lifecycle.readPartnerStage, head, { params: { partnerId } });
  expect(standing).toMatchObject({ stage: 'candidate', path: 'standard' });
});
