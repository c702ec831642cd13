import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { month } from '@mosty/kernel/time';
import type { AccountKind } from '../contract/accounts.ts';
import type { Posting } from '../domain/posting.ts';
import { balancesOf } from '../store/balances.ts';
import { listTransactions } from '../store/list-transactions.ts';
import { replayBalances, unbalancedTransactions } from '../store/verdict.ts';
import { books, owing, type Books } from './ledger.fixture.ts';
import { postTransactions } from './post-transactions.ts';

let the: Books;

beforeAll(async () => {
  the = await books();
});
afterAll(() => the?.close());

const COMPANY: readonly AccountKind[] = [
  'commission_expense',
  'fee_expense',
  'bank',
  'fx_difference',
  'write_off',
];
const OF_PARTNER: readonly AccountKind[] = [
  'partner_pending',
  'partner_on_hold',
  'partner_available',
  'clawback_receivable',
  'payout_clearing',
];

function randomPosting(partners: readonly Id<'partner'>[], run: number): fc.Arbitrary<Posting> {
  const side = fc.oneof(
    fc.record({ kind: fc.constantFrom(...COMPANY), partnerId: fc.constant(null) }),
    fc.record({ kind: fc.constantFrom(...OF_PARTNER), partnerId: fc.constantFrom(...partners) }),
  );
  const amount = fc.bigInt({ min: 1n, max: 10n ** 12n }).chain((size) => fc.constantFrom(size, -size));
  const part = fc.tuple(
    fc.array(fc.tuple(side, amount), { minLength: 1, maxLength: 4 }),
    side,
    fc.constantFrom('RUB', 'EUR', 'JPY'),
  );
  return fc
    .record({
      parts: fc.array(part, { minLength: 1, maxLength: 2 }),
      key: fc.nat(40),
      kind: fc.constantFrom('accrue', 'approve'),
    })
    .map(({ parts, key, kind }) => ({
      sourceKind: 'random',
      sourceId: `${run}-${key}`,
      kind,
      effectiveAt: new Date('2026-02-10T12:00:00Z'),
      period: month('2026-02'),
      entries: parts.flatMap(([sides, last, currency]) => {
        const rest = -sides.reduce((sum, [, minor]) => sum + minor, 0n);
        const all = sides.map(([account, amountMinor]) => ({ account, amountMinor, currency }));
        return rest === 0n ? all : [...all, { account: last, amountMinor: rest, currency }];
      }),
    }));
}

