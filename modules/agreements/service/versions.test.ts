import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { createPartner } from '@mosty/directory';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { takeOver } from '@mosty/lifecycle';
import { businessDate } from '@mosty/kernel/time';
import type { Expectations } from '../contract/version.ts';
import { promisesOf } from '../store/promises.ts';
import { findAgreement } from '../store/agreements.ts';
import type { VersionRecord } from '../store/versions.ts';
import { acceptAgreement } from './accept-agreement.ts';
import { agreementsAt } from './agreements-at.ts';
import { endAgreement } from './end-agreement.ts';
import { openAgreement } from './open-agreement.ts';
import { addPromise, settlePromise } from './promises.ts';
import { proposeVersion } from './propose-version.ts';

const today = businessDate('2026-03-02');
let world: World;

beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
  await createPartner(world.system, { id: world.partnerId, name: 'Вектор' });
  const { partnerId } = world;
  await takeOver(world.system, { partnerId, path: 'alliance', stage: 'agreed', reason: 'работаем давно' });
});
afterAll(() => world?.close());

const body = (promises: Expectations['promises'] = []): Expectations => ({
  success: 'Пять оплат в квартал',
  whoAnswers: 'У нас Мария, у вас Анна',
  ifItBreaks: 'Созвон за день, решение за три',
  howCounted: 'По оплаченным счетам',
  promises,
});
const train = { side: 'ours', words: 'обучим двух людей', dueOn: '2026-04-01' } as const;
const bring = { side: 'theirs', words: 'познакомим с пятью клиентами', dueOn: null } as const;

let kinds = 0;
async function draft(partnerId: Id<'partner'> = world.partnerId) {
  const { id } = await openAgreement(world.system, {
    partnerId,
    class: 'alliance',
    kind: 'ally',
    startsOn: today,
    number: `№ ${(kinds += 1)}`,
  });
  return id;
}
const accept = (
  version: VersionRecord,
  side: 'ours' | 'theirs',
  more: { bodyHash?: string; evidence?: string } = {},
) =>
  acceptAgreement(world.contextOf(side === 'ours' ? 'manager' : 'partner_owner'), {
    agreementId: version.agreementId,
    version: version.version,
    bodyHash: version.bodyHash,
    side,
    person: 'Анна',
    ...more,
  });
const outcomesOf = (agreementId: Id<'agreement'>) =>
  look(world.system, (tx) => promisesOf(tx, [agreementId])).then((all) =>
    all.map(({ words, outcome }) => [words, outcome]),
  );

