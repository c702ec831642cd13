import * as agreements from '@mosty/agreements/contract';
import * as deals from '@mosty/deals/contract';
import * as directory from '@mosty/directory/contract';
import type { Id } from '@mosty/kernel/id';
import { addDays, businessDateOf } from '@mosty/kernel/time';
import * as onboarding from '@mosty/onboarding/contract';
import * as recruiting from '@mosty/recruiting/contract';
import * as scenarios from '@mosty/scenarios/contract';
import { SERVED } from '@mosty/server/composition';
import { askOf, type World } from '@mosty/testkit';
import { percentScheme } from '../api/scheme.ts';

/** What is gathered between two gates by a form after a form, through the doors of the API. */
export const ask = askOf(SERVED);
export const today = () => businessDateOf(new Date(), 'Europe/Moscow');

interface Whose {
  readonly world: World;
  readonly partnerId: Id<'partner'>;
}

/** Four criteria and three wins, shown and seen by another pair of eyes. */
export async function check({ world, partnerId }: Whose): Promise<void> {
  const [head, owner] = [world.contextOf('head'), world.contextOf('owner')];
  const params = { partnerId };
  await ask(recruiting.answerCheck, head, {
    params,
    body: { answers: recruiting.PLAIN_QUESTIONS.map((question) => ({ question, answer: 'yes' })) },
  });
  await ask(recruiting.setContribution, head, {
    params,
    body: { contribution: 'trust', sentence: 'Приводит тех, кто слышал о нас от своих' },
  });
  const sums = { volume: 5, currency: 'RUB', revenueMinor: 45_000_000, commissionMinor: 9_000_000 };
  await ask(recruiting.setEconomics, head, { params, body: { ...sums, costsMinor: 12_000_000 } });
  for (const win of recruiting.WINS)
    await ask(recruiting.setWin, head, {
      params,
      body: { win, answer: 'yes', metric: 'Внедрения', target: 'пять', how: 'Спросим' },
    });
  for (const subject of recruiting.SUBJECTS)
    await ask(recruiting.addEvidence, head, {
      params,
      body: { subject, kind: 'talk', says: 'Записали', source: 'Протокол', seenOn: today() },
    });
  const shown = await ask(recruiting.readCheck, owner, { params });
  for (const { id } of [...shown.criteria, ...shown.wins].flatMap((one) => one.evidence))
    await ask(recruiting.verifyEvidence, owner, {
      params: { evidenceId: id },
      body: { verdict: 'verified', how: 'Пересмотрел' },
    });
}

/** Requisites, faces, common texts and the expectations signed by us: all but the partner's word of them. */
export async function offer({ world, partnerId }: Whose): Promise<string> {
  const [head, owner] = [world.contextOf('head'), world.contextOf('owner')];
  const params = { partnerId };
  await ask(directory.setRequisites, head, {
    params,
    body: {
      country: 'RU',
      legalForm: 'sole_proprietor',
      legalName: 'ИП Ёлкина Мария',
      taxNumber: '500100732259',
    },
  });
  const { id: agreementId, versions } = await ask(agreements.openAgreement, head, {
    body: {
      partnerId,
      class: 'partner_sales',
      kind: 'agent',
      startsOn: today(),
      expectations: {
        success: 'Пять клиентов за квартал',
        whoAnswers: 'Мария и Руслан',
        ifItBreaks: 'Созвон за день',
        howCounted: 'По закреплению клиента',
      },
    },
  });
  const shown = { version: versions[0]?.version, bodyHash: versions[0]?.bodyHash };
  await ask(agreements.acceptAgreement, head, {
    params: { agreementId },
    body: { ...shown, side: 'ours', person: 'Мария' },
  });
  for (const side of ['ours', 'theirs'] as const)
    await ask(directory.addFace, head, { params, body: { side, name: 'Руслан', isMain: true } });
  const theirs = await world.contextOfPartner(partnerId);
  const { items: texts } = await ask(agreements.listTexts, head);
  for (const { kind, bodyHash } of texts) {
    if (kind === 'code_of_honour')
      await ask(agreements.acceptOurText, owner, { params: { kind }, body: { bodyHash, person: 'Ирина' } });
    await ask(agreements.acceptText, theirs, {
      params: { partnerId, kind },
      body: { bodyHash, person: 'Руслан' },
    });
  }
  return agreementId;
}

/** Steps of the launch, a scenario and a locked pilot: what the gate of the pilot asks for. */
export async function prepare({ world, partnerId }: Whose): Promise<void> {
  const head = world.contextOf('head');
  const params = { partnerId };
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
      startsOn: today(),
      endsOn: addDays(today(), 30),
      budgetMinor: 100_000,
      priceMinor: 500_000,
      costMinor: 100_000,
      rewardMinor: 100_000,
      criteria: [{ metric: 'sales', comparison: 'at_least', target: 1 }],
    },
  });
  await ask(onboarding.lockPilot, head, { params: { pilotId } });
}

/** A client of the partner pays 5 000 ₽: a tenth of it is the partner’s. */
export async function sell({ world, partnerId }: Whose, agreementId: string): Promise<void> {
  const head = world.contextOf('head');
  await percentScheme(world, { agreementIds: [agreementId], ratePpm: 100_000, from: today() });
  const { id: clientId } = await ask(directory.createClient, head, {
    body: { name: 'Склад', externalId: 'C1' },
  });
  await ask(directory.changeKeeper, head, {
    params: { clientId },
    body: { partnerId, reason: 'познакомил' },
  });
  world.clock.set(new Date());
  const sale = { externalId: 'S1', clientExternalId: 'C1', currency: 'RUB', amountMinor: 500_000 };
  await ask(deals.recordSale, world.system, {
    body: { sales: [{ ...sale, occurredAt: world.clock.now().toISOString() }] },
  });
}
