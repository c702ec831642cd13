import { namesOfMembers, permit } from '@mosty/identity';
import { look } from '@mosty/kernel/db';
import { decodeCursor, pageFrom, serve, type Served } from '@mosty/kernel/http';
import { month, monthOfInstant } from '@mosty/kernel/time';
import { listLedger } from './contract/entries.ts';
import { readTrialBalance } from './contract/trial-balance.ts';
import { rights } from './policy.ts';
import { listTransactions } from './store/list-transactions.ts';
import { trialBalance } from './store/trial-balance.ts';

export const ledgerRoutes: readonly Served[] = [
  serve(listLedger, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'ledger.read');
      const { cursor, limit, ...filter } = query;
      const rows = await listTransactions(tx, {
        ...filter,
        before: decodeCursor(cursor)?.id,
        limit: limit + 1,
      });
      const names = await namesOfMembers(tx, [...new Set(rows.map((row) => row.author))]);
      const shown = rows.map((row) => ({
        ...row,
        authorName: names.get(row.author) ?? null,
        effectiveAt: row.effectiveAt.toISOString(),
        recordedAt: row.recordedAt.toISOString(),
        entries: row.entries.map((entry) => ({ ...entry, amountMinor: BigInt(entry.amountMinor) })),
      }));
      return pageFrom(shown, limit, (row) => ({ value: row.id, id: row.id }));
    }),
  ),
  serve(readTrialBalance, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'ledger.read');
      const of = query.month ? month(query.month) : monthOfInstant(tx.now(), tx.zone);
      return { month: of, items: await trialBalance(tx, of) };
    }),
  ),
];
