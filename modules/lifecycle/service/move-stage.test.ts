import { addFace, createPartner } from '@mosty/directory';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { testDatabase, testWorkspace, type TestDatabase, type World } from '@mosty/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EVIDENCE, type EvidenceCode } from '../contract/evidence.ts';
import type { MoveDetails } from '../contract/move.ts';
import type { Path, Stage } from '../contract/stages.ts';
import { stepBetween, wayOn } from '../domain/steps.ts';
import { passagesOf } from '../store/passages.ts';
import { standingOf } from '../store/standing.ts';
import { changePath } from './change-path.ts';
import { enterConveyor } from './enter-lifecycle.ts';
import { definedEvidence, defineEvidence } from './evidence.ts';
import { gateOf } from './gate-of.ts';
import { moveStage } from './move-stage.ts';
import './own-evidence.ts';
import { definePassageEffect } from './passage-effects.ts';
import { takeOver } from './take-over.ts';
import { tryMove } from './try-move.ts';

/** What modules above would find: everything, but for what the test takes away. */
const taken = new Set<EvidenceCode>();
let theirs: EvidenceCode[] = [];
let database: TestDatabase;
let world: World;
beforeAll(async () => {
  const own = definedEvidence();
  theirs = EVIDENCE.filter((code) => !own.has(code));
  for (const code of theirs)
    defineEvidence(code, async () => ({
      met: !taken.has(code),
      rows: [],
      missing: taken.has(code) ? [{ code: 'lifecycle.nobody_finds', params: {}, roles: ['head'] }] : [],
    }));
  database = await testDatabase();
  world = await testWorkspace(database);
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});
beforeEach(() => taken.clear());

let named = 0;
async function entered(path: Path, email: string | null = 'partner@example.test'): Promise<Id<'partner'>> {
  named += 1;
  const head = world.contextOf('head');
  const { id } = await createPartner(head, { name: `Партнёр ${named}`, email });
  for (const side of ['ours', 'theirs'] as const)
    await addFace(head, { partnerId: id, side, name: 'Анна', isMain: true });
  await enterConveyor(head, { partnerId: id, path });
  return id;
}
const standing = (partnerId: Id<'partner'>) =>
  look(world.system, async (tx) => (await standingOf(tx, [partnerId])).get(partnerId));
const move = (
  partnerId: Id<'partner'>,
  to: Stage,
  details: MoveDetails = {},
  as: 'head' | 'manager' = 'head',
) => moveStage(world.contextOf(as), { partnerId, to, details });

async function walk(partnerId: Id<'partner'>, until: Stage): Promise<void> {
  for (let here = await standing(partnerId); here && here.stage !== until; here = await standing(partnerId)) {
    const step = wayOn(here.path, here.stage);
    if (!step) throw new Error(`no way on from ${here.stage}`);
    await move(partnerId, step.to);
  }
}

describe.each(['standard', 'scaled', 'referral', 'alliance'] as const)('the %s path', (path) => {
  test('goes gate by gate to working; each stays shut while any one thing is missing (S2.28)', async () => {
    const partnerId = await entered(path);
    for (let here = await standing(partnerId); here?.stage !== 'working'; here = await standing(partnerId)) {
      const step = here && wayOn(here.path, here.stage);
      if (!step) throw new Error('nowhere');
      for (const code of step.evidence.filter((one) => theirs.includes(one))) {
        taken.add(code);
        await expect(move(partnerId, step.to), `${step.to} without ${code}`).rejects.toMatchObject({
          code: 'lifecycle.gate_closed',
          params: { missing: [code] },
        });
        taken.clear();
      }
      await move(partnerId, step.to);
    }
    const passages = await look(world.system, (tx) => passagesOf(tx, partnerId));
    expect(passages.map(({ no }) => no)).toEqual(passages.map((_one, place) => passages.length - place));
    for (const { from, to, evidence } of passages)
      if (from) expect(evidence.map(({ code }) => code)).toEqual(stepBetween(path, from, to)?.evidence);
    expect(await standing(partnerId)).toMatchObject({ stage: 'working', takenOver: false });
  });
});

