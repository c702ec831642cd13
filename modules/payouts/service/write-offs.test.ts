import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@mosty/kernel/id';
import { month } from '@mosty/kernel/time';
import { approvePayoutBatch } from './approve-payout-batch.ts';
import { closeMonth } from './close-month.ts';
import { decideWriteOff } from './decide-write-off.ts';
import { makePayoutBatch } from './make-payout-batch.ts';
import { markPaid } from './mark-paid.ts';
import { partnerMoney } from './partner-money.ts';
import { firm, type Firm } from './payouts.fixture.ts';
import { proposeWriteOff } from './propose-write-off.ts';
import { showMonth } from './show-month.ts';
import { verifyMoney } from './verify-money.ts';

let the: Firm;
let partnerId: Id<'partner'>;

beforeAll(async () => {
  the = await firm();
  partnerId = await the.partner('Должник');
  await the.requisites(partnerId);
});
afterAll(() => the?.close());

const AT = '2026-03-01T10:00:00Z';
const standing = async () => (await partnerMoney(the.finance, { partnerId })).standing[0];
const propose = () => proposeWriteOff(the.finance, { partnerId, reason: 'Партнёр закрылся' });

describe('a debt is written off by two people (money.md 6)', () => {
  test('only a debt, proposed once, decided by another; the loss is ours and the partner starts at zero', async () => {
    await expect(propose()).rejects.toMatchObject({ code: 'payouts.no_debt' });
    const sale = await the.sale('Должник', 1_000_00n, AT);
    const made = await makePayoutBatch(the.finance, {});
    await approvePayoutBatch(the.owner, made);
    await markPaid(the.finance, made);
    await the.refund(sale, 1_000_00n, AT);
    await the.sale('Должник', 200_00n, AT);
    expect(await standing()).toMatchObject({
      availableMinor: 20_00n,
      clawbackMinor: 100_00n,
      owedMinor: -80_00n,
    });
    const proposed = await propose();
    expect(proposed.amountMinor).toBe(80_00n);
    await expect(propose()).rejects.toMatchObject({ code: 'payouts.write_off_proposed' });
    await expect(decideWriteOff(the.finance, { ...proposed, decision: 'approved' })).rejects.toMatchObject({
      code: 'identity.two_people',
    });
    const forge = `UPDATE payouts.write_off SET state = 'approved', decided_at = now(), decided_by = proposed_by`;
    await expect(the.asOwner(forge)).rejects.toThrow(/write_off_two_people/);
    const decisions = await Promise.allSettled(
      [1, 2, 3].map(() => decideWriteOff(the.owner, { ...proposed, decision: 'approved' })),
    );
    expect(decisions.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await standing()).toMatchObject({ availableMinor: 0n, clawbackMinor: 0n, owedMinor: 0n });
    expect(await verifyMoney(the.finance)).toMatchObject({ holds: true });
  });

  test('what moved since it was proposed is not written off, and the month shows what was', async () => {
    const sale = await the.sale('Должник', 500_00n, AT);
    const made = await makePayoutBatch(the.finance, {});
    await approvePayoutBatch(the.owner, made);
    await markPaid(the.finance, made);
    await the.refund(sale, 500_00n, AT);
    const proposed = await propose();
    await the.sale('Должник', 100_00n, AT);
    await expect(decideWriteOff(the.owner, { ...proposed, decision: 'approved' })).rejects.toMatchObject({
      code: 'payouts.debt_moved',
    });
    expect(await decideWriteOff(the.owner, { ...proposed, decision: 'declined' })).toEqual({
      state: 'declined',
    });
    await expect(decideWriteOff(the.owner, { ...proposed, decision: 'approved' })).rejects.toMatchObject({
      code: 'payouts.write_off_decided',
    });
    the.now('2026-04-02T06:00:00Z');
    await closeMonth(the.finance, { month: month('2026-03') });
    const [march] = (await showMonth(the.finance, { month: month('2026-03') })).totals;
    expect(march).toMatchObject({
      accruedMinor: 180_00n,
      clawedBackMinor: -150_00n,
      writtenOffMinor: 80_00n,
      paidMinor: 150_00n,
      closingMinor: -40_00n,
    });
    expect(await verifyMoney(the.finance)).toMatchObject({ holds: true, closes: 1 });
  });
});
