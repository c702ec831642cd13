import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPeriodFor, postTransactions } from '@mosty/ledger';
import { transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { Refusal } from '@mosty/kernel/refusal';
import { addDays, businessDateOf, month } from '@mosty/kernel/time';
import type { Pay } from '../contract/terms.ts';
import { recompute } from '../domain/recompute.ts';
import { readWithBeside } from '../store/accruals.ts';
import { approveMatured } from './approve-accruals.ts';
import { accrualsOf, company, saleTo, whatIsOff, type Company, type Partner } from './company.fixture.ts';
import { correctAccrual, previewCorrection } from './correct-accrual.ts';
import { holdAccruals, releaseHold } from './hold-accruals.ts';
import { markAccrualsPaid, markAccrualsWaived, releaseAccruals, takeAccruals } from './payouts.ts';
import { resettleSales } from './resettle.ts';
import { reverseAccruals } from './reverse-accruals.ts';
import { settleRefunds } from './settle-refunds.ts';
import { settleSales } from './settle-sales.ts';

let co: Company;
const partners: Partner[] = [];

beforeAll(async () => {
  co = await company();
  const levels: Pay = {
    kind: 'tiered',
    mode: 'whole',
    measure: 'money',
    window: 'quarter',
    tiers: [
      { from: 0, ratePpm: 70_000 },
      { from: 500_000, ratePpm: 133_333 },
    ],
  };
  partners.push(
    await co.partner('Процент', { kind: 'percent', ratePpm: 123_456 }, { holdDays: 2 }),
    await co.partner('Уровни', levels, { creditNotes: 'by_client', cap: { perMonthMinor: 1_000_000 } }),
    await co.partner('Бонус', [
      { kind: 'percent', ratePpm: 50_000 },
      { kind: 'first_order', bonus: { kind: 'flat', amountMinor: 7_777 } },
    ]),
  );
});
afterAll(() => co?.close());

type Step =
  | { readonly does: 'sell'; readonly rubles: number }
  | { readonly does: 'refund'; readonly sale: number; readonly share: number }
  | { readonly does: 'credit'; readonly rubles: number }
  | { readonly does: 'correct'; readonly accrual: number; readonly becomes: number }
  | { readonly does: 'rule'; readonly sale: number; readonly to: number; readonly share: number }
  | { readonly does: 'undoSale' | 'undoRefund'; readonly which: number }
  | { readonly does: 'hold' | 'release' | 'pay' | 'payFails' | 'waive' | 'night' };

const at = fc.nat(20);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constant('sell' as const),
        rubles: fc.integer({ min: 0, max: 9_000 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        does: fc.constant('refund' as const),
        sale: at,
        share: fc.integer({ min: 1, max: 120 }),
      }),
    },
    fc.record({ does: fc.constant('credit' as const), rubles: fc.integer({ min: 0, max: 900 }) }),
    fc.record({
      does: fc.constant('correct' as const),
      accrual: at,
      becomes: fc.integer({ min: 0, max: 99_999 }),
    }),
    {
      weight: 3,
      arbitrary: fc.record({
        does: fc.constant('rule' as const),
        sale: at,
        to: fc.nat(3),
        share: fc.integer({ min: 1, max: 1_000_000 }),
      }),
    },
    fc.record({ does: fc.constantFrom('undoSale' as const, 'undoRefund' as const), which: at }),
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constantFrom('hold', 'release', 'pay', 'payFails', 'waive', 'night'),
      }) as fc.Arbitrary<Step>,
    },
  ),
  { minLength: 4, maxLength: 14 },
);

/** What one partner has gone through, as far as the steps need to know. */
interface Life {
  readonly partner: Partner;
  readonly sales: { id: Id<'sale'>; key: string; rubles: number; undone: boolean }[];
  readonly refunds: { id: Id<'refund'>; undone: boolean }[];
  readonly holds: Id<'hold'>[];
}

let told = 0;
const through = month('2030-01');
const ignoring = (codes: readonly string[]) => (error: unknown) => {
  if (!(error instanceof Refusal) || !codes.includes(error.code)) throw error;
};