describe('posting (money.md 3, 10, 12)', () => {
  test('whatever is posted, every transaction sums to zero, and kept balances equal replay and an oracle of our own', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        run += 1;
        const batches = Array.from({ length: 3 }, () =>
          gen(() => fc.array(randomPosting(the.partners, run), { minLength: 1, maxLength: 30 })),
        );
        const known = new Set<string>();
        const oracle = new Map<string, bigint>();
        const before = await standing();
        for (const batch of batches.map((postings) => postings.filter((one) => one.entries.length >= 2))) {
          const fresh = new Map<string, Posting>();
          for (const one of batch) {
            const key = `${one.sourceId} ${one.kind}`;
            if (!known.has(key) && !fresh.has(key)) fresh.set(key, one);
          }
          expect(await the.post(...batch)).toEqual({ posted: fresh.size, known: batch.length - fresh.size });
          for (const [key, one] of fresh) {
            known.add(key);
            for (const { account, currency, amountMinor } of one.entries) {
              const name = `${account.kind} ${account.partnerId ?? ''} ${currency}`;
              oracle.set(name, (oracle.get(name) ?? 0n) + amountMinor);
            }
          }
        }
        const after = await standing();
        for (const [name, moved] of oracle)
          expect((after.get(name) ?? 0n) - (before.get(name) ?? 0n)).toBe(moved);
        await look(the.ctx, async (tx) => {
          expect(await unbalancedTransactions(tx)).toEqual([]);
          expect((await replayBalances(tx)).strayed).toEqual([]);
        });
      }),
      { numRuns: 15 },
    );
  });

  async function standing(): Promise<Map<string, bigint>> {
    const rows = await look(the.ctx, (tx) => balancesOf(tx, { kinds: [...COMPANY, ...OF_PARTNER] }));
    return new Map(
      rows.map((row) => [`${row.kind} ${row.partnerId ?? ''} ${row.currency}`, row.amountMinor]),
    );
  }

  test('a movement posted again is the same movement, whatever it now says', async () => {
    const [partner] = the.partners as [Id<'partner'>];
    const once = owing(partner, 100n);
    expect(await the.post(once)).toEqual({ posted: 1, known: 0 });
    expect(await the.post({ ...once, entries: owing(partner, 999n).entries })).toEqual({
      posted: 0,
      known: 1,
    });
    expect(await the.post(once, once, owing(partner, 7n))).toEqual({ posted: 1, known: 2 });
  });

  test('40 movements posted by 8 people at once are 40 movements: nothing twice, nothing lost, no deadlock', async () => {
    const postings = Array.from({ length: 40 }, (_, place) =>
      owing(the.partners[place % 5] as Id<'partner'>, BigInt(place + 1)),
    );
    const shuffled = (seed: number) =>
      postings
        .map((one, place) => [(place * 7 + seed * 13) % 40, one] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, one]) => one);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, seed) => the.post(...shuffled(seed))));
    expect(answers.reduce((sum, answer) => sum + answer.posted, 0)).toBe(40);
    expect(answers.every((answer) => answer.posted + answer.known === 40)).toBe(true);
    await look(the.ctx, async (tx) => expect((await replayBalances(tx)).strayed).toEqual([]));
  });

  test('an unbalanced movement among good ones leaves nothing behind', async () => {
    const [partner] = the.partners as [Id<'partner'>];
    const good = owing(partner, 5n);
    const bad = {
      ...owing(partner, 5n),
      entries: [...owing(partner, 5n).entries, ...owing(partner, 3n).entries.slice(0, 1)],
    };
    await expect(the.post(good, bad)).rejects.toMatchObject({ code: 'ledger.unbalanced' });
    expect(await the.post(good)).toEqual({ posted: 1, known: 0 });
  });

  test('a reversal names what it reverses, in the same batch or long after; an unknown one is our fault', async () => {
    const [partner] = the.partners as [Id<'partner'>];
    const first = owing(partner, 50n);
    const back = { ...owing(partner, -50n), reverses: first };
    await the.post(back, first);
    const late = { ...owing(partner, -1n), reverses: first };
    await the.post(late);
    const rows = await look(the.ctx, (tx) => listTransactions(tx, { partnerId: partner, limit: 10 }));
    const byId = new Map(rows.map((row) => [row.sourceId, row]));
    expect(byId.get(back.sourceId)?.reversesId).toBe(byId.get(first.sourceId)?.id);
    expect(byId.get(late.sourceId)?.reversesId).toBe(byId.get(first.sourceId)?.id);
    await expect(
      the.post({ ...owing(partner, 1n), reverses: { ...first, sourceId: 'nobody' } }),
    ).rejects.toThrow('does not know');
  });

  test('a movement and its author, reason and month read back as they were written', async () => {
    const finance = the.world.contextOf('finance');
    const [partner] = the.partners as [Id<'partner'>];
    the.world.clock.advance(1);
    const one = owing(partner, 77n, { reason: 'Ёлка № 1 «₽» 🚀' });
    await transact(finance, (tx) => postTransactions(tx, [one]));
    const [row] = await look(the.ctx, (tx) => listTransactions(tx, { partnerId: partner, limit: 1 }));
    expect(row).toMatchObject({
      sourceId: one.sourceId,
      reason: 'Ёлка № 1 «₽» 🚀',
      author: finance.actor.id,
      period: '2026-02',
    });
    expect(row?.entries.map(({ account, amountMinor }) => [account, amountMinor])).toEqual([
      ['commission_expense', '77'],
      ['partner_pending', '-77'],
    ]);
  });

  test('people of a partner see their own side and nothing else', async () => {
    const [mine, other] = the.partners as [Id<'partner'>, Id<'partner'>];
    await the.post(owing(mine, 11n), owing(other, 12n));
    const ctx = await the.world.contextOfPartner(mine);
    const rows = await look(ctx, (tx) => listTransactions(tx, { limit: 1000 }));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => row.entries).every((entry) => entry.partnerId === mine)).toBe(true);
    const balances = await look(ctx, (tx) => balancesOf(tx, { kinds: [...COMPANY, ...OF_PARTNER] }));
    expect(balances.every((row) => row.partnerId === mine)).toBe(true);
    await expect(transact(ctx, (tx) => postTransactions(tx, [owing(other, 1n)]))).rejects.toThrow(
      /row-level security/,
    );
  });
});
