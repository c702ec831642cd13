import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { archivePartner, createClient, createPartner } from '@mosty/directory';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { defineEvidence, moveStage, takeOver } from '@mosty/lifecycle';
import { businessDate } from '@mosty/kernel/time';
import { standingOf } from '../store/list-partners.ts';
import { changeClass } from './change-class.ts';
import { endAgreement } from './end-agreement.ts';
import { launchAgreement } from './launch-agreement.ts';
import { openAgreement } from './open-agreement.ts';
import { openAgreements } from './open-agreements.ts';

const today = businessDate('2026-03-02');
let world: World;
let names = 0;

beforeAll(async () => {
  // Who may begin a parting is the matter of another module.
  defineEvidence('owner_for_top', async () => ({ met: true, rows: [], missing: [] }));
  world = await testWorkspace(await testDatabase());
});
afterAll(() => world?.close());

/** Somebody we work with already: agreements are what is looked at here, not the gates. */
async function partner() {
  const made = await createPartner(world.system, { name: `Партнёр ${(names += 1)}` });
  await takeOver(world.system, {
    partnerId: made.id,
    path: 'standard',
    stage: 'working',
    reason: 'работаем давно',
  });
  return made;
}

describe('several agreements, each of one class and one kind (S1.34, S2.1)', () => {
  it('a creator may be an ally too; the same pair is not opened twice', async () => {
    const who = await partner();
    const rows = [
      { partnerId: who.id, class: 'partner_sales', kind: 'creator', startsOn: today },
      { partnerId: who.id, class: 'alliance', kind: 'ally', startsOn: today },
      { partnerId: who.id, class: 'partner_sales', kind: 'creator', startsOn: today },
    ] as const;
    expect((await openAgreements(world.system, rows)).map((row) => row.outcome)).toEqual([
      'opened',
      'opened',
      'unchanged',
    ]);
    expect((await openAgreements(world.system, rows)).map((row) => row.outcome)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    await expect(openAgreement(world.system, rows[0])).rejects.toMatchObject({
      code: 'agreements.already_open',
    });
  });

  it('one bad row of a list is refused, the others are opened', async () => {
    const who = await partner();
    const strange = world.ids.next('partner', world.clock.now());
    const result = await openAgreements(world.system, [
      { partnerId: strange, class: 'alliance', kind: 'ally', startsOn: today },
      { partnerId: who.id, class: 'partner_sales', kind: 'ally', startsOn: today },
      { partnerId: who.id, class: 'partner_sales', kind: 'reseller', startsOn: today },
    ]);
    expect(result.map((row) => (row.outcome === 'refused' ? row.code : row.outcome))).toEqual([
      'directory.partner_unknown',
      'agreements.kind_not_of_class',
      'opened',
    ]);
  });

  it('another manager’s partner is not theirs to sign (S0.8)', async () => {
    const own = await createPartner(world.contextOf('manager'), { name: 'Чей-то' });
    const stranger = await world.another('manager');
    await expect(
      openAgreement(stranger, { partnerId: own.id, class: 'alliance', kind: 'ally', startsOn: today }),
    ).rejects.toMatchObject({ code: 'directory.partner_of_another_manager' });
  });
});

describe('contact or partner (S2.19)', () => {
  const standing = (id: Id<'partner'>) =>
    look(world.system, (tx) => standingOf(tx, id)).then((found) => found?.standing);

  it('a contact becomes a partner by an accepted and launched agreement, and has left when all have ended', async () => {
    const who = await partner();
    expect(await standing(who.id)).toBe('contact');
    const { id } = await openAgreement(world.system, {
      partnerId: who.id,
      class: 'partner_sales',
      kind: 'agent',
      startsOn: today,
    });
    await expect(launchAgreement(world.system, { agreementId: id })).rejects.toMatchObject({
      code: 'agreements.not_accepted',
    });
    expect(await standing(who.id)).toBe('contact');
    const signed = await openAgreement(world.system, {
      partnerId: who.id,
      class: 'alliance',
      kind: 'ally',
      startsOn: today,
      signedOn: today,
    });
    expect(await standing(who.id)).toBe('contact');
    await launchAgreement(world.system, { agreementId: signed.id });
    expect(await standing(who.id)).toBe('partner');
    await moveStage(world.contextOf('head'), {
      partnerId: who.id,
      to: 'leaving',
      details: { reasonCode: 'goals_differ' },
    });
    await endAgreement(world.system, { agreementId: signed.id, reason: 'проект завершён' });
    await endAgreement(world.system, { agreementId: id, reason: 'не началось' });
    expect(await standing(who.id)).toBe('left');
  });

  it('the database itself holds: no launch without acceptance (S0.5)', async () => {
    const { id } = await openAgreement(world.system, {
      partnerId: (await partner()).id,
      class: 'alliance',
      kind: 'ally',
      startsOn: today,
    });
    await expect(
      transact(world.system, (tx) =>
        sql`UPDATE agreements.agreement SET launched_on = '2026-03-02' WHERE id = ${id}`.execute(tx.db),
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('a partner with an open agreement is not put away, and an archived one signs nothing', async () => {
    const who = await partner();
    const { id } = await openAgreement(world.system, {
      partnerId: who.id,
      class: 'alliance',
      kind: 'ally',
      startsOn: today,
    });
    await expect(archivePartner(world.system, { partnerId: who.id, reason: 'дубль' })).rejects.toMatchObject({
      code: 'directory.partner_has_open_agreement',
    });
    await endAgreement(world.system, { agreementId: id, reason: 'ошибка' });
    await archivePartner(world.system, { partnerId: who.id, reason: 'дубль' });
    await expect(
      openAgreement(world.system, { partnerId: who.id, class: 'alliance', kind: 'ally', startsOn: today }),
    ).rejects.toMatchObject({
      code: 'directory.partner_archived',
    });
  });
});

describe('a change of class (S2.5)', () => {
  it('takes a reason and the head, stands in the journal, and another class keeps its own rules', async () => {
    const who = await partner();
    const { id } = await openAgreement(world.system, {
      partnerId: who.id,
      class: 'alliance',
      kind: 'ally',
      startsOn: today,
    });
    const to = { agreementId: id, class: 'partner_sales', kind: 'agent', reason: 'пошли клиенты' } as const;
    await expect(changeClass(world.contextOf('manager'), to)).rejects.toMatchObject({
      kind: 'not_permitted',
    });
    expect((await changeClass(world.contextOf('head'), to)).class).toBe('partner_sales');
    const unproven = await createClient(world.system, { name: 'Без результата' });
    await expect(
      changeClass(world.contextOf('head'), {
        agreementId: id,
        class: 'referral',
        kind: 'client',
        clientId: unproven.id,
        reason: 'наш клиент',
      }),
    ).rejects.toMatchObject({ code: 'agreements.referral_is_proven_client' });
    const line = await look(world.system, (tx) =>
      sql<{ reason: string; change: { from: object; to: object } }>`
        SELECT reason, change FROM kernel.audit WHERE subject = ${who.id} AND verb = 'agreements.change_class'`.execute(
        tx.db,
      ),
    );
    expect(line.rows).toMatchObject([
      { reason: 'пошли клиенты', change: { from: { class: 'alliance' }, to: { class: 'partner_sales' } } },
    ]);
  });
});
