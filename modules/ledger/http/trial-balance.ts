import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { serve, type Served } from '@mosty/kernel/http';
import { amountOf, writeTable } from '@mosty/kernel/table-file';
import { month, monthOfInstant } from '@mosty/kernel/time';
import { exportTrialBalance, readTrialBalance } from '../contract/trial-balance.ts';
import { rights } from '../policy.ts';
import { trialBalance } from '../store/trial-balance.ts';

export const trialBalanceRoutes: readonly Served[] = [
  serve(readTrialBalance, (ctx, { query }) => look(ctx, (tx) => balanceOf(tx, query.month))),
  serve(exportTrialBalance, (ctx, { query }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'ledger.export');
      const balance = await balanceOf(tx, query.month);
      return writeTable(query.format, {
        name: `trial-balance-${balance.month}`,
        columns: [
          { title: 'month', value: () => balance.month },
          { title: 'account', value: (row) => row.account },
          { title: 'currency', value: (row) => row.currency },
          { title: 'opening', value: amountOf((row) => row.openingMinor) },
          { title: 'debit', value: amountOf((row) => row.debitMinor) },
          { title: 'credit', value: amountOf((row) => row.creditMinor) },
          { title: 'closing', value: amountOf((row) => row.closingMinor) },
        ],
        rows: balance.items,
      });
    }),
  ),
];

async function balanceOf(tx: Tx, asked: string | undefined) {
  permit(tx, rights, 'ledger.read');
  const of = asked ? month(asked) : monthOfInstant(tx.now(), tx.zone);
  return { month: of, items: await trialBalance(tx, of) };
}
