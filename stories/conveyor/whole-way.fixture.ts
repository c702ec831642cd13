import * as agreements from '@mosty/agreements/contract';
import type { ReportingClass, Kind } from '@mosty/agreements/contract';
import * as directory from '@mosty/directory/contract';
import type { Context } from '@mosty/kernel/context';
import { drainEvents } from '@mosty/kernel/events';
import type { Id } from '@mosty/kernel/id';
import * as lifecycle from '@mosty/lifecycle/contract';
import type { EvidenceCode, Stage } from '@mosty/lifecycle/contract';
import * as onboarding from '@mosty/onboarding/contract';
import * as recruiting from '@mosty/recruiting/contract';
import { CRITERIA, PLAIN_QUESTIONS, SUBJECTS, WINS } from '@mosty/recruiting/contract';
import { recruitingPublicRoutes } from '@mosty/recruiting/http';
import * as scenarios from '@mosty/scenarios/contract';
import { REACTIONS, SERVED } from '@mosty/server/composition';
import { askOf, testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { expect } from 'vitest';

/** Through the doors of the server only. */
export const ask = askOf(SERVED);

export interface Way {
  readonly world: World;
  readonly head: Context;
  readonly owner: Context;
  /** The clock at nine in the morning of the day. */
  on(day: string): void;
  /** Everything that reacts to what happened has done so. */
  settle(): Promise<void>;
  /** Customers name whom they listen to in a survey; the name is taken into work by this path. */
  surveyed(name: string, path: lifecycle.Path): Promise<Id<'partner'>>;
  /** A name heard in two independent talks and taken into work by this path. */
  heard(name: string, path: lifecycle.Path): Promise<Id<'partner'>>;
  close(): Promise<void>;
}

export async function beginWay(): Promise<Way> {
  const db = await testDatabase();
  const world = await testWorkspace(db, { startAt: new Date('2026-03-02T06:00:00Z') });
  const head = world.contextOf('head');
  const settle = () =>
    drainEvents({
      database: world.database,
      reactions: REACTIONS,
      contextOf: async () => world.system,
      onFailure: (_reaction, error) => {
        throw error;
      },
    });
  const take = async (name: string, path: lifecycle.Path): Promise<Id<'partner'>> => {
    const { items } = await ask(recruiting.listNames, head, { query: { q: name } });
    const nameId = items[0]?.id;
    const taken = await ask(recruiting.takeName, head, { params: { nameId }, body: { path } });
    expect(taken).toMatchObject({ stage: 'candidate', missing: 0 });
    return taken.partnerId as Id<'partner'>;
  };
  return {
    world,
    settle,
    surveyed: async (name, path) => {
      const { token } = await ask(recruiting.openSurvey, head, {
        body: {
          title: 'Кого вы слушаете',
          language: 'ru',
          whomQuestion: 'Кого вы слушаете о торговле?',
          toolsQuestion: 'Чем ещё пользуетесь?',
        },
      });
      for (const respondent of ['К-1', 'К-2'])
        await fillIn(world, token, { whom: name, tools: '', respondent });
      await settle();
      return take(name, path);
    },
    head,
    owner: world.contextOf('owner'),
    on: (day) => world.clock.set(new Date(`${day}T06:00:00Z`)),
    heard: async (name, path) => {
      const voice = world.contextOf('voice');
      const said = { name, source: 'support' as const };
      for (const heardFrom of ['ООО «Первый»', 'ООО «Второй»'])
        await ask(recruiting.logMention, voice, { body: { ...said, heardFrom } });
      return take(name, path);
    },
    close: async () => {
      await world.close();
      await db.drop();
    },
  };
}

/** An answer to the survey, by the public door that a customer comes through. */
async function fillIn(world: World, token: string, body: object): Promise<void> {
  const door = recruitingPublicRoutes.find(({ operation }) => operation.id === recruiting.answerSurvey.id);
  if (!door) throw new Error('nobody opens the survey');
  const { operation, handle } = door;
  const settings = { database: world.database, world: { clock: world.clock, ids: world.ids } };
  await handle({ settings } as unknown as Parameters<typeof handle>[0], {
    params: operation.params.parse({ token }),
    query: {},
    body: operation.body.parse(body),
    remoteAddress: '127.0.0.1',
    origin: 'http://localhost',
    headers: {},
  });
}

export const move = (ctx: Context, partnerId: Id<'partner'>, to: Stage, details: object = {}) =>
  ask(lifecycle.movePartner, ctx, { params: { partnerId }, body: { to, ...details } });

export async function stageOf(ctx: Context, partnerId: Id<'partner'>): Promise<Stage | undefined> {
  return (await ask(lifecycle.readPartnerStage, ctx, { params: { partnerId } })).standing?.stage;
}

/** The gate is shut, and says at least this of what it misses. */
export async function isShut(
  ctx: Context,
  partnerId: Id<'partner'>,
  to: Stage,
  missing: readonly EvidenceCode[],
  details: object = {},
): Promise<void> {
  await expect(move(ctx, partnerId, to, details), to).rejects.toMatchObject({
    code: 'lifecycle.gate_closed',
    params: { missing: expect.arrayContaining([...missing]) },
  });
}

/** «Почему вы» and what is in it for them: the way from a candidate to a talk. */
export async function approach({ head }: Way, partnerId: Id<'partner'>): Promise<void> {
  await ask(recruiting.writeApproach, head, {
    params: { partnerId },
    body: { whyYou: 'Наши клиенты назвали вас сами', partnerValue: 'Новая услуга старым заказчикам' },
  });
}

export async function reply({ head, world }: Way, partnerId: Id<'partner'>): Promise<void> {
  await ask(recruiting.recordReply, head, {
    params: { partnerId },
    body: { said: 'interested', repliedOn: world.clock.now().toISOString().slice(0, 10) },
  });
}

/** Both sides’ words, texts and faces: what «agreed» asks; the partner accepts with its own hands. */
export async function agree(
  { head, owner, world }: Way,
  partnerId: Id<'partner'>,
  wanted: { class: ReportingClass; kind: Kind; clientId?: string; startsOn: string },
): Promise<string> {
  const theirs = await world.contextOfPartner(partnerId);
  const { id: agreementId, versions } = await ask(agreements.openAgreement, head, {
    body: {
      partnerId,
      ...wanted,
      expectations: {
        success: 'Пять клиентов за квартал',
        whoAnswers: 'Мария и Анна',
        ifItBreaks: 'Созвон за день',
        howCounted: 'По закреплению клиента',
      },
    },
  });
  const shown = versions[0];
  const params = { agreementId };
  const body = { version: shown?.version, bodyHash: shown?.bodyHash };
  await ask(agreements.acceptAgreement, head, { params, body: { ...body, side: 'ours', person: 'Мария' } });
  for (const side of ['ours', 'theirs'] as const)
    await ask(directory.addFace, head, { params: { partnerId }, body: { side, name: 'Анна', isMain: true } });
  const { items: texts } = await ask(agreements.listTexts, head);
  for (const { kind, bodyHash } of texts) {
    if (kind === 'code_of_honour')
      await ask(agreements.acceptOurText, owner, { params: { kind }, body: { bodyHash, person: 'Ирина' } });
    await ask(agreements.acceptText, theirs, {
      params: { partnerId, kind },
      body: { bodyHash, person: 'Анна' },
    });
  }
  await isShut(head, partnerId, 'agreed', ['expectations_accepted']);
  await ask(agreements.acceptAgreement, theirs, {
    params,
    body: { ...body, side: 'theirs', person: 'Анна' },
  });
  return agreementId;
}

/** Four criteria and three wins, answered by the head; nothing of it is verified yet (S0.41–S0.48). */
export async function answerCheck(
  { head, world }: Way,
  partnerId: Id<'partner'>,
  lost: readonly (typeof WINS)[number][] = [],
): Promise<void> {
  const params = { partnerId };
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
        answer: lost.includes(win) ? 'no' : 'yes',
        metric: 'Внедрения',
        target: 'пять',
        how: 'Спросим',
      },
    });
  const seenOn = world.clock.now().toISOString().slice(0, 10);
  for (const subject of SUBJECTS)
    await ask(recruiting.addEvidence, head, {
      params,
      body: { subject, kind: 'talk', says: 'Записали', source: 'Протокол', seenOn },
    });
}