describe('mutual expectations (S0.60)', () => {
  it('hold when both sides have accepted the same text, and not before (S0.51)', async () => {
    const agreementId = await draft();
    const version = await proposeVersion(world.contextOf('manager'), { agreementId, body: body([train]) });
    expect((await accept(version, 'ours')).accepted).toBe(false);
    expect((await look(world.system, (tx) => findAgreement(tx, agreementId)))?.acceptedAt).toBeNull();
    expect(await outcomesOf(agreementId)).toEqual([]);
    expect((await accept(version, 'theirs')).accepted).toBe(true);
    expect(await look(world.system, (tx) => findAgreement(tx, agreementId))).toMatchObject({
      currentVersion: 1,
    });
    expect(await outcomesOf(agreementId)).toEqual([[train.words, null]]);
    const [fact] = (await look(world.system, (tx) => agreementsAt(tx, [world.partnerId]))).filter(
      (one) => one.id === agreementId,
    );
    expect(fact).toMatchObject({ accepted: true, launchedOn: null });
  });

  it('what was signed on paper is the first version: it holds, and its promises have begun', async () => {
    const { id } = await openAgreement(world.system, {
      partnerId: world.partnerId,
      class: 'partner_sales',
      kind: 'agent',
      startsOn: today,
      signedOn: today,
      expectations: body([train]),
    });
    expect(await look(world.system, (tx) => findAgreement(tx, id))).toMatchObject({
      currentVersion: 1,
      signedOn: today,
    });
    expect(await outcomesOf(id)).toEqual([[train.words, null]]);
  });

  it('nobody accepts what they have not seen, twice, for the other side, or when a newer version is there', async () => {
    const agreementId = await draft();
    const first = await proposeVersion(world.system, { agreementId, body: body() });
    await expect(accept(first, 'ours', { bodyHash: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'agreements.body_changed',
    });
    await accept(first, 'ours');
    await expect(accept(first, 'ours')).rejects.toMatchObject({ code: 'agreements.already_accepted' });
    const asPartner = { agreementId, version: 1, bodyHash: first.bodyHash, person: 'Анна' };
    await expect(
      acceptAgreement(world.contextOf('partner_owner'), { ...asPartner, side: 'ours' }),
    ).rejects.toMatchObject({ code: 'agreements.not_own_side' });
    await proposeVersion(world.system, { agreementId, body: body([bring]) });
    await expect(accept(first, 'theirs')).rejects.toMatchObject({ code: 'agreements.version_superseded' });
  });

  it('our people write down the partner’s acceptance only with what it is known from', async () => {
    const agreementId = await draft();
    const version = await proposeVersion(world.system, { agreementId, body: body() });
    const theirs = {
      agreementId,
      version: 1,
      bodyHash: version.bodyHash,
      side: 'theirs',
      person: 'Анна',
    } as const;
    await expect(acceptAgreement(world.contextOf('manager'), theirs)).rejects.toMatchObject({
      code: 'agreements.evidence_needed',
    });
    await acceptAgreement(world.contextOf('manager'), { ...theirs, evidence: 'письмо от 2 марта' });
  });

  it('the same text again is no new version', async () => {
    const agreementId = await draft();
    await proposeVersion(world.system, { agreementId, body: body([train]) });
    await expect(proposeVersion(world.system, { agreementId, body: body([train]) })).rejects.toMatchObject({
      code: 'agreements.nothing_changed',
    });
  });

  it('what was written is never rewritten, and an acceptance names an existing text, in the database itself', async () => {
    const agreementId = await draft();
    const version = await proposeVersion(world.system, { agreementId, body: body() });
    await accept(version, 'ours');
    for (const table of ['agreement_version', 'acceptance']) {
      await expect(
        transact(world.system, (tx) => sql`DELETE FROM ${sql.table(`agreements.${table}`)}`.execute(tx.db)),
      ).rejects.toThrow();
    }
    await expect(
      transact(world.system, (tx) =>
        sql`INSERT INTO agreements.acceptance (workspace_id, version_id, partner_id, side, person, by_actor, body_hash, accepted_at)
            VALUES (${tx.workspaceId}::uuid, ${version.id}, ${world.partnerId}, 'theirs', 'Анна', 'x', ${'0'.repeat(64)}, now())`.execute(
          tx.db,
        ),
      ),
    ).rejects.toMatchObject({ code: '23503' });
  });
});

describe('promises (S0.11)', () => {
  it('follow the accepted version: repeated ones stay as they were, new ones begin, dropped ones are withdrawn', async () => {
    const agreementId = await draft();
    const agree = async (promises: Expectations['promises']) => {
      const version = await proposeVersion(world.system, { agreementId, body: body(promises) });
      await accept(version, 'ours');
      await accept(version, 'theirs');
    };
    await agree([train, bring]);
    const [kept] = await look(world.system, (tx) => promisesOf(tx, [agreementId]));
    await settlePromise(world.contextOf('manager'), {
      promiseId: kept?.id as Id<'promise'>,
      outcome: 'kept',
    });
    const own = await addPromise(world.contextOf('manager'), {
      agreementId,
      side: 'ours',
      words: 'пришлём шаблон',
    });
    const call = { side: 'ours', words: 'созвон по вторникам', dueOn: null } as const;
    await agree([call]);
    expect(new Map((await outcomesOf(agreementId)) as [string, string | null][])).toEqual(
      new Map<string, string | null>([
        [train.words, 'kept'],
        [bring.words, 'withdrawn'],
        [own.words, null],
        [call.words, null],
      ]),
    );
  });

  it('an outcome is said once, and a bad one says why', async () => {
    const agreementId = await draft();
    const promise = await addPromise(world.system, {
      agreementId,
      side: 'theirs',
      words: 'расскажем в рассылке',
      dueOn: '2026-03-01',
    });
    const settle = (outcome: 'kept' | 'missed', note?: string) =>
      settlePromise(world.system, { promiseId: promise.id, outcome, note });
    await expect(settle('missed')).rejects.toMatchObject({ code: 'agreements.outcome_needs_note' });
    expect((await settle('missed', 'рассылку перенесли')).outcome).toBe('missed');
    await expect(settle('kept')).rejects.toMatchObject({ code: 'agreements.promise_settled' });
  });

  it('an agreement does not end while one is open (S0.66)', async () => {
    const agreementId = await draft();
    const promise = await addPromise(world.system, { agreementId, side: 'ours', words: 'отчёт' });
    await expect(endAgreement(world.system, { agreementId, reason: 'расходимся' })).rejects.toMatchObject({
      code: 'agreements.promises_open',
      params: { count: 1 },
    });
    await settlePromise(world.system, { promiseId: promise.id, outcome: 'kept' });
    expect((await endAgreement(world.system, { agreementId, reason: 'расходимся' })).endReason).toBe(
      'расходимся',
    );
    await expect(addPromise(world.system, { agreementId, side: 'ours', words: 'ещё' })).rejects.toMatchObject(
      { code: 'agreements.agreement_ended' },
    );
  });
});

describe('people of a partner', () => {
  it('see the agreements, versions and promises of their own partner only', async () => {
    const other = await createPartner(world.system, { name: 'Другой' });
    const taken = { path: 'alliance', stage: 'agreed', reason: 'работаем давно' } as const;
    await takeOver(world.system, { partnerId: other.id, ...taken });
    const agreementId = await draft(other.id);
    await proposeVersion(world.system, { agreementId, body: body([train]) });
    await addPromise(world.system, { agreementId, side: 'ours', words: 'тайна' });
    const seen = await look(world.contextOf('partner_owner'), async (tx) => {
      const partners = (table: string) =>
        sql<{ id: string }>`SELECT DISTINCT partner_id AS id FROM ${sql.table(`agreements.${table}`)}`
          .execute(tx.db)
          .then(({ rows }) => rows);
      return [
        await partners('agreement'),
        await partners('agreement_version'),
        await partners('promise'),
        await partners('acceptance'),
      ];
    });
    expect(seen).toEqual(Array.from({ length: 4 }, () => [{ id: world.partnerId }]));
  });
});
