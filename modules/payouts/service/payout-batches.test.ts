import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyRequisites } from '@mosty/directory';
import { holdAccruals } from '@mosty/incentives';
import { balancesOf } from '@mosty/ledger';
import { look } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { businessDate, month } from '@mosty/kernel/time';
import { findBatch, listBlocked } from '../store/batches.ts';
import { listPayouts } from '../store/payouts.ts';
import { readPolicy } from '../store/policy.ts';
import { approvePayoutBatch } from './approve-payout-batch.ts';
import { cancelPayoutBatch } from './cancel-payout-batch.ts';
import { closeMonth } from './close-month.ts';
import { failPayout } from './fail-payout.ts';
import { makePayoutBatch, previewPayoutBatch } from './make-payout-batch.ts';
import { markPaid } from './mark-paid.ts';
import { moneyOverview } from './money-overview.ts';
import { partnerMoney } from './partner-money.ts';
import { firm, type Firm } from './payouts.fixture.ts';
import { sendPayoutBatch } from './send-payout-batch.ts';
import { setPayoutPolicy } from './set-policy.ts';
import { showMonth } from './show-month.ts';
import { verifyMoney } from './verify-money.ts';

let the: Firm;
let vector: Id<'partner'>;

beforeAll(async () => {
  the = await firm();
  vector = await the.partner('Вектор');
  await the.requisites(vector);
});
afterAll(() => the?.close());

const SALE_AT = '2026-03-01T10:00:00Z';
const owed = async (partnerId: Id<'partner'>) => (await partnerMoney(the.finance, { partnerId })).standing[0];
const clearing = async () =>
  (await look(the.system, (tx) => balancesOf(tx, { kinds: ['payout_clearing'] }))).filter(
    (row) => row.amountMinor !== 0n,
  ).length;
const holds = async () => expect(await verifyMoney(the.finance)).toMatchObject({ holds: true });
const codesOf = async (batchId: Id<'payout_batch'>) => {
  const rows = await look(the.system, (tx) => listBlocked(tx, batchId, { limit: 100 }));
  return new Map(rows.map((row) => [row.partnerName, row.reasons.map((reason) => reason.code)]));
};

