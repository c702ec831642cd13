import {
  DataTable,
  ExportMenu,
  hrefOf,
  Loaded,
  Money,
  paths,
  Section,
  TableSkeleton,
  useFormat,
  useRead,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import { exportTrialBalance, readTrialBalance, type Turnover } from '../contract.ts';

const FIGURES = ['opening', 'debit', 'credit', 'closing'] as const;

/** What every account began a month with, its turnovers, and what it ended with. Nothing while nothing was posted. */
export function TrialBalance({ month }: { month: string }) {
  const read = useRead(readTrialBalance, { query: { month: month || undefined } });
  return (
    <Loaded read={read} skeleton={<TableSkeleton columns={5} rows={6} />}>
      {(balance) => {
        const currencies = [...new Set(balance.items.map((row) => row.currency))];
        return currencies.map((currency) => (
          <OneCurrency
            key={currency}
            month={balance.month}
            currency={currency}
            rows={balance.items.filter((row) => row.currency === currency)}
          />
        ));
      }}
    </Loaded>
  );
}

interface Props {
  readonly month: string;
  readonly currency: string;
  readonly rows: readonly Turnover[];
}

function OneCurrency({ month, currency, rows }: Props) {
  const t = useWords('ledger');
  const format = useFormat();
  const title = t('trial.title', { month: format.when(month, 'month') });
  const figure = (minor: number) => (
    <Money minor={minor} currency={currency} tone={minor === 0 ? 'dim' : 'plain'} />
  );
  const columns: readonly Column<Turnover>[] = [
    { id: 'account', title: t('trial.account'), cell: (row) => t(`account.${row.account}`) },
    ...FIGURES.map(
      (name): Column<Turnover> => ({
        id: name,
        title: t(`trial.${name}`),
        cell: (row) => figure(row[`${name}Minor`]),
        align: 'right',
        narrow: name === 'closing' ? 'value' : 'line',
      }),
    ),
  ];
  const totals = Object.fromEntries(
    FIGURES.map((name) => [name, figure(rows.reduce((sum, row) => sum + row[`${name}Minor`], 0))]),
  );
  return (
    <Section
      title={title}
      note={t('trial.note')}
      actions={
        <ExportMenu
          of={exportTrialBalance}
          hrefOf={(format) => hrefOf(exportTrialBalance, { query: { month, format } })}
        />
      }
    >
      <DataTable
        label={title}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.account}
        rowTo={(row) => paths.ledger({ account: row.account, month })}
        totals={{ account: t('trial.total'), ...totals }}
      />
    </Section>
  );
}
