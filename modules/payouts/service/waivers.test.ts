import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '@mosty/kernel/id';
import { look, transact } from '@mosty/kernel/db';
import { Refusal } from '@mosty/kernel/refusal';
import { month } from '@mosty/kernel/time';
import { forgetPeople } from '@mosty/directory';
import { askOf } from '@mosty/testkit';
import { listWaivers, readOwnWaivers, readWaivable } from '../contract/waiver.ts';
import { waiverRoutes } from '../http/waivers.ts';
import {
  approvePayoutBatch,
  closeMonth,
  decideWaiver,
  giveWaiver,
  makePayoutBatch,
  markPaid,
  noteWaiver,
  partnerMoney,
  verifyMoney,
} from '../index.ts';
import { firm, type Firm } from './payouts.fixture.ts';
import { showMonth } from './show-month.ts';

let the: Firm;
beforeAll(async () => {
  the = await firm();
});
afterAll(() => the?.close());

const AT = '2026-03-01T10:00:00Z';
const RUB = 'RUB';
const ask = askOf(waiverRoutes);
const standing = async (partnerId: Id<'partner'>) =>
  (await partnerMoney(the.finance, { partnerId })).standing[0];
const leaves = (partnerId: Id<'partner'>) =>
  the.asOwner(`UPDATE lifecycle.standing SET stage = 'leaving' WHERE partner_id = '${partnerId}'`);
const accrualsOf = (partnerId: Id<'partner'>) =>
  look(the.finance, async (tx) => {
    const { rows } = await sql<{ state: string; amountMinor: bigint; isAfter: boolean }>`
      SELECT state, amount_minor AS "amountMinor", payout_id IS NULL AS "isAfter" FROM incentives.v_accrual
      WHERE workspace_id = ${tx.workspaceId}::uuid AND partner_id = ${partnerId} ORDER BY amount_minor DESC, id`.execute(
      tx.db,
    );
    return rows;
  });
/** What refunds took from what had been given up: it lessens what was written off, and nothing of the partner's. */
const takenAfter = async (partnerId: Id<'partner'>) =>
  (await accrualsOf(partnerId))
    .filter(({ state, isAfter }) => state === 'waived' && isAfter)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
const toldOf = (type: string) =>
  look(the.finance, async (tx) => {
    const { rows } =
      await sql`SELECT 1 FROM kernel.event WHERE workspace_id = ${tx.workspaceId}::uuid AND type = ${type}`.execute(
        tx.db,
      );
    return rows.length;
  });
async function payOut(): Promise<void> {
  const made = await makePayoutBatch(the.finance, {});
  await approvePayoutBatch(the.owner, made);
  await markPaid(the.finance, made);
}

