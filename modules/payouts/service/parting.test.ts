import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endAgreement, openAgreement } from '@mosty/agreements';
import { agreementsRoutes } from '@mosty/agreements/http';
import { listAgreements } from '@mosty/agreements/contract';
import { archivePartner } from '@mosty/directory';
import { approveMatured, holdAccruals, releaseHold } from '@mosty/incentives';
import { look } from '@mosty/kernel/db';
import { businessDate, month } from '@mosty/kernel/time';
import type { Id } from '@mosty/kernel/id';
import {
  approvePayoutBatch,
  closeMonth,
  decideWriteOff,
  makePayoutBatch,
  markPaid,
  objectToStatement,
  proposeWriteOff,
  resolveObjection,
  sendStatements,
} from '../index.ts';
import { firm, type Firm } from './payouts.fixture.ts';
import { listStatements } from '../store/statements.ts';

let the: Firm;
beforeAll(async () => {
  the = await firm();
});
afterAll(() => the?.close());

const AT = '2026-03-01T10:00:00Z';

interface Shown {
  readonly items: readonly { id: Id<'agreement'>; endedAt: unknown; can: Record<string, unknown> }[];
}

/** As the card of the partner is asked for over HTTP. */
async function agreementsOf(partnerId: Id<'partner'>): Promise<Shown['items']> {
  const route = agreementsRoutes.find((served) => served.operation.id === listAgreements.id);
  const shown = await route?.handle(the.world.contextOf('head'), {
    params: { partnerId },
    query: {},
    body: undefined,
    remoteAddress: '127.0.0.1',
    origin: 'http://localhost',
    headers: {},
  });
  return listAgreements.answer.parse(shown).items as Shown['items'];
}

/** The last agreement ends inside a parting only; how one begins is the matter of another module. */
const leaves = (partnerId: Id<'partner'>) =>
  the.asOwner(`UPDATE lifecycle.standing SET stage = 'leaving' WHERE partner_id = '${partnerId}'`);

/** What stands in the way: told beforehand on the card and refused by the verb, the same. */
async function standsInTheWay(partnerId: Id<'partner'>): Promise<{ code: string; params: unknown }> {
  const [agreement] = await agreementsOf(partnerId);
  if (!agreement) throw new Error('no agreement');
  const told = agreement.can['end'] as { because: string; params?: unknown };
  const refusal: unknown = await end(agreement.id).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(refusal).toMatchObject({ kind: 'not_now', code: told.because, params: told.params ?? {} });
  return { code: told.because, params: told.params };
}

const end = (agreementId: Id<'agreement'>) =>
  endAgreement(the.world.contextOf('head'), { agreementId, reason: 'дальше не по пути' });

async function payOut(): Promise<void> {
  const made = await makePayoutBatch(the.finance, {});
  await approvePayoutBatch(the.owner, made);
  await markPaid(the.finance, made);
}