async function take(life: Life, step: Step): Promise<void> {
  const { ctx } = co;
  const { partner } = life;
  const now = ctx.clock.now();
  switch (step.does) {
    case 'sell': {
      const sale = saleTo(partner, step.rubles, { occurredAt: now });
      const { recorded } = await settleSales(ctx, { source: 'law', sales: [sale] });
      for (const { id } of recorded)
        life.sales.push({ id, key: sale.externalId, rubles: step.rubles, undone: false });
      return;
    }
    case 'refund':
    case 'credit': {
      const sale = step.does === 'refund' ? life.sales.filter((one) => !one.undone)[step.sale] : undefined;
      if (step.does === 'refund' && !sale) return;
      told += 1;
      const micro =
        step.does === 'refund'
          ? BigInt((sale?.rubles ?? 0) * step.share) * 1_000_000n
          : BigInt(step.rubles) * 100_000_000n;
      const refund = {
        externalId: `law ${told}`,
        ...(sale ? { saleExternalId: sale.key } : { clientExternalId: partner.client }),
        link: sale ? ('sale' as const) : ('client' as const),
        occurredAt: now,
        currency: 'RUB',
        amountMicro: micro,
      };
      const { recorded } = await settleRefunds(ctx, { source: 'law', refunds: [refund] });
      for (const { id } of recorded) life.refunds.push({ id, undone: false });
      return;
    }
    case 'correct': {
      const accrual = (await accrualsOf(ctx, partner.id))[step.accrual];
      if (!accrual) return;
      const asked = { accrualId: accrual.id, becomesMinor: BigInt(step.becomes) };
      const shown = await previewCorrection(ctx, asked).catch(ignoring(['incentives.not_correctable']));
      if (!shown || shown.differenceMinor === 0n) return;
      await correctAccrual(ctx, { ...asked, wasMinor: shown.wasMinor, reason: 'По закону больших чисел' });
      return;
    }
    case 'rule': {
      const sale = life.sales.filter((one) => !one.undone)[step.sale];
      if (!sale) return;
      const ruling = { on: businessDateOf(now, ctx.zone), claim: null, sources: shared(step) };
      const asked = { saleIds: [sale.id], reason: 'Разобрали, кто привёл', ruling };
      await resettleSales(ctx, asked);
      expect(await resettleSales(ctx, asked)).toMatchObject({ saleIds: [], accruals: 0 });
      return;
    }
    case 'undoSale': {
      const sale = life.sales.filter((one) => !one.undone)[step.which];
      if (!sale) return;
      sale.undone = true;
      await reverseAccruals(ctx, { saleIds: [sale.id], reason: 'Отмена загрузки' });
      return;
    }
    case 'undoRefund': {
      const refund = life.refunds.filter((one) => !one.undone)[step.which];
      if (!refund) return;
      refund.undone = true;
      await reverseAccruals(ctx, { refundIds: [refund.id], reason: 'Отмена загрузки' });
      return;
    }
    case 'hold': {
      const until = addDays(businessDateOf(now, ctx.zone), 5);
      const held = await holdAccruals(ctx, { partnerId: partner.id, reason: 'Проверка', until }).catch(
        ignoring(['incentives.nothing_to_hold']),
      );
      life.holds.push(...(held?.holdIds ?? []));
      return;
    }
    case 'release': {
      const holdId = life.holds.pop();
      if (holdId) await releaseHold(ctx, { holdId, reason: 'Проверили' });
      return;
    }
    case 'night':
      co.world.clock.advance(86_400_000);
      await approveMatured(ctx);
      return;
    case 'pay':
    case 'payFails':
    case 'waive':
      await payOut(partner, step.does);
  }
}

/** The whole to one, shared by two, or to nobody. */
function shared({ to, share }: { to: number; share: number }) {
  const [one, other] = [partners[to], partners[(to + 1) % partners.length]];
  if (!one || !other) return [];
  const parts = [
    { partnerId: one.id, sharePpm: share },
    { partnerId: other.id, sharePpm: 1_000_000 - share },
  ];
  return parts.filter(({ sharePpm }) => sharePpm > 0);
}

/** Everything payable leaves in one payout, with the movement that payouts make; or the payout is not made after all; or it is given up. */
async function payOut(partner: Partner, ending: 'pay' | 'payFails' | 'waive'): Promise<void> {
  await transact(co.ctx, async (tx) => {
    const payoutId = tx.id('payout');
    const currency = 'RUB';
    const [took] = await takeAccruals(tx, {
      through,
      payouts: [{ payoutId, partnerId: partner.id, currency }],
    });
    if (!took) return;
    if (ending === 'payFails') {
      await releaseAccruals(tx, { payoutIds: [payoutId] });
      return;
    }
    const entries = [
      {
        account: { kind: 'partner_available' as const, partnerId: partner.id },
        amountMinor: took.earnedMinor,
        currency,
      },
      {
        account: { kind: 'clawback_receivable' as const, partnerId: partner.id },
        amountMinor: -took.carriedMinor,
        currency,
      },
      {
        account: { kind: ending === 'pay' ? ('bank' as const) : ('write_off' as const) },
        amountMinor: took.carriedMinor - took.earnedMinor,
        currency,
      },
    ].filter(({ amountMinor }) => amountMinor !== 0n);
    const period = await openPeriodFor(tx, tx.now());
    const posting = {
      sourceKind: 'payout',
      sourceId: payoutId,
      kind: 'pay',
      effectiveAt: tx.now(),
      period,
      entries,
    };
    if (entries.length > 0) await postTransactions(tx, [posting]);
    if (ending === 'pay') await markAccrualsPaid(tx, { payoutIds: [payoutId], paidAt: tx.now() });
    else await markAccrualsWaived(tx, { payoutIds: [payoutId], waivedAt: tx.now() });
  });
}

it('whatever happens, ledger, accruals and tallies agree, explanations recompute, and what was undone leaves nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(2), steps, async (place, taken) => {
      const partner = partners[place];
      if (!partner) throw new Error('no partner');
      const life: Life = { partner, sales: [], refunds: [], holds: [] };
      for (const step of taken) await take(life, step);
      expect(await whatIsOff(co.ctx)).toEqual([]);
      await everythingUndone(life);
    }),
    { numRuns: Number(process.env['LAWS'] ?? 25) },
  );
}, 240_000);

async function everythingUndone(life: Life): Promise<void> {
  const { ctx } = co;
  const reason = 'Всё отменено';
  await reverseAccruals(ctx, { refundIds: life.refunds.map(({ id }) => id), reason });
  await reverseAccruals(ctx, { saleIds: life.sales.map(({ id }) => id), reason });
  const seen = (await Promise.all(partners.map(({ id }) => accrualsOf(ctx, id)))).flat();
  expect(seen.reduce((sum, { amount }) => sum + amount, 0n)).toBe(0n);
  const rows = await transact(ctx, (tx) =>
    readWithBeside(
      tx,
      seen.map(({ id }) => id),
    ),
  );
  for (const row of rows) expect(recompute(row.explanation.lines)).toBe(row.amountMinor);
  expect(await whatIsOff(ctx)).toEqual([]);
}
