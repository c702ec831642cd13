import { permit } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { look } from '@mosty/kernel/db';
import { languageOf, serve, type Served } from '@mosty/kernel/http';
import { amountOf, writeTable } from '@mosty/kernel/table-file';
import { month, monthOfInstant } from '@mosty/kernel/time';
import { exportTrialBalance, readTrialBalance } from '../contract/trial-balance.ts';
import { accountName } from './account-name.ts';
import { rights } from '../policy.ts';
import { trialBalance } from '../store/trial-balance.ts';

export const trialBalanceRoutes: readonly Served[] = [
  serve(readTrialBalance, (ctx, { query }) => look(ctx, (tx) => balanceOf(tx, query.month))),
  serve(exportTrialBalance, (ctx, { query, headers }) =>
    look(ctx, async (tx) => {
      permit(tx, rights, 'ledger.export');
      const balance = await balanceOf(tx, query.month);
      return writeTable(
        { format: query.format, language: languageOf(headers, query.language) },
        {
          name: `trial-balance-${balance.month}`,
          columns: [
            { title: { ru: 'Месяц', en: 'Month' }, value: () => ({ month: balance.month }) },
            { title: { ru: 'Счёт', en: 'Account' }, value: (row) => accountName(row.account) },
            { title: { ru: 'Валюта', en: 'Currency' }, value: (row) => row.currency },
            {
              title: { ru: 'Сальдо на начало', en: 'Opening balance' },
              value: amountOf((row) => row.openingMinor),
            },
            { title: { ru: 'Дебет', en: 'Debit' }, value: amountOf((row) => row.debitMinor) },
            { title: { ru: 'Кредит', en: 'Credit' }, value: amountOf((row) => row.creditMinor) },
            {
              title: { ru: 'Сальдо на конец', en: 'Closing balance' },
              value: amountOf((row) => row.closingMinor),
            },
          ],
          rows: balance.items,
        },
      );
    }),
  ),
];

async function balanceOf(tx: Tx, asked: string | undefined) {
  permit(tx, rights, 'ledger.read');
  const of = asked ? month(asked) : monthOfInstant(tx.now(), tx.zone);
  return { month: of, items: await trialBalance(tx, of) };
}