/** Another pair of eyes looks at everything that was shown and waits. */
export async function verifyCheck({ owner }: Way, partnerId: Id<'partner'>): Promise<void> {
  const check = await ask(recruiting.readCheck, owner, { params: { partnerId } });
  expect(check.criteria).toHaveLength(CRITERIA.length);
  const shown = [...check.criteria, ...check.wins].flatMap((one) => one.evidence);
  for (const { id, verdict } of shown)
    if (verdict === null)
      await ask(recruiting.verifyEvidence, owner, {
        params: { evidenceId: id },
        body: { verdict: 'verified', how: 'Пересмотрел' },
      });
}

/** Steps of the launch but its deals, done as the partner would do them. */
export async function passLaunch({ head }: Way, partnerId: Id<'partner'>): Promise<void> {
  const params = { partnerId };
  const { launch } = await ask(onboarding.readLaunch, head, { params });
  for (const { code, part, questions } of launch?.plan ?? []) {
    if (part === 'first_deals') continue;
    const step = { ...params, code };
    if (questions.length > 0)
      await ask(onboarding.answerTest, head, { params: step, body: { answers: [0, 1, 2] } });
    else await ask(onboarding.markStep, head, { params: step, body: { mark: 'done', proof: 'показали' } });
  }
}

export async function chooseScenario({ head }: Way, partnerId: Id<'partner'>): Promise<void> {
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
  await ask(onboarding.chooseScenario, head, { params: { partnerId }, body: { scenarioId } });
}

/** Two sales until the last of March, one is enough; a draft until it is locked. */
export async function draftPilot({ head }: Way, partnerId: Id<'partner'>, startsOn: string): Promise<string> {
  const { id } = await ask(onboarding.draftPilot, head, {
    params: { partnerId },
    body: {
      volume: 2,
      startsOn,
      endsOn: '2026-03-31',
      budgetMinor: 100_000,
      priceMinor: 500_000,
      costMinor: 100_000,
      rewardMinor: 100_000,
      criteria: [{ metric: 'sales', comparison: 'at_least', target: 1 }],
    },
  });
  return id;
}

/** A client whom the partner introduced to us. */
export async function introduceClient(
  { head }: Way,
  partnerId: Id<'partner'>,
  client: { name: string; externalId: string },
): Promise<string> {
  const { id: clientId } = await ask(directory.createClient, head, { body: client });
  await ask(directory.changeKeeper, head, {
    params: { clientId },
    body: { partnerId, reason: 'познакомил' },
  });
  return clientId;
}
