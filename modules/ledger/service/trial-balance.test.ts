import { afterAll, beforeAll, expect, test } from 'vitest';
import { look } from '@mosty/kernel/db';
import { month } from '@mosty/kernel/time';
import { trialBalance } from '../store/trial-balance.ts';
import { books, owing, type Books } from './ledger.fixture.ts';

let the: Books;
beforeAll(async () => {
  the = await books();
});
afterAll(() => the?.close());

test('a month’s turnovers part its opening balances from its closing ones, and each column is in balance', async () => {
  const [one, other] = the.partners;
  if (!one || !other) throw new Error('no partners');
  const at = (of: string) => ({ period: month(of), effectiveAt: new Date(`${of}-10T12:00:00Z`) });
  await the.post(
    owing(one, 100n, at('2026-01')),
    owing(one, 40n, at('2026-02')),
    owing(other, 7n, at('2026-02')),
    owing(other, -9n, at('2026-02')),
    owing(one, 500n, at('2026-03')),
  );
  const of = (name: string) => look(the.ctx, (tx) => trialBalance(tx, month(name)));
  expect(await of('2026-02')).toEqual([
    {
      account: 'partner_pending',
      currency: 'RUB',
      openingMinor: -100n,
      debitMinor: 9n,
      creditMinor: 47n,
      closingMinor: -138n,
    },
    {
      account: 'commission_expense',
      currency: 'RUB',
      openingMinor: 100n,
      debitMinor: 47n,
      creditMinor: 9n,
      closingMinor: 138n,
    },
  ]);
  expect(await of('2025-12')).toEqual([]);
  const months = await Promise.all(['2026-01', '2026-02', '2026-03', '2026-04'].map(of));
  for (const [place, rows] of months.entries()) {
    const sum = (name: 'openingMinor' | 'closingMinor') => rows.reduce((all, row) => all + row[name], 0n);
    expect([sum('openingMinor'), sum('closingMinor')]).toEqual([0n, 0n]);
    for (const row of months[place + 1] ?? []) {
      const before = rows.find((old) => old.account === row.account);
      expect(row.openingMinor).toBe(before?.closingMinor ?? 0n);
    }
  }
});