describe('what is said with a gate', () => {
  test('a refusal takes a reason and a letter, and the letter goes out (S0.58, S0.66)', async () => {
    const partnerId = await entered('standard');
    await walk(partnerId, 'talking');
    await expect(move(partnerId, 'declined')).rejects.toMatchObject({
      params: { missing: ['reason_given', 'letter_sent'] },
    });
    const letter = { subject: 'О партнёрстве', text: 'Спасибо за время' };
    await expect(move(partnerId, 'declined', { reasonCode: 'because', letter })).rejects.toMatchObject({
      code: 'lifecycle.reason_unknown',
    });
    await move(partnerId, 'declined', { reasonCode: 'no_role', letter, returnOn: '2026-09-01' }, 'head');
    const { rows } = await look(world.system, (tx) =>
      sql<{
        to: string;
        body: string;
      }>`SELECT to_email AS to, body FROM identity.outbox_message WHERE kind = 'partner_letter'`.execute(
        tx.db,
      ),
    );
    expect(rows).toEqual([{ to: 'partner@example.test', body: letter.text }]);
    await expect(move(partnerId, 'candidate')).rejects.toMatchObject({ params: { missing: ['may_return'] } });
    const before = world.clock.now();
    world.clock.set(new Date('2026-09-01T09:00:00Z'));
    await move(partnerId, 'candidate');
    world.clock.set(before);
  });

  test('without an address nobody is declined: a letter into nowhere is no letter', async () => {
    const partnerId = await entered('standard', null);
    await walk(partnerId, 'talking');
    const details = { reasonCode: 'no_role', letter: { subject: 'О партнёрстве', text: 'Спасибо' } };
    await expect(move(partnerId, 'declined', details)).rejects.toMatchObject({
      params: { missing: ['letter_sent'] },
    });
  });

  test('a pause has its day of return; back on it, or by the partner’s word', async () => {
    const partnerId = await entered('referral');
    await walk(partnerId, 'working');
    await expect(
      move(partnerId, 'paused', { reasonCode: 'season', returnOn: '2026-03-02' }),
    ).rejects.toMatchObject({ params: { missing: ['return_date'] } });
    await move(partnerId, 'paused', { reasonCode: 'season', returnOn: '2026-05-01' });
    await expect(move(partnerId, 'working')).rejects.toMatchObject({
      params: { missing: ['return_reached_or_word'] },
    });
    await move(partnerId, 'working', { reasonCode: 'partners_word' });
    expect((await standing(partnerId))?.returnOn).toBeNull();
  });

  test('a review ends with four answers and a verified fix, which stay (S0.65)', async () => {
    const partnerId = await entered('referral');
    await walk(partnerId, 'working');
    await move(partnerId, 'review', { reasonCode: 'promises_missed' });
    await expect(move(partnerId, 'working', { fixVerified: true })).rejects.toMatchObject({
      params: { missing: ['four_answers'] },
    });
    const answers = { whatBroke: 'Срок', howFixed: 'Новый план', whoAnswers: 'Анна', doneOn: '2026-03-10' };
    await expect(move(partnerId, 'working', { answers })).rejects.toMatchObject({
      params: { missing: ['fix_verified'] },
    });
    await move(partnerId, 'working', { answers, fixVerified: true });
    const { rows } = await look(world.system, (tx) =>
      sql`SELECT what_broke FROM lifecycle.answer WHERE partner_id = ${partnerId}`.execute(tx.db),
    );
    expect(rows).toEqual([{ what_broke: 'Срок' }]);
  });

  test('a pilot is reworked once', async () => {
    const partnerId = await entered('standard');
    await walk(partnerId, 'pilot');
    await move(partnerId, 'launch', { reasonCode: 'volume' });
    await move(partnerId, 'pilot');
    await expect(move(partnerId, 'launch', { reasonCode: 'volume' })).rejects.toMatchObject({
      params: { missing: ['rework_once'] },
    });
  });
});

