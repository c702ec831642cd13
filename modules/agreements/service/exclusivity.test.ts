import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPartner } from '@mosty/directory';
import { look } from '@mosty/kernel/db';
import { businessDate } from '@mosty/kernel/time';
import { takeOver } from '@mosty/lifecycle';
import { testDatabase, testWorkspace, type World } from '@mosty/testkit';
import { expectationsFields, type Exclusivity, type Expectations } from '../contract/version.ts';
import { bodyHash } from '../domain/body.ts';
import { compareBodies } from '../domain/difference.ts';
import { shippedExpectations } from '../domain/shipped/expectations.ts';
import type { VersionRecord } from '../store/versions.ts';
import { acceptAgreement } from './accept-agreement.ts';
import { openAgreement } from './open-agreement.ts';
import { proposeVersion } from './propose-version.ts';

let world: World;

beforeAll(async () => {
  world = await testWorkspace(await testDatabase());
  await createPartner(world.system, { id: world.partnerId, name: 'Вектор' });
  const { partnerId } = world;
  await takeOver(world.system, { partnerId, path: 'alliance', stage: 'agreed', reason: 'работаем давно' });
});
afterAll(() => world?.close());

const plain: Expectations = {
  success: 'Пять оплат в квартал',
  whoAnswers: 'У нас Мария, у вас Анна',
  ifItBreaks: 'Созвон за день',
  howCounted: 'По оплаченным счетам',
  promises: [],
};
const only: Exclusivity = {
  bound: 'theirs',
  subject: 'внедрение в сетях Поволжья',
  inReturn: 'повышенная ставка и выделенный инженер',
  price: { amountMinor: 120_000_00, currency: 'RUB' },
  from: '2026-03-01',
  until: '2026-12-31',
  condition: 'не меньше трёх внедрений в квартал',
};

const propose = async (exclusivity: Exclusivity | null) => {
  const { id: agreementId } = await openAgreement(world.system, {
    partnerId: world.partnerId,
    class: 'alliance',
    kind: 'ally',
    number: exclusivity?.until ?? 'нет',
    startsOn: businessDate('2026-03-02'),
  });
  return proposeVersion(world.contextOf('manager'), { agreementId, body: { ...plain, exclusivity } });
};
const accept = (version: VersionRecord, side: 'ours' | 'theirs') =>
  acceptAgreement(world.contextOf(side === 'ours' ? 'manager' : 'partner_owner'), {
    agreementId: version.agreementId,
    version: version.version,
    bodyHash: version.bodyHash,
    side,
    person: 'Анна',
  });
const inForce = () =>
  look(world.system, async (tx) => {
    const { rows } = await sql<Record<string, unknown>>`
      SELECT bound, subject, in_return, price_minor::int AS price, currency, until_day::text AS until
      FROM agreements.v_exclusivity WHERE workspace_id = ${tx.workspaceId}::uuid`.execute(tx.db);
    return rows;
  });

it('is off unless somebody writes it down, and no sample offers it (S1.67)', async () => {
  expect((await propose(null)).exclusivity).toBeNull();
  for (const kind of ['agent', 'ally', 'ambassador'] as const)
    expect(shippedExpectations(kind, 'ru')).not.toHaveProperty('exclusivity');
});

it('is never for nothing and never without an end (S1.67)', async () => {
  const shape = expectationsFields.shape.exclusivity;
  expect(shape.safeParse(only).success).toBe(true);
  expect(shape.safeParse({ ...only, inReturn: ' ' }).success).toBe(false);
  expect(shape.safeParse({ ...only, until: undefined }).success).toBe(false);
  await expect(propose({ ...only, until: only.from })).rejects.toMatchObject({
    code: 'agreements.exclusivity_span',
  });
});

it('holds when both sides accepted it, with its price and its last day (S1.67)', async () => {
  const version = await propose(only);
  await accept(version, 'ours');
  expect(await inForce()).toEqual([]);
  await accept(version, 'theirs');
  expect(await inForce()).toEqual([
    {
      bound: 'theirs',
      subject: only.subject,
      in_return: only.inReturn,
      price: 120_000_00,
      currency: 'RUB',
      until: only.until,
    },
  ]);
});

it('is part of what is accepted: another price is another text; texts without it keep their fingerprint', () => {
  const hash = (exclusivity?: Exclusivity | null) => bodyHash('agr_1', 1, { ...plain, exclusivity });
  expect(hash(null)).toBe(hash());
  const dearer = { ...only, price: { amountMinor: 1, currency: 'RUB' } };
  expect(new Set([hash(), hash(only), hash(dearer)]).size).toBe(3);
  const { exclusivity } = compareBodies(1, plain, 2, { ...plain, exclusivity: only });
  expect(exclusivity).toEqual({ changed: true, before: null, after: only });
});
