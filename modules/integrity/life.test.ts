import { openAgreements } from '@mosty/agreements';
import { addFace, createClient, createPartner } from '@mosty/directory';
import { assignScheme, draftScheme, publishVersion, settleSales } from '@mosty/incentives';
import { termsSchema } from '@mosty/incentives/contract';
import { look, transact } from '@mosty/kernel/db';
import type { FileAnswer } from '@mosty/kernel/http';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import { gateOf, moveStage, standingOf } from '@mosty/lifecycle';
import { testDatabase, testWorkspace, textOf, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportFlags } from './contract/flags.ts';
import { integrityRoutes } from './http.ts';
import * as integrity from './index.ts';
import { emptyEcosystem } from './domain/detectors/empty-ecosystem.ts';
import { selfReferral } from './domain/detectors/self-referral.ts';
import { ALL_DETECTORS } from './domain/all-detectors.ts';
import { showFlag } from './service/show-flag.ts';
import { holdNewAccruals } from './service/hold-new-accruals.ts';
import { healthOf } from './store/looks.ts';
import { pageOfFlags } from './store/flag-lists.ts';

let database: TestDatabase;
let world: World;
const day = businessDate('2026-01-10');

beforeAll(async () => {
  database = await testDatabase();
  world = await testWorkspace(database);
  world.clock.set(new Date('2026-03-10T09:00:00Z'));
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

/** A working partner that is paid 10 % at once, with its agreement on paper and its people. */
async function working(name: string): Promise<Id<'partner'>> {
  const head = world.contextOf('head');
  const { id } = await createPartner(head, { name, taxNumber: `77${String(named).padStart(8, '0')}` });
  named += 1;
  for (const side of ['ours', 'theirs'] as const)
    await addFace(head, { partnerId: id, side, name: 'Анна', isMain: true });
  const [agreement] = await openAgreements(world.system, [
    { partnerId: id, class: 'partner_sales', kind: 'agent', startsOn: day, signedOn: day, launchedOn: day },
  ]);
  if (!agreement || agreement.outcome === 'refused') throw new Error('no agreement');
  const pay = termsSchema.parse({
    format: 1,
    currency: 'RUB',
    holdDays: 0,
    pay: [{ kind: 'percent', ratePpm: 100_000 }],
  });
  const draft = await draftScheme(head, { name, terms: pay, validFrom: day });
  await publishVersion(world.contextOf('owner'), { versionId: draft.versionId });
  await assignScheme(head, { agreementId: agreement.id, schemeId: draft.schemeId, validFrom: day });
  return id;
}
let named = 1;

const flagsOf = (partnerId: Id<'partner'>, show: 'standing' | 'all' = 'standing') =>
  look(world.system, (tx) =>
    pageOfFlags(tx, { partnerId, show, today: '2026-03-10', after: null, limit: 50 }),
  );

async function sells(name: string, externalId: string, clientExternalId?: string): Promise<void> {
  await settleSales(world.system, {
    source: 'shop',
    sales: [
      {
        externalId,
        occurredAt: world.clock.now(),
        currency: 'RUB',
        amountMicro: 100_000n * 1_000_000n,
        namedPartner: name,
        ...(clientExternalId ? { clientExternalId } : {}),
      },
    ],
  });
}

test('S0.26, S0.65: a flag is found, asked about, its money held and what comes after too, and it ends as an incident with four answers; found again it is a repeat', async () => {
  const head = world.contextOf('head');
  const partnerId = await working('Свой');
  const own = await createClient(head, {
    name: 'Свой же',
    externalId: 'own',
    taxNumber: `77${String(named - 1).padStart(8, '0')}`,
  });
  await sells('Свой', 'S-1', 'own');
  const first = await integrity.lookForFlags(head, { detectors: [selfReferral, emptyEcosystem] });
  expect(first).toMatchObject({ raised: 1, broken: 0 });
  const [flag] = await flagsOf(partnerId);
  if (!flag) throw new Error('no flag');
  expect(flag).toMatchObject({
    sign: 'self_referral',
    severity: 'critical',
    state: 'open',
    atStakeMinor: 10_000n,
  });
  const flagId = flag.id;
  const shown = await showFlag(head, flagId);
  expect(shown.rows).toMatchObject([{ kind: 'client', subject: own.id, says: { code: 'same_tax_number' } }]);
  const stage = await look(
    world.system,
    async (tx) => (await standingOf(tx, [partnerId])).get(partnerId)?.stage,
  );
  expect(stage).toBe('review');

  // Found again it is the same flag.
  expect(await integrity.lookForFlags(head, { detectors: [selfReferral] })).toMatchObject({
    raised: 0,
    again: 1,
  });

  // Asked; the partner answers, and only its own.
  await integrity.askPartner(head, { flagId, question: 'Чья это компания?', dueOn: '2026-03-15' });
  const theirs = await world.contextOfPartner(partnerId);
  const stranger = await world.contextOfPartner((await createPartner(head, { name: 'Чужой' })).id);
  const [question] = (await showFlag(head, flagId)).questions;
  if (!question) throw new Error('not asked');
  const said = { questionId: question.id, answer: 'Наша, покупаем для себя.' };
  await expect(integrity.answerOwnQuestion(stranger, said)).rejects.toMatchObject({
    code: 'integrity.question_unknown',
  });
  await integrity.answerOwnQuestion(theirs, said);
  await expect(integrity.answerOwnQuestion(theirs, said)).rejects.toMatchObject({
    code: 'integrity.answered_already',
  });
  expect((await showFlag(head, flagId)).questions[0]).toMatchObject({ answer: said.answer });

  // Held: what is not paid, and what is earned while it stands.
  await integrity.holdForFlag(head, { flagId, reason: 'Ждём объяснений', until: '2026-03-20' });
  expect(await showFlag(head, flagId)).toMatchObject({ state: 'held', heldMinor: 10_000n });
  await sells('Свой', 'S-2', 'own');
  const fresh = await look(world.system, (tx) =>
    sql<{ accrualId: string; partnerId: string }>`
      SELECT id AS "accrualId", partner_id AS "partnerId" FROM incentives.v_accrual WHERE state <> 'on_hold'`.execute(
      tx.db,
    ),
  );
  for (let twice = 0; twice < 2; twice += 1)
    await transact(world.system, (tx) => holdNewAccruals(tx, fresh.rows));
  expect(await showFlag(head, flagId)).toMatchObject({ heldMinor: 20_000n });

  // It was so.
  const incidentId = await integrity.makeIncident(head, { flagId });
  await expect(integrity.liftFlag(head, { flagId, explanation: 'передумали' })).rejects.toMatchObject({
    code: 'integrity.flag_decided',
  });
  const closing = { incidentId, fixedOn: '2026-03-10', verifiedHow: 'Проверили реестр' };
  await expect(integrity.closeIncident(head, closing)).rejects.toMatchObject({
    code: 'integrity.four_answers',
  });
  await integrity.answerIncident(head, {
    incidentId,
    whatBroke: 'Платили сами себе',
    howFixed: 'Клиента вели напрямую',
    whoAnswers: 'Анна',
    dueOn: '2026-03-12',
  });
  const back = {
    partnerId,
    to: 'working' as const,
    details: {
      answers: { whatBroke: 'а', howFixed: 'б', whoAnswers: 'в', doneOn: '2026-03-12' },
      fixVerified: true,
    },
  };
  await expect(moveStage(head, back)).rejects.toMatchObject({ code: 'integrity.incident_open' });
  await integrity.closeIncident(head, closing);
  expect(await showFlag(head, flagId)).toMatchObject({ state: 'closed', heldMinor: 0n });
  // What is told of it to the partner is what was so.
  expect(await emitted('incident.opened')).toMatchObject({ partnerKnows: true, answered: true, held: 2 });
  expect(await emitted('incident.closed')).toMatchObject({ partnerKnows: true, answered: true, released: 2 });
  await moveStage(head, back);

  // Nothing changed, so it is there again.
  await integrity.lookForFlags(head, { detectors: [selfReferral] });
  const [repeated] = await flagsOf(partnerId);
  expect(repeated).toMatchObject({ state: 'open', repeatsId: flagId });
  if (repeated)
    expect((await showFlag(head, repeated.id)).steps.map(({ what }) => what)).toContain('repeats');
});

/** The body of the newest event of this type. */
async function emitted(type: string): Promise<unknown> {
  const { rows } = await look(world.system, (tx) =>
    sql<{
      body: unknown;
    }>`SELECT body FROM kernel.event WHERE type = ${type} ORDER BY seq DESC LIMIT 1`.execute(tx.db),
  );
  return rows[0]?.body;
}

test('S0.26: what was explained is not raised again, and its money goes back', async () => {
  const head = world.contextOf('head');
  const partnerId = await working('Объяснил');
  await createClient(head, {
    name: 'Тёзка',
    externalId: 'same',
    taxNumber: `77${String(named - 1).padStart(8, '0')}`,
  });
  await sells('Объяснил', 'E-1', 'same');
  await integrity.lookForFlags(head, { detectors: [selfReferral] });
  const [flag] = await flagsOf(partnerId);
  if (!flag) throw new Error('no flag');
  await integrity.holdForFlag(head, { flagId: flag.id, reason: 'Проверяем', until: '2026-03-20' });
  await expect(
    integrity.liftFlag(world.contextOf('manager'), { flagId: flag.id, explanation: 'сам решил' }),
  ).rejects.toMatchObject({
    code: 'identity.not_permitted',
  });
  await integrity.liftFlag(head, {
    flagId: flag.id,
    explanation: 'Общий бухгалтер у двух компаний',
    falseAlarm: true,
  });
  expect(await showFlag(head, flag.id)).toMatchObject({ state: 'lifted', heldMinor: 0n, falseAlarm: true });
  expect(await emitted('flag.lifted')).toMatchObject({ partnerKnows: true, answered: false, released: 1 });
  await integrity.lookForFlags(head, { detectors: [selfReferral] });
  expect(await flagsOf(partnerId)).toEqual([]);
  const [health] = await look(world.system, (tx) => healthOf(tx, ['self_referral']));
  expect(health).toMatchObject({ falseAlarms: 1, state: 'ok' });
});

test('a broken detector shows as broken with its error and its last good look, and the others look on', async () => {
  const head = world.contextOf('head');
  const broken = {
    ...emptyEcosystem,
    find: () => {
      throw new Error('the rows are of another shape');
    },
  };
  await integrity.lookForFlags(head, { detectors: [emptyEcosystem] });
  const good = world.clock.now();
  world.clock.advance(3_600_000);
  const record = await integrity.lookForFlags(head, { detectors: [broken, selfReferral] });
  expect(record).toMatchObject({ broken: 1 });
  const [health, other] = await look(world.system, (tx) =>
    healthOf(tx, ['empty_ecosystem', 'self_referral']),
  );
  expect(health).toMatchObject({ state: 'broken', error: 'the rows are of another shape', lastGoodAt: good });
  expect(other).toMatchObject({ state: 'ok' });
});

test('every detector reads what it needs of a real company; the nightly look is made once, after six', async () => {
  const at = (iso: string) => world.clock.set(new Date(iso));
  at('2026-03-11T02:59:00Z');
  expect(await integrity.nightlyLook.run(world.system)).toBeNull();
  at('2026-03-11T03:00:00Z');
  expect(await integrity.nightlyLook.run(world.system)).toMatchObject({ broken: 0, nightOf: '2026-03-11' });
  at('2026-03-11T04:00:00Z');
  expect(await integrity.nightlyLook.run(world.system)).toBeNull();
  const health = await look(world.system, (tx) =>
    healthOf(
      tx,
      ALL_DETECTORS.map(({ code }) => code),
    ),
  );
  expect(health.filter(({ state }) => state !== 'ok')).toEqual([]);
});

test('a flag by hand has a reason; a serious one shuts the gate to work; a company may say it is too harsh to review', async () => {
  const head = world.contextOf('head');
  const partnerId = await working('Руками');
  await integrity.setPolicy(head, {
    brandWords: ['Полка'],
    ownDomains: ['polka.example.ru'],
    checkoutEvents: ['cart'],
    seasons: [],
    reviewFrom: 'critical',
  });
  const told = {
    partnerId,
    sign: 'brand_bidding',
    severity: 'serious',
    reason: 'Видели объявление по нашему имени',
  } as const;
  const flag = await integrity.raiseFlag(head, told);
  await expect(integrity.raiseFlag(head, told)).rejects.toMatchObject({ code: 'integrity.flag_stands' });
  const stage = await look(
    world.system,
    async (tx) => (await standingOf(tx, [partnerId])).get(partnerId)?.stage,
  );
  expect(stage).toBe('working');
  await integrity.recordBreach(head, { partnerId, rule: 7, flagId: flag.id });
  const breach = await integrity.recordBreach(head, {
    partnerId,
    rule: 1,
    note: 'Обещал скидку, которой нет',
  });
  await integrity.takeBackBreach(head, { breachId: breach.id, reason: 'Это был другой партнёр' });
  expect((await showFlag(head, flag.id)).breaches).toEqual([7]);
  const { rows } = await look(world.system, (tx) =>
    sql`SELECT rule FROM integrity.v_breach WHERE partner_id = ${partnerId}`.execute(tx.db),
  );
  expect(rows).toEqual([{ rule: 7 }]);
  expect(await gateOf(head, partnerId)).toBeTruthy();
});

test('the list goes out as a file: what was seen is said in words, money stands beside its currency', async () => {
  const route = integrityRoutes.find(({ operation }) => operation.id === exportFlags.id);
  const rows = async (language: 'ru' | 'en') => {
    const answer = await route?.handle(world.contextOf('head'), {
      params: {},
      query: exportFlags.query.parse({ show: 'all', language }),
      body: undefined,
      remoteAddress: '127.0.0.1',
      origin: 'http://localhost',
      headers: {},
    });
    return (await textOf(answer as FileAnswer)).replace('\ufeff', '').trim().split(/\r?\n/);
  };
  const [head = '', ...lines] = await rows('en');
  expect(head.split(',').slice(0, 3)).toEqual(['Partner', 'Sign', 'What is seen']);
  const all = await look(world.system, (tx) =>
    pageOfFlags(tx, { show: 'all', today: '2026-03-10', after: null, limit: 500 }),
  );
  expect(all.length).toBeGreaterThan(0);
  expect(lines).toHaveLength(all.length);
  expect([...lines, ...(await rows('ru'))].join('\n')).not.toMatch(/\{\{|<b>|undefined/);
});