describe('who moves', () => {
  test('the check is the head’s, another manager’s partner nobody else’s, and nobody moves a contact', async () => {
    const partnerId = await entered('standard');
    await walk(partnerId, 'checking');
    await expect(move(partnerId, 'approved', {}, 'manager')).rejects.toMatchObject({
      code: 'lifecycle.not_your_gate',
    });
    const own = await createPartner(world.contextOf('manager'), { name: 'Чей-то' });
    const stranger = await world.another('manager');
    await enterConveyor(world.contextOf('manager'), { partnerId: own.id, path: 'standard' });
    await expect(moveStage(stranger, { partnerId: own.id, to: 'candidate' })).rejects.toMatchObject({
      code: 'directory.partner_of_another_manager',
    });
    const contact = await createPartner(world.system, { name: 'Контакт' });
    await expect(move(contact.id, 'candidate')).rejects.toMatchObject({ code: 'lifecycle.outside' });
  });

  test('a step that goes by itself goes when nothing is missing, and only such a step', async () => {
    const partnerId = await entered('scaled');
    await walk(partnerId, 'checking');
    const by = (to: Stage) =>
      world.contextOf('head') && transact(world.system, (tx) => tryMove(tx, partnerId, to));
    taken.add('three_wins');
    expect(await by('approved')).toBe(false);
    taken.clear();
    expect(await by('declined')).toBe(false);
    expect(await by('approved')).toBe(true);
    expect((await standing(partnerId))?.stage).toBe('approved');
  });

  test('the path is changed before anything is approved, and not after', async () => {
    const partnerId = await entered('standard');
    await walk(partnerId, 'candidate');
    const head = world.contextOf('head');
    await changePath(head, { partnerId, path: 'alliance', reason: 'общие цели' });
    expect(await standing(partnerId)).toMatchObject({ path: 'alliance', stage: 'candidate' });
    await walk(partnerId, 'approved');
    await expect(
      changePath(head, { partnerId, path: 'standard', reason: 'передумали' }),
    ).rejects.toMatchObject({
      code: 'lifecycle.path_is_fixed',
    });
  });

  test('the gates ahead say what is there, what is missing, and whether I may', async () => {
    const partnerId = await entered('standard');
    await walk(partnerId, 'checking');
    taken.add('three_wins');
    const [approved] = await gateOf(world.contextOf('analyst'), partnerId);
    expect(approved).toMatchObject({
      to: 'approved',
      missing: 1,
      roles: ['head', 'owner'],
      can: { move: { because: 'identity.not_permitted' } },
    });
  });

  test('an effect belongs to its passage: when it fails, nobody moved', async () => {
    const partnerId = await entered('referral');
    await walk(partnerId, 'approved');
    let ran = 0;
    definePassageEffect('approved', 'agreed', async (_tx, passed) => {
      if (passed.partnerId !== partnerId) return;
      ran += 1;
      throw new Error('the effect failed');
    });
    await expect(move(partnerId, 'agreed')).rejects.toThrow('the effect failed');
    expect(ran).toBe(1);
    expect((await standing(partnerId))?.stage).toBe('approved');
  });

  test('somebody who left is not taken over: the way back is through the candidates', async () => {
    const partnerId = await entered('referral');
    await walk(partnerId, 'working');
    await move(partnerId, 'leaving', { reasonCode: 'goals_differ' });
    const taken = { partnerId, path: 'referral', stage: 'working', reason: 'вернули' } as const;
    await expect(takeOver(world.contextOf('head'), taken)).rejects.toMatchObject({
      code: 'lifecycle.cannot_take_over',
    });
    await move(partnerId, 'ended');
    await move(partnerId, 'candidate');
  });
});
