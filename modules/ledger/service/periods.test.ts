import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { addMonths, month, monthRange, type Month } from '@mosty/kernel/time';
import { periodOf } from '../domain/periods.ts';
import { balancesOf } from '../store/balances.ts';
import { closePeriod } from './close-period.ts';
import { books, owing, type Books } from './ledger.fixture.ts';
import { openPeriods } from './open-periods.ts';
import { postTransactions } from './post-transactions.ts';

const ZONES = [
  'Europe/Moscow',
  'Asia/Vladivostok',
  'America/Los_Angeles',
  'Europe/London',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
];

describe('each event is in exactly one month (trust.md, calendar)', () => {
  test.each(ZONES)(
    '%s: a millisecond before the border is the old month, the border is the new one',
    (zone) => {
      for (let at = month('2009-12'); at < month('2027-01'); at = addMonths(at, 1)) {
        const { from, to } = monthRange(at, zone);
        const around = (instant: Date) =>
          [-1, 0, 1].map((ms) => periodOf(new Date(instant.getTime() + ms), zone, null));
        expect(around(from)).toEqual([addMonths(at, -1), at, at]);
        expect(around(to)).toEqual([at, addMonths(at, 1), addMonths(at, 1)]);
        // Closed, it gives its late facts to the next one and to nobody else.
        expect(periodOf(from, zone, at)).toBe(addMonths(at, 1));
        expect(periodOf(to, zone, at)).toBe(addMonths(at, 1));
      }
    },
  );
});

describe('a closed month never changes (money.md 8)', () => {
  let the: Books;
  let partner: Id<'partner'>;
  const close = (of: Month) => transact(the.ctx, (tx) => closePeriod(tx, of));
  const postAt = (at: string, amount: bigint) =>
    transact(the.ctx, async (tx) => {
      const effectiveAt = new Date(at);
      return postTransactions(tx, [
        owing(partner, amount, { effectiveAt, period: (await openPeriods(tx))(effectiveAt) }),
      ]);
    });
  const standing = async (through: Month) => {
    const [row] = await look(the.ctx, (tx) =>
      balancesOf(tx, { kinds: ['partner_pending'], partnerIds: [partner], through }),
    );
    return row?.amountMinor;
  };

  beforeAll(async () => {
    the = await books();
    partner = the.partners[0] as Id<'partner'>;
  });
  afterAll(() => the?.close());

  test('months close in order, after their end, once', async () => {
    await postAt('2025-11-10T00:00:00Z', 1n);
    await postAt('2025-12-31T20:59:59.999Z', 10n);
    await postAt('2025-12-31T21:00:00Z', 100n);
    await expect(close(month('2025-12'))).rejects.toMatchObject({
      code: 'ledger.earlier_month_open',
      params: { next: '2025-11' },
    });
    await close(month('2025-11'));
    await expect(close(month('2025-11'))).rejects.toMatchObject({ code: 'ledger.month_closed' });
    await close(month('2025-12'));
    await close(month('2026-01'));
    await close(month('2026-02'));
    await expect(close(month('2026-03'))).rejects.toMatchObject({ code: 'ledger.month_not_over' });
    expect(await standing(month('2025-11'))).toBe(-1n);
    expect(await standing(month('2025-12'))).toBe(-11n);
    expect(await standing(month('2026-01'))).toBe(-111n);
  });

  test('a late fact counts in the open month with its own date', async () => {
    await postAt('2025-12-15T00:00:00Z', 1_000n);
    expect(await standing(month('2025-12'))).toBe(-11n);
    expect(await standing(month('2026-02'))).toBe(-111n);
    expect(await standing(month('2026-03'))).toBe(-1_111n);
  });

  test('the database refuses what would go into a closed month, and opens none again', async () => {
    await expect(the.post(owing(partner, 5n, { period: month('2026-01') }))).rejects.toThrow(
      /the month 2026-01 is closed/,
    );
    await expect(the.asOwner(`UPDATE ledger.period_lock SET closed_through = '2025-01'`)).rejects.toThrow(
      /never opened again/,
    );
    await expect(the.asOwner('DELETE FROM ledger.period_lock')).rejects.toThrow(/never opened again/);
    await expect(the.asOwner('TRUNCATE ledger.period_lock')).rejects.toThrow(/never opened again/);
  });

  test('a close waits for postings under way, and a posting for a close', async () => {
    the.world.clock.set(new Date('2026-04-02T09:00:00Z'));
    const posted = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const poster = transact(the.ctx, async (tx) => {
      const effectiveAt = new Date('2026-03-20T00:00:00Z');
      const period = (await openPeriods(tx))(effectiveAt);
      await postTransactions(tx, [owing(partner, 7n, { effectiveAt, period })]);
      posted.resolve();
      await mayCommit.promise;
      return period;
    });
    await posted.promise;
    let seen: bigint | undefined;
    const closer = transact(the.ctx, async (tx) => {
      await closePeriod(tx, month('2026-03'));
      seen = (
        await balancesOf(tx, { kinds: ['partner_pending'], partnerIds: [partner], through: month('2026-03') })
      )[0]?.amountMinor;
    });
    // The close is in the queue before the next posting comes: that one waits for it.
    await new Promise((resolve) => setTimeout(resolve, 200));
    const late = postAt('2026-03-25T00:00:00Z', 3n);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen).toBeUndefined();
    mayCommit.resolve();
    expect(await poster).toBe('2026-03');
    await closer;
    await late;
    const march = await standing(month('2026-03'));
    expect(seen).toBe(march);
    expect(march).toBe(-1_118n);
    expect(await standing(month('2026-04'))).toBe(-1_121n);
  });
});