describe('an agreement does not end, and a partner does not leave, with something open (S0.66)', () => {
  test('accruals in validation, on hold, unpaid, in a payout; then it ends and the partner is put away', async () => {
    const partnerId = await the.partner('Прощальный', { holdDays: 10 });
    await the.requisites(partnerId);
    await the.sale('Прощальный', 1_000_00n, AT);
    await leaves(partnerId);
    expect(await standsInTheWay(partnerId)).toEqual({
      code: 'incentives.accruals_pending',
      params: { count: 1 },
    });
    const { holdIds } = await holdAccruals(the.finance, {
      partnerId,
      reason: 'проверяем',
      until: businessDate('2026-03-20'),
    });
    expect(await standsInTheWay(partnerId)).toMatchObject({ code: 'incentives.accruals_on_hold' });
    for (const holdId of holdIds) await releaseHold(the.finance, { holdId, reason: 'чисто' });
    the.now('2026-03-12T10:00:00Z');
    await approveMatured(the.finance, { upTo: businessDate('2026-03-12') });
    expect(await standsInTheWay(partnerId)).toMatchObject({ code: 'incentives.accruals_unpaid' });
    const made = await makePayoutBatch(the.finance, {});
    expect(await standsInTheWay(partnerId)).toMatchObject({ code: 'incentives.accruals_unpaid' });
    await approvePayoutBatch(the.owner, made);
    await markPaid(the.finance, made);
    const [agreement] = await agreementsOf(partnerId);
    if (!agreement) throw new Error('no agreement');
    expect(agreement.can['end']).toBe(true);
    expect((await end(agreement.id)).endedAt).not.toBeNull();
    const put = await archivePartner(the.world.contextOf('head'), { partnerId, reason: 'ушёл' });
    expect(put.archivedAt).not.toBeNull();
  });

  test('a debt that is carried, until it is written off; the same debt keeps a partner from the archive', async () => {
    const partnerId = await the.partner('Задолжавший');
    await the.requisites(partnerId);
    const sale = await the.sale('Задолжавший', 1_000_00n, AT);
    await payOut();
    await the.refund(sale, 1_000_00n, AT);
    await leaves(partnerId);
    expect(await standsInTheWay(partnerId)).toMatchObject({ code: 'incentives.accruals_unpaid' });
    const proposed = await proposeWriteOff(the.finance, { partnerId, reason: 'закрылся' });
    await decideWriteOff(the.owner, { ...proposed, decision: 'approved' });
    const [agreement] = await agreementsOf(partnerId);
    if (!agreement) throw new Error('no agreement');
    await end(agreement.id);
  });

  test('a refund after the end: the partner that left is not put away before its debt is settled', async () => {
    const partnerId = await the.partner('Ушедший');
    await the.requisites(partnerId);
    const sale = await the.sale('Ушедший', 1_000_00n, AT);
    await payOut();
    await leaves(partnerId);
    const [agreement] = await agreementsOf(partnerId);
    if (!agreement) throw new Error('no agreement');
    await end(agreement.id);
    await the.refund(sale, 1_000_00n, AT);
    await expect(archivePartner(the.owner, { partnerId, reason: 'ушёл' })).rejects.toMatchObject({
      kind: 'not_now',
      code: 'incentives.accruals_unpaid',
    });
  });

  test('one of two agreements ends by what it made itself; the money of the other does not stop it', async () => {
    const partnerId = await the.partner('Двойной');
    await the.sale('Двойной', 1_000_00n, AT);
    const second = await openAgreement(the.system, {
      partnerId,
      class: 'alliance',
      kind: 'ally',
      startsOn: businessDate('2026-01-01'),
    });
    expect((await end(second.id)).endedAt).not.toBeNull();
    await leaves(partnerId);
    expect(await standsInTheWay(partnerId)).toMatchObject({ code: 'incentives.accruals_unpaid' });
  });

  test('a dispute over a statement, until it is answered', async () => {
    const partnerId = await the.partner('Спорщик');
    await the.requisites(partnerId);
    await the.sale('Спорщик', 1_000_00n, AT);
    the.now('2026-04-02T06:00:00Z');
    await closeMonth(the.finance, { month: month('2026-03') });
    await sendStatements(the.finance, { month: month('2026-03') });
    await payOut();
    const theirs = await the.world.contextOfPartner(partnerId);
    const statementId = await statementOf(partnerId);
    await leaves(partnerId);
    await objectToStatement(theirs, { statementId, words: 'не хватает одной продажи' });
    expect(await standsInTheWay(partnerId)).toEqual({
      code: 'payouts.objection_open',
      params: { months: '2026-03' },
    });
    await resolveObjection(the.owner, { statementId, words: 'сверили: продажа не его' });
    const [agreement] = await agreementsOf(partnerId);
    expect(agreement?.can['end']).toBe(true);
  });
});

async function statementOf(partnerId: Id<'partner'>): Promise<Id<'statement'>> {
  const [statement] = await look(the.finance, (tx) => listStatements(tx, { partnerId, limit: 1 }));
  if (!statement) throw new Error('no statement');
  return statement.id;
}
