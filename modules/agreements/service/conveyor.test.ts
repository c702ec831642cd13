import { addFace, createPartner, knownPartner } from '@mosty/directory';
import type { Context } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate } from '@mosty/kernel/time';
import {
  definedEvidence,
  defineEvidence,
  enterLifecycle,
  moveStage,
  standingOf,
  takeOver,
} from '@mosty/lifecycle';
import { EVIDENCE, type Stage } from '@mosty/lifecycle/contract';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { presentAgreements } from '../http/present.ts';
import { agreementsOf, findAgreement } from '../store/agreements.ts';
import { acceptAgreement } from './accept-agreement.ts';
import './conveyor.ts';
import { endAgreement } from './end-agreement.ts';
import { launchAgreement } from './launch-agreement.ts';
import { openAgreement } from './open-agreement.ts';
import { proposeVersion } from './propose-version.ts';

/** Gates of others are open here: what is looked at is what agreements and the conveyor do to each other. */
let database: TestDatabase;
let world: World;
const today = businessDate('2026-03-02');
beforeAll(async () => {
  const known = definedEvidence();
  for (const code of EVIDENCE)
    if (!known.has(code)) defineEvidence(code, async () => ({ met: true, rows: [], missing: [] }));
  database = await testDatabase();
  world = await testWorkspace(database);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

let named = 0;
async function partnerAt(stage: 'contact' | Stage): Promise<Id<'partner'>> {
  named += 1;
  const { id } = await createPartner(world.system, { name: `Партнёр ${named}`, email: 'p@example.test' });
  if (stage === 'contact') return id;
  await transact(world.system, (tx) =>
    enterLifecycle(tx, { partnerId: id, path: 'standard', to: 'mention' }),
  );
  for (const to of ['candidate', 'talking', 'checking', 'approved'] as const) {
    if ((await stageOf(id)) === stage) break;
    await moveStage(world.contextOf('head'), { partnerId: id, to });
  }
  return id;
}
const stageOf = (id: Id<'partner'>) =>
  look(world.system, async (tx) => (await standingOf(tx, [id])).get(id)?.stage ?? null);
const draft = (partnerId: Id<'partner'>) =>
  openAgreement(world.contextOf('head'), {
    partnerId,
    class: 'partner_sales',
    kind: 'agent',
    startsOn: today,
  });
const body = {
  success: 'Пять оплат',
  whoAnswers: 'Мария и Анна',
  ifItBreaks: 'Созвон',
  howCounted: 'По оплатам',
  promises: [],
};
async function bothAccept(agreementId: Id<'agreement'>, partner?: Context): Promise<boolean> {
  const head = world.contextOf('head');
  const { version, bodyHash } = await proposeVersion(head, { agreementId, body });
  const said = { agreementId, version, bodyHash, person: 'Анна' };
  await acceptAgreement(head, { ...said, side: 'ours' });
  const theirs = partner ? {} : { evidence: 'письмо' };
  return (await acceptAgreement(partner ?? head, { ...said, side: 'theirs', ...theirs })).accepted;
}

describe('who may agree (S0.18, S0.74)', () => {
  test('a draft is written from the talk on; before it, and after a refusal, it is refused', async () => {
    for (const stage of ['contact', 'mention', 'candidate'] as const)
      await expect(draft(await partnerAt(stage)), stage).rejects.toMatchObject({
        code: 'agreements.talk_first',
      });
    await expect(draft(await partnerAt('talking'))).resolves.toMatchObject({ id: expect.any(String) });
    const declined = await partnerAt('talking');
    await moveStage(world.contextOf('head'), {
      partnerId: declined,
      to: 'declined',
      details: { reasonCode: 'no_role', letter: { subject: 'О партнёрстве', text: 'Спасибо' } },
    });
    await expect(draft(declined)).rejects.toMatchObject({ code: 'agreements.partner_is_off' });
  });

  test('terms are accepted only by those whom the check approved', async () => {
    const partnerId = await partnerAt('talking');
    const { id } = await draft(partnerId);
    await expect(bothAccept(id)).rejects.toMatchObject({ code: 'agreements.approve_first' });
  });

  test('paper before the check is a taking over, and not a manager’s to do', async () => {
    const partnerId = await partnerAt('contact');
    const paper = {
      partnerId,
      class: 'partner_sales',
      kind: 'agent',
      startsOn: today,
      signedOn: today,
    } as const;
    await expect(openAgreement(world.contextOf('manager'), paper)).rejects.toMatchObject({
      code: 'agreements.paper_is_taking_over',
    });
    await openAgreement(world.contextOf('head'), paper);
    expect(await stageOf(partnerId)).toBe('agreed');
  });
});

describe('an agreement follows the conveyor', () => {
  test('accepted by both, the partner goes on by itself as soon as nothing else is missing; the pilot launches it', async () => {
    const partnerId = await partnerAt('approved');
    const head = world.contextOf('head');
    const { id } = await draft(partnerId);
    await addFace(head, { partnerId, side: 'theirs', name: 'Анна', isMain: true });
    await addFace(head, { partnerId, side: 'ours', name: 'Мария', isMain: true });
    // The partner's own person accepts last: the step is theirs, though they may not look into the gate.
    expect(await bothAccept(id, await world.contextOfPartner(partnerId))).toBe(true);
    expect(await stageOf(partnerId)).toBe('agreed');
    await expect(launchAgreement(head, { agreementId: id })).rejects.toMatchObject({
      code: 'agreements.conveyor_launches',
    });
    await moveStage(head, { partnerId, to: 'launch' });
    expect((await look(head, (tx) => findAgreement(tx, id)))?.launchedOn).toBeNull();
    await moveStage(head, { partnerId, to: 'pilot' });
    expect((await look(head, (tx) => findAgreement(tx, id)))?.launchedOn).toBe(today);
  });

  test('without a face of each side it stays approved', async () => {
    const partnerId = await partnerAt('approved');
    const { id } = await draft(partnerId);
    expect(await bothAccept(id)).toBe(true);
    expect(await stageOf(partnerId)).toBe('approved');
  });

  test('the last agreement in force does not end by hand while the partner is at work, told beforehand; inside a parting it does', async () => {
    const { id: partnerId } = await createPartner(world.system, { name: 'Останется ни с чем' });
    const head = world.contextOf('head');
    await takeOver(head, { partnerId, path: 'standard', stage: 'working', reason: 'давно' });
    const paper = { partnerId, startsOn: today, signedOn: today, launchedOn: today } as const;
    const { id } = await openAgreement(head, { ...paper, class: 'partner_sales', kind: 'agent' });
    const ally = await openAgreement(head, { ...paper, class: 'alliance', kind: 'ally' });
    const canEnd = () =>
      look(head, async (tx) => {
        const partner = await knownPartner(tx, partnerId);
        const shown = await presentAgreements(tx, partner, await agreementsOf(tx, [partnerId]));
        return shown.find((one) => one.id === id)?.can.end;
      });
    expect(await canEnd()).toBe(true);
    await endAgreement(head, { agreementId: ally.id, reason: 'проект завершён' });
    expect(await canEnd()).toMatchObject({ because: 'agreements.last_ends_by_parting' });
    const by = { agreementId: id, reason: 'не по пути' };
    await expect(endAgreement(head, by)).rejects.toMatchObject({
      kind: 'not_now',
      code: 'agreements.last_ends_by_parting',
      params: { stage: 'working' },
    });
    // A draft beside it binds nobody.
    const beside = { partnerId, class: 'alliance', kind: 'ally', number: '2', startsOn: today } as const;
    const loose = await openAgreement(head, beside);
    await expect(endAgreement(head, by)).rejects.toMatchObject({ code: 'agreements.last_ends_by_parting' });
    await endAgreement(head, { agreementId: loose.id, reason: 'передумали' });
    await moveStage(head, { partnerId, to: 'leaving', details: { reasonCode: 'goals_differ' } });
    expect(await canEnd()).toBe(true);
    expect((await endAgreement(head, by)).endedAt).not.toBeNull();
  });

  test('whoever leaves leaves with every agreement ended; with a promise open nobody leaves (S0.66)', async () => {
    const { id: partnerId } = await createPartner(world.system, { name: 'Уходит' });
    const head = world.contextOf('head');
    await takeOver(head, { partnerId, path: 'standard', stage: 'working', reason: 'давно' });
    const { id } = await openAgreement(head, {
      partnerId,
      class: 'partner_sales',
      kind: 'agent',
      startsOn: today,
      signedOn: today,
      launchedOn: today,
      expectations: { ...body, promises: [{ side: 'ours', words: 'обучим', dueOn: null }] },
    });
    await moveStage(head, { partnerId, to: 'leaving', details: { reasonCode: 'goals_differ' } });
    await expect(moveStage(head, { partnerId, to: 'ended' })).rejects.toMatchObject({
      code: 'lifecycle.gate_closed',
      params: { missing: ['promises_closed'] },
    });
    await transact(head, (tx) =>
      sql`UPDATE agreements.promise SET outcome = 'kept', outcome_at = now() WHERE agreement_id = ${id}`.execute(
        tx.db,
      ),
    );
    await moveStage(head, { partnerId, to: 'ended' });
    expect((await look(head, (tx) => findAgreement(tx, id)))?.endedAt).not.toBeNull();
  });
});