describe('a partner that leaves gives up what we owe it (S0.66)', () => {
  test('by its own word in the portal: once, the very sum it saw, and only at a parting', async () => {
    const partnerId = await the.partner('Отказник');
    await the.sale('Отказник', 1_000_00n, AT);
    const theirs = await the.world.contextOfPartner(partnerId);
    const give = (amountMinor: bigint) => giveWaiver(theirs, { currency: RUB, amountMinor });
    await expect(give(100_00n)).rejects.toMatchObject({ code: 'payouts.not_parting' });
    await leaves(partnerId);
    expect(await ask(readOwnWaivers, theirs)).toMatchObject({
      open: [{ currency: RUB, amountMinor: 100_00 }],
      given: [],
      can: { give: true },
    });
    await expect(give(50_00n)).rejects.toMatchObject({ code: 'payouts.owed_moved' });
    await expect(giveWaiver(the.owner, { currency: RUB, amountMinor: 100_00n })).rejects.toMatchObject({
      kind: 'not_permitted',
    });
    const tries = await Promise.allSettled([give(100_00n), give(100_00n), give(100_00n)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await standing(partnerId)).toMatchObject({ availableMinor: 0n, owedMinor: 0n, paidMinor: 0n });
    await expect(give(100_00n)).rejects.toMatchObject({ code: 'payouts.nothing_to_waive' });
    expect(await ask(readOwnWaivers, theirs)).toMatchObject({
      open: [],
      given: [{ currency: RUB, amountMinor: 100_00 }],
    });
    expect(await verifyMoney(the.finance)).toMatchObject({ holds: true });
  });

  test('what was given up was never paid: a refund of it afterwards is nobody’s debt, and nobody is told of a payment', async () => {
    const partnerId = await the.partner('Возврат после');
    const sale = await the.sale('Возврат после', 1_000_00n, AT);
    await leaves(partnerId);
    const paidTold = await toldOf('accrual.paid');
    await giveWaiver(await the.world.contextOfPartner(partnerId), { currency: RUB, amountMinor: 100_00n });
    expect(await toldOf('accrual.paid')).toBe(paidTold);
    await the.refund(sale, 400_00n, AT);
    expect(await standing(partnerId)).toMatchObject({ owedMinor: 0n, clawbackMinor: 0n, paidMinor: 0n });
    await the.refund(sale, 600_00n, AT);
    expect(await standing(partnerId)).toMatchObject({ owedMinor: 0n, clawbackMinor: 0n, paidMinor: 0n });
    expect((await accrualsOf(partnerId)).map(({ state, amountMinor }) => [state, amountMinor])).toEqual([
      ['waived', 100_00n],
      ['waived', -40_00n],
      ['waived', -60_00n],
    ]);
    expect(await verifyMoney(the.finance)).toMatchObject({ holds: true });
  });

  test('where the word is seen stays out of the books and is forgotten with the partner’s people; the sum stays', async () => {
    const partnerId = await the.partner('Забытый');
    await the.sale('Забытый', 1_000_00n, AT);
    await leaves(partnerId);
    const noted = await noteWaiver(the.finance, { partnerId, proof: 'Звонок Анне Петровой' });
    await decideWaiver(the.owner, { ...noted, decision: 'accepted' });
    const reasons = await look(the.finance, async (tx) => {
      const { rows } = await sql<{ reason: string | null }>`
        SELECT reason FROM ledger.transaction
        WHERE workspace_id = ${tx.workspaceId}::uuid AND source_kind = 'waiver' AND source_id = ${noted.waiverId}`.execute(
        tx.db,
      );
      return rows;
    });
    expect(reasons).toEqual([{ reason: null }]);
    await transact(the.system, (tx) => forgetPeople(tx, partnerId, 'Срок вышел'));
    const { items } = await ask(listWaivers, the.finance, { query: { partnerId } });
    expect(items).toMatchObject([{ state: 'accepted', proof: 'имя удалено', amountMinor: 100_00 }]);
    await expect(
      the.asOwner(`UPDATE payouts.waiver SET state = 'declined' WHERE partner_id = '${partnerId}'`),
    ).rejects.toThrow(/append-only/);
  });

  test('told otherwise: one writes down where it is seen, another confirms; what moved meanwhile is not given up', async () => {
    const partnerId = await the.partner('По письму');
    const first = await the.sale('По письму', 1_000_00n, AT);
    await leaves(partnerId);
    const note = () => noteWaiver(the.finance, { partnerId, proof: 'Письмо от 2 марта' });
    const noted = await note();
    expect(noted.amountMinor).toBe(100_00n);
    await expect(note()).rejects.toMatchObject({ code: 'payouts.waiver_proposed' });
    expect(await standing(partnerId)).toMatchObject({ owedMinor: 100_00n });
    await expect(decideWaiver(the.finance, { ...noted, decision: 'accepted' })).rejects.toMatchObject({
      code: 'identity.two_people',
    });
    const forge = `UPDATE payouts.waiver SET state = 'accepted', decided_at = now(), decided_by = said_by WHERE state = 'proposed'`;
    await expect(the.asOwner(forge)).rejects.toThrow(/waiver_two_people/);
    const rewrite = `UPDATE payouts.waiver SET amount_minor = 1, earned_minor = 1`;
    await expect(the.asOwner(rewrite)).rejects.toThrow(/append-only/);
    await the.refund(first, 500_00n, AT);
    await expect(decideWaiver(the.owner, { ...noted, decision: 'accepted' })).rejects.toMatchObject({
      code: 'payouts.owed_moved',
    });
    await decideWaiver(the.owner, { ...noted, decision: 'declined' });
    const again = await note();
    expect(again.amountMinor).toBe(50_00n);
    expect(await ask(readWaivable, the.finance, { params: { partnerId } })).toMatchObject({
      can: { note: { because: 'payouts.waiver_proposed' } },
    });
    const decisions = await Promise.allSettled(
      [1, 2, 3].map(() => decideWaiver(the.owner, { ...again, decision: 'accepted' })),
    );
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await standing(partnerId)).toMatchObject({ owedMinor: 0n, paidMinor: 0n });
    const { items } = await ask(listWaivers, the.finance, { query: { partnerId } });
    expect(items.find(({ state }) => state === 'accepted')).toMatchObject({
      saidHow: 'told',
      proof: 'Письмо от 2 марта',
      amountMinor: 50_00,
      can: { accept: { because: 'payouts.waiver_decided' } },
    });
    expect(items).toHaveLength(2);
    await expect(
      ask(listWaivers, await the.world.contextOfPartner(partnerId), { query: {} }),
    ).rejects.toMatchObject({ kind: 'not_permitted' });
  });

  test('what was taken back is set off first, and the statement of the month says what was given up', async () => {
    const partnerId = await the.partner('С возвратом');
    await the.requisites(partnerId);
    const sale = await the.sale('С возвратом', 1_000_00n, AT);
    await payOut();
    await the.refund(sale, 400_00n, AT);
    await the.sale('С возвратом', 1_000_00n, AT);
    await leaves(partnerId);
    const theirs = await the.world.contextOfPartner(partnerId);
    await giveWaiver(theirs, { currency: RUB, amountMinor: 60_00n });
    expect(await standing(partnerId)).toMatchObject({ owedMinor: 0n, clawbackMinor: 0n, paidMinor: 100_00n });
    the.now('2026-04-02T06:00:00Z');
    await closeMonth(the.finance, { month: month('2026-03') });
    const march = (await showMonth(the.finance, { month: month('2026-03') })).totals.find(
      (total) => total.partnerId === partnerId,
    );
    expect(march).toMatchObject({
      accruedMinor: 200_00n,
      clawedBackMinor: -40_00n,
      writtenOffMinor: 0n,
      waivedMinor: 60_00n,
      paidMinor: 100_00n,
      closingMinor: 0n,
    });
    expect(await verifyMoney(the.finance)).toMatchObject({ holds: true, closes: 1 });
  });

  test('whatever comes before and after, the books hold, and every kopeck is paid, given up, taken back or owed', async () => {
    type Step =
      | { do: 'sale'; amount: bigint }
      | { do: 'refund'; of: number; part: bigint }
      | { do: 'waive' }
      | { do: 'pay' };
    const step: fc.Arbitrary<Step> = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ do: fc.constant('sale' as const), amount: fc.bigInt(1n, 10_000_00n) }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant('refund' as const),
          of: fc.nat(20),
          part: fc.bigInt(1n, 100n),
        }),
      },
      { weight: 2, arbitrary: fc.constant({ do: 'waive' as const }) },
      { weight: 1, arbitrary: fc.constant({ do: 'pay' as const }) },
    );
    const at = '2026-04-02T05:00:00Z';
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 10 }), async (steps) => {
        run += 1;
        const name = `Уходящий ${run}`;
        const partnerId = await the.partner(name);
        await the.requisites(partnerId);
        await leaves(partnerId);
        const theirs = await the.world.contextOfPartner(partnerId);
        const sales: { number: string; left: bigint }[] = [];
        let waived = 0n;
        for (const one of steps) {
          if (one.do === 'sale')
            sales.push({ number: await the.sale(name, one.amount, at), left: one.amount });
          else if (one.do === 'refund') {
            const sale = sales[one.of % Math.max(1, sales.length)];
            const amount = sale ? (sale.left * one.part) / 100n : 0n;
            if (!sale || amount === 0n) continue;
            await the.refund(sale.number, amount, at);
            sale.left -= amount;
          } else if (one.do === 'pay') await allowed(payOut());
          else
            for (const { amountMinor } of (await ask(readOwnWaivers, theirs)).open) {
              await giveWaiver(theirs, { currency: RUB, amountMinor: BigInt(amountMinor) });
              waived += BigInt(amountMinor);
            }
          expect(await verifyMoney(the.finance)).toMatchObject({ holds: true });
        }
        const now = await standing(partnerId);
        const [owed, paid] = [now?.owedMinor ?? 0n, now?.paidMinor ?? 0n];
        // It never has to give back what it has not had.
        expect(owed + paid).toBeGreaterThanOrEqual(0n);
        const kept = owed + paid + waived + (await takenAfter(partnerId));
        // Proportional clawback rounds each sale once.
        const expected = sales.reduce((sum, { left }) => sum + (left * 10n + 50n) / 100n, 0n);
        expect(kept - expected).toBeGreaterThanOrEqual(-BigInt(sales.length));
        expect(kept - expected).toBeLessThanOrEqual(BigInt(sales.length));
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 120_000);
});

async function allowed(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}