describe('a payout takes two people (money.md 11)', () => {
  test('from what is due to the bank: made, approved by another, sent, paid; clearing is back at zero', async () => {
    await the.sale('Вектор', 40_000_00n, SALE_AT);
    expect(await owed(vector)).toMatchObject({
      availableMinor: 4_000_00n,
      owedMinor: 4_000_00n,
      blockedBecause: [],
    });
    const made = await makePayoutBatch(the.finance, {});
    expect(made).toMatchObject({ payouts: 1, totalMinor: 4_000_00n, blocked: 0 });
    await expect(approvePayoutBatch(the.finance, made)).rejects.toMatchObject({
      code: 'identity.two_people',
    });
    await expect(sendPayoutBatch(the.finance, made)).rejects.toMatchObject({ code: 'payouts.batch_state' });
    expect(await approvePayoutBatch(the.owner, made)).toEqual({ state: 'approved' });
    // Approved money is still owed: it is on its way, not gone.
    expect(await owed(vector)).toMatchObject({
      availableMinor: 0n,
      inPaymentMinor: 4_000_00n,
      owedMinor: 4_000_00n,
    });
    await holds();
    await sendPayoutBatch(the.finance, made);
    await expect(cancelPayoutBatch(the.finance, { ...made, reason: 'Поздно' })).rejects.toMatchObject({
      code: 'payouts.batch_state',
    });
    expect(await markPaid(the.finance, made)).toEqual({ state: 'paid', paid: 1, paidMinor: 4_000_00n });
    expect(await owed(vector)).toMatchObject({ owedMinor: 0n, paidMinor: 4_000_00n });
    expect(await clearing()).toBe(0);
    await holds();
  });

  test('the database refuses a maker who approves, and a batch that is approved by nobody', async () => {
    await the.sale('Вектор', 10_000_00n, SALE_AT);
    const { batchId } = await makePayoutBatch(the.finance, {});
    const approve = (by: string) =>
      `UPDATE payouts.payout_batch SET approved_at = now(), approved_by = ${by} WHERE id = '${batchId}'`;
    await expect(the.asOwner(approve('made_by'))).rejects.toThrow(/payout_maker_is_not_approver/);
    await expect(
      the.asOwner(`UPDATE payouts.payout_batch SET state = 'approved' WHERE id = '${batchId}'`),
    ).rejects.toThrow(/payout_is_approved/);
    await expect(
      the.asOwner(`UPDATE payouts.payout_batch SET made_by = 'x' WHERE id = '${batchId}'`),
    ).rejects.toThrow(/append-only/);
    await expect(
      the.asOwner(
        `UPDATE payouts.payout SET amount_minor = amount_minor + 1, earned_minor = earned_minor + 1`,
      ),
    ).rejects.toThrow(/append-only/);
    await cancelPayoutBatch(the.finance, { batchId, reason: 'Проверка' });
    await holds();
  });

  test('above the company’s limit a third person is needed', async () => {
    const policy = await look(the.owner, readPolicy);
    await setPayoutPolicy(the.owner, { ...policy, secondApproverAboveMinor: 500_00n });
    const made = await makePayoutBatch(the.finance, {});
    expect(await approvePayoutBatch(the.owner, made)).toEqual({ state: 'draft' });
    expect(await clearing()).toBe(0);
    await expect(approvePayoutBatch(the.owner, made)).rejects.toMatchObject({ code: 'identity.two_people' });
    await expect(approvePayoutBatch(the.finance, made)).rejects.toMatchObject({
      code: 'identity.two_people',
    });
    await expect(markPaid(the.finance, made)).rejects.toMatchObject({ code: 'payouts.batch_state' });
    expect(await approvePayoutBatch(await the.world.another('owner'), made)).toEqual({ state: 'approved' });
    await setPayoutPolicy(the.owner, policy);
    await markPaid(the.finance, made);
    await holds();
  });

  test('of several who act at once exactly one succeeds, and money moves once', async () => {
    const approvers = await Promise.all([
      the.world.another('owner'),
      the.world.another('owner'),
      the.world.another('finance'),
    ]);
    for (let round = 0; round < 5; round += 1) {
      await the.sale('Вектор', 1_000_00n, SALE_AT);
      const makers = await Promise.allSettled([
        makePayoutBatch(the.finance, {}),
        makePayoutBatch(the.owner, {}),
      ]);
      const made = makers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(made).toHaveLength(1);
      const [batch] = made as [(typeof made)[0]];
      const approvals = await Promise.allSettled(approvers.map((ctx) => approvePayoutBatch(ctx, batch)));
      expect(approvals.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      const payments = await Promise.allSettled(approvers.map((ctx) => markPaid(ctx, batch)));
      expect(payments.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      expect(await clearing()).toBe(0);
    }
    expect((await owed(vector))?.owedMinor).toBe(0n);
    await holds();
  });
});

describe('what is gathered, and what is not', () => {
  test('everybody who is left out is listed with the reason', async () => {
    const names = ['Мало', 'Долг', 'Без реквизитов', 'Не проверен', 'Сменил счёт', 'Заморожен'];
    const ids = new Map<string, Id<'partner'>>();
    for (const name of names)
      ids.set(name, await the.partner(name, name === 'Мало' ? { minimumPayoutMinor: 500_00 } : {}));
    const of = (name: string) => ids.get(name) as Id<'partner'>;
    for (const name of ['Мало', 'Долг', 'Сменил счёт', 'Заморожен']) await the.requisites(of(name));
    const paid = await the.sale('Долг', 1_000_00n, SALE_AT);
    const first = await makePayoutBatch(the.finance, {});
    await approvePayoutBatch(the.owner, first);
    await markPaid(the.finance, first);
    await the.refund(paid, 400_00n, SALE_AT);
    await the.sale('Мало', 4_999_00n, SALE_AT);
    for (const name of names.slice(2)) await the.sale(name, 2_000_00n, SALE_AT);
    await the.requisites(of('Сменил счёт'), '40802810000000000003');
    await the.requisites(of('Не проверен'), undefined, false);
    const held = await holdAccruals(the.owner, {
      partnerId: of('Заморожен'),
      reason: 'Проверяем',
      until: businessDate('2026-04-01'),
    });
    expect(held.held).toBe(1);
    await expect(makePayoutBatch(the.finance, {})).rejects.toMatchObject({
      code: 'payouts.nothing_to_pay',
      params: { blocked: 6 },
    });
    await the.sale('Вектор', 1_000_00n, SALE_AT);
    const { batchId } = await makePayoutBatch(the.finance, {});
    expect(Object.fromEntries(await codesOf(batchId))).toEqual({
      Мало: ['below_minimum'],
      Долг: ['negative_balance'],
      'Без реквизитов': ['requisites_missing'],
      'Сменил счёт': ['requisites_frozen'],
      Заморожен: ['on_hold'],
      'Не проверен': ['requisites_unverified'],
    });
    // Told: how many were left out with money due, and to those who can mend it themselves.
    const told = await look(the.system, async (tx) => {
      const { rows } = await sql<{ type: string; body: Record<string, unknown> }>`
        SELECT type, body FROM kernel.event WHERE workspace_id = ${tx.workspaceId}::uuid AND type LIKE 'payout%.blocked'
          AND body ->> 'batchId' = ${batchId} ORDER BY seq`.execute(tx.db);
      return rows.map(({ type, body }) => [type, body['partnerId'] ?? body['count']]);
    });
    expect(told).toEqual([
      ['payout_batch.blocked', 4],
      ['payout.blocked', of('Без реквизитов')],
    ]);
    await cancelPayoutBatch(the.finance, { batchId, reason: 'Проверка' });
    expect(await owed(of('Долг'))).toMatchObject({
      clawbackMinor: 40_00n,
      owedMinor: -40_00n,
      blockedBecause: [{ code: 'negative_balance' }],
    });
    await holds();
  });

  test('what was taken back after a payout is set off by what is earned next', async () => {
    await the.sale('Долг', 1_000_00n, SALE_AT);
    const made = await makePayoutBatch(the.finance, { minimumMinor: 10_00n });
    const rows = await look(the.system, (tx) => listPayouts(tx, made.batchId, { limit: 10 }));
    expect(rows.find((row) => row.partnerName === 'Долг')).toMatchObject({
      earnedMinor: 100_00n,
      carriedMinor: 40_00n,
      amountMinor: 60_00n,
    });
    await approvePayoutBatch(the.owner, made);
    await holds();
    await markPaid(the.finance, made);
    await holds();
  });

  test('a failed or cancelled payout is due again, the set-off with it, and is paid by the next batch', async () => {
    const partner = await the.partner('Возврат из банка');
    await the.requisites(partner);
    const first = await the.sale('Возврат из банка', 1_000_00n, SALE_AT);
    const pay = async () => {
      const made = await makePayoutBatch(the.finance, {});
      await approvePayoutBatch(the.owner, made);
      return made;
    };
    await markPaid(the.finance, await pay());
    await the.refund(first, 300_00n, SALE_AT);
    await the.sale('Возврат из банка', 1_000_00n, SALE_AT);
    const made = await pay();
    const [payout] = await look(the.system, (tx) => listPayouts(tx, made.batchId, { limit: 10 }));
    expect(payout).toMatchObject({ amountMinor: 70_00n, carriedMinor: 30_00n });
    expect(
      await failPayout(the.finance, { payoutId: payout?.id as Id<'payout'>, reason: 'Счёт закрыт' }),
    ).toEqual({ state: 'cancelled' });
    expect(await owed(partner)).toMatchObject({
      availableMinor: 100_00n,
      clawbackMinor: 30_00n,
      inPaymentMinor: 0n,
      owedMinor: 70_00n,
    });
    await holds();
    await expect(
      failPayout(the.finance, { payoutId: payout?.id as Id<'payout'>, reason: 'Ещё раз' }),
    ).rejects.toMatchObject({ code: 'payouts.batch_state' });
    const second = await pay();
    await cancelPayoutBatch(the.finance, { ...second, reason: 'Передумали' });
    await holds();
    const third = await pay();
    expect(await markPaid(the.finance, third)).toMatchObject({ paidMinor: 70_00n });
    expect((await owed(partner))?.owedMinor).toBe(0n);
    await holds();
  });

  test('an account changed between making and approving stops the batch', async () => {
    await the.sale('Вектор', 1_000_00n, SALE_AT);
    const made = await makePayoutBatch(the.finance, {});
    await the.requisites(vector, '40802810000000000004');
    await expect(approvePayoutBatch(the.owner, made)).rejects.toMatchObject({
      code: 'payouts.requisites_changed',
    });
    await cancelPayoutBatch(the.finance, { ...made, reason: 'Сменился счёт' });
    expect((await owed(vector))?.blockedBecause).toMatchObject([{ code: 'requisites_frozen' }]);
    the.now('2026-03-05T06:00:01Z');
    expect((await owed(vector))?.blockedBecause).toEqual([]);
    await holds();
  });

  test('a preview makes nothing; through and pay day are held together', async () => {
    const preview = await previewPayoutBatch(the.finance, {});
    expect(preview.chosen.map((one) => one.partnerId)).toContain(vector);
    await expect(
      makePayoutBatch(the.finance, { through: '2026-04' as never, payOn: businessDate('2026-03-31') }),
    ).rejects.toMatchObject({
      code: 'payouts.through_after_pay_day',
    });
    expect((await previewPayoutBatch(the.finance, { through: '2026-02' as never })).chosen).toEqual([]);
    const overview = await moneyOverview(the.finance);
    expect(overview.totals[0]).toMatchObject({
      currency: 'RUB',
      availableMinor: expect.any(BigInt),
      partnersOwed: expect.any(Number),
    });
    expect(overview.nextPayoutOn).toBe('2026-03-10');
  });

  test('a rejection after the batch was made stops it, though the company asks for no requisites', async () => {
    const partner = await the.partner('Отклонён');
    const policy = await look(the.owner, readPolicy);
    await setPayoutPolicy(the.owner, { ...policy, requisites: 'not_asked' });
    const written = await the.requisites(partner, undefined, false);
    await the.sale('Отклонён', 1_000_00n, SALE_AT);
    const made = await makePayoutBatch(the.finance, {});
    await verifyRequisites(the.finance, {
      requisitesId: written,
      verdict: 'rejected',
      note: 'Счёт чужой',
    });
    await expect(approvePayoutBatch(the.owner, made)).rejects.toMatchObject({
      code: 'payouts.requisites_rejected',
      params: { partnerIds: [partner] },
    });
    await cancelPayoutBatch(the.finance, { ...made, reason: 'Счёт чужой' });
    expect((await owed(partner))?.blockedBecause).toMatchObject([{ code: 'requisites_rejected' }]);
    await setPayoutPolicy(the.owner, policy);
    await holds();
  });

  test('the day of the bank may be earlier than today, never later, and never before the approval', async () => {
    const made = await makePayoutBatch(the.finance, {});
    await approvePayoutBatch(the.owner, made);
    await expect(
      markPaid(the.finance, { ...made, paidOn: businessDate('2026-03-04') }),
    ).rejects.toMatchObject({ code: 'payouts.paid_too_early', params: { earliest: '2026-03-05' } });
    await expect(
      markPaid(the.finance, { ...made, paidOn: businessDate('2026-03-06') }),
    ).rejects.toMatchObject({ code: 'payouts.paid_in_future' });
    the.now('2026-03-06T06:00:00Z');
    await markPaid(the.finance, { ...made, paidOn: businessDate('2026-03-05') });
    const batch = await look(the.system, (tx) => findBatch(tx, made.batchId));
    expect(batch).toMatchObject({ state: 'paid', paidMinor: batch?.totalMinor });
    await expect(
      the.asOwner(`UPDATE payouts.payout SET state = 'failed' WHERE state = 'paid'`),
    ).rejects.toThrow(/append-only/);
    await holds();
  });

  test('a batch approved after its month was closed moves money in the open month, and none is dated back', async () => {
    await the.sale('Вектор', 1_000_00n, '2026-03-05T05:00:00Z');
    const made = await makePayoutBatch(the.finance, {});
    the.now('2026-04-02T06:00:00Z');
    await closeMonth(the.finance, { month: month('2026-03') });
    await expect(makePayoutBatch(the.finance, { payOn: businessDate('2026-03-31') })).rejects.toMatchObject({
      code: 'payouts.pay_day_closed',
    });
    await approvePayoutBatch(the.owner, made);
    await markPaid(the.finance, made);
    const april = await showMonth(the.finance, { month: month('2026-04') });
    expect(april.totals.find((total) => total.partnerId === vector)?.paidMinor).toBe(made.totalMinor);
    await holds();
  });
});
