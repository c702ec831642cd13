import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import {
  confirmResult,
  createClient,
  createPartner,
  noteFirstPayments,
  resetFirstPayments,
} from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { takeOver } from '@mosty/lifecycle';
import { businessDate } from '@mosty/kernel/time';
import { openAgreement } from './open-agreement.ts';

const today = businessDate('2026-03-02');
let world: World;
let names = 0;

beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
});
afterAll(() => world?.close());

/** Somebody we work with already: agreements are what is looked at here, not the gates. */
async function partner(fields: { taxNumber?: string } = {}, of: World = world) {
  const made = await createPartner(of.system, { name: `Партнёр ${(names += 1)}`, ...fields });
  await takeOver(of.system, {
    partnerId: made.id,
    path: 'referral',
    stage: 'working',
    reason: 'работаем давно',
  });
  return made;
}

/** A client with as much client experience as told. */
async function client(
  proofs: {
    paidAt?: Date;
    result?: boolean;
    satisfied?: boolean;
    consents?: boolean;
    taxNumber?: string;
  } = {},
) {
  const { paidAt, result = true, satisfied = true, consents = true, taxNumber } = proofs;
  const made = await createClient(world.system, { name: `Клиент ${(names += 1)}`, taxNumber });
  if (paidAt)
    await transact(world.system, (tx) => noteFirstPayments(tx, [{ clientId: made.id, occurredAt: paidAt }]));
  if (paidAt && result)
    await confirmResult(world.system, { clientId: made.id, evidence: 'отзыв', satisfied, consents });
  return made;
}

const january = new Date('2026-01-15T09:00:00Z');
const referral = (partnerId: Id<'partner'>, clientId: Id<'client'>, startsOn = today) =>
  openAgreement(world.contextOf('head'), {
    partnerId,
    class: 'referral',
    kind: 'client',
    clientId,
    startsOn,
  });

/** Straight into the table, past every verb: the database is the last guard. */
const insertReferral = (tx: Tx, partnerId: string, clientId: string) =>
  sql`INSERT INTO agreements.agreement (workspace_id, id, partner_id, class, kind, client_id, starts_on, created_at)
      VALUES (${tx.workspaceId}::uuid, ${tx.id('agreement')}, ${partnerId}, 'referral', 'client', ${clientId}, '2026-03-02', now())`.execute(
    tx.db,
  );

describe('referral: our own client, full stop', () => {
  it('opens for a client who paid, got a result, is satisfied and agreed to tell (S2.6, S2.7)', async () => {
    const opened = await referral((await partner()).id, (await client({ paidAt: january })).id);
    expect(opened.id).toMatch(/^agr_/);
  });

  it.each([
    ['never paid', {}, ['payment', 'result', 'satisfaction', 'consent']],
    ['paid, no result yet', { paidAt: january, result: false }, ['result', 'satisfaction', 'consent']],
    ['not satisfied', { paidAt: january, satisfied: false }, ['satisfaction']],
    ['did not agree to tell', { paidAt: january, consents: false }, ['consent']],
  ])(
    'is refused when the client %s, by the verb and by the database (S2.7, S2.9, S2.10)',
    async (_why, proofs, missing) => {
      const [who, whom] = [await partner(), await client(proofs)];
      await expect(referral(who.id, whom.id)).rejects.toMatchObject({
        code: 'agreements.referral_is_proven_client',
        params: { missing },
      });
      await expect(transact(world.system, (tx) => insertReferral(tx, who.id, whom.id))).rejects.toMatchObject(
        { constraint: 'referral_is_proven_client' },
      );
    },
  );

  it('is refused when the client paid after the agreement began, by the company’s own calendar (S2.9)', async () => {
    // Half past one at night in Moscow on 2 March, though in London it is still the 1st.
    const late = await client({ paidAt: new Date('2026-03-01T22:30:00Z') });
    await expect(referral((await partner()).id, late.id, businessDate('2026-03-01'))).rejects.toMatchObject({
      code: 'agreements.referral_paid_later',
    });
    expect((await referral((await partner()).id, late.id, today)).id).toMatch(/^agr_/);
  });

  it('without a client, or a client in another class, is refused (S2.6)', async () => {
    const who = await partner();
    const whom = await client({ paidAt: january });
    const open = (row: object) =>
      openAgreement(world.system, {
        partnerId: who.id,
        class: 'referral',
        kind: 'client',
        startsOn: today,
        ...row,
      });
    await expect(open({})).rejects.toMatchObject({ code: 'agreements.referral_needs_client' });
    await expect(open({ class: 'alliance', kind: 'ally', clientId: whom.id })).rejects.toMatchObject({
      code: 'agreements.client_only_in_referral',
    });
    await expect(open({ kind: 'creator', clientId: whom.id })).rejects.toMatchObject({
      code: 'agreements.kind_not_of_class',
    });
  });

  it('one client is one referral partner', async () => {
    const whom = await client({ paidAt: january });
    await referral((await partner()).id, whom.id);
    const other = await partner();
    await expect(referral(other.id, whom.id)).rejects.toMatchObject({
      code: 'agreements.client_already_refers',
    });
    await expect(transact(world.system, (tx) => insertReferral(tx, other.id, whom.id))).rejects.toMatchObject(
      { constraint: 'agreement_by_referral_client' },
    );
  });
});

describe('referral partners cannot outnumber clients (S2.11)', () => {
  it('in a company that lost its paying clients nobody new refers, by the verb and by the database', async () => {
    const small = await testWorkspace(await testDatabase());
    try {
      const make = async (name: string) => {
        const whom = await createClient(small.system, { name });
        await transact(small.system, (tx) =>
          noteFirstPayments(tx, [{ clientId: whom.id, occurredAt: january }]),
        );
        await confirmResult(small.system, {
          clientId: whom.id,
          evidence: 'акт',
          satisfied: true,
          consents: true,
        });
        return { whom, who: await partner({}, small) };
      };
      const [first, second] = [await make('Первый'), await make('Второй')];
      const open = ({ who, whom }: typeof first) =>
        openAgreement(small.system, {
          partnerId: who.id,
          class: 'referral',
          kind: 'client',
          clientId: whom.id,
          startsOn: today,
        });
      await open(first);
      await transact(small.system, (tx) =>
        resetFirstPayments(tx, [{ clientId: first.whom.id, occurredAt: null }]),
      );
      await expect(open(second)).rejects.toMatchObject({
        code: 'agreements.referrals_within_clients',
        params: { used: 1, allowed: 1 },
      });
      await expect(
        transact(small.system, (tx) => insertReferral(tx, second.who.id, second.whom.id)),
      ).rejects.toMatchObject({ constraint: 'referrals_within_clients' });
    } finally {
      await small.close();
    }
  });
});

describe('partner sales: those who never were clients', () => {
  it('who paid as a client is refused without the head’s reason, and a manager may not give it (S2.14)', async () => {
    const taxNumber = '7700000001';
    await client({ paidAt: january, taxNumber });
    const who = await partner({ taxNumber });
    const row = { partnerId: who.id, class: 'partner_sales', kind: 'agent', startsOn: today } as const;
    await expect(openAgreement(world.contextOf('head'), row)).rejects.toMatchObject({
      code: 'agreements.partner_was_client',
    });
    const withReason = { ...row, classReason: 'приводит клиентов из своей сети, не по личному опыту' };
    await expect(openAgreement(world.contextOf('manager'), withReason)).rejects.toMatchObject({
      code: 'agreements.head_confirms_class',
    });
    expect((await openAgreement(world.contextOf('head'), withReason)).id).toMatch(/^agr_/);
  });
});
