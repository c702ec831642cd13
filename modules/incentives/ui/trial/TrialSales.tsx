import {
  DataTable,
  Loaded,
  Money,
  PageLink,
  paths,
  SidePanel,
  TableSkeleton,
  useRead,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { listTrialSales } from '../../contract.ts';
import type { Question } from './question.ts';
import classes from './trial.module.css';

type Tried = AnswerOf<typeof listTrialSales>;
type Row = Tried['sales'][number];

/** The sales behind one line: they and the fixed sums add up to it. */
export function TrialSales({
  question,
  partner,
  onClose,
}: {
  question: Question;
  partner: { readonly id: string; readonly name: string };
  onClose: () => void;
}) {
  const t = useWords('incentives-trial');
  const { schemes, class: of, from, to } = question;
  const read = useRead(listTrialSales, { body: { schemes, class: of, from, to, partnerId: partner.id } });
  return (
    <SidePanel opened wide onClose={onClose} title={t('history.salesOf', { name: partner.name })}>
      <p>
        <PageLink to={paths.deals({ partner: partner.id, class: of, from, to })}>
          {t('history.toDeals')}
        </PageLink>
      </p>
      <Loaded read={read} skeleton={<TableSkeleton columns={5} />}>
        {(tried) => <Sales of={tried} names={schemes.map(({ name }) => name)} />}
      </Loaded>
    </SidePanel>
  );
}

function Sales({ of: { currency, sales, more, fees }, names }: { of: Tried; names: readonly string[] }) {
  const t = useWords('incentives-trial');
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  const columns: readonly Column<Row>[] = [
    {
      id: 'sale',
      title: t('history.sale'),
      cell: (row) => (
        <PageLink to={paths.sale({ saleId: row.saleId })} look="quiet">
          {row.number}
        </PageLink>
      ),
    },
    { id: 'day', title: t('history.day'), narrow: 'bare', cell: (row) => <When value={row.occurredAt} /> },
    {
      id: 'amount',
      title: t('history.amount'),
      align: 'right',
      narrow: 'value',
      cell: (row) => money(row.amountMinor),
    },
    {
      id: 'was',
      title: t('history.was'),
      align: 'right',
      narrow: 'line',
      cell: (row) => money(row.wasMinor),
    },
    ...names.map(
      (name, place): Column<Row> => ({
        id: `s${place}`,
        title: name,
        align: 'right',
        narrow: 'line',
        cell: (row) => money(row.becomesMinor[place] ?? 0),
      }),
    ),
  ];
  const hasFees = fees.wasMinor !== 0 || fees.becomesMinor.some((minor) => minor !== 0);
  return (
    <>
      <DataTable
        label={t('history.sold')}
        columns={columns}
        rows={sales}
        rowKey={(row) => row.saleId}
        empty={<p>{t('history.noSales')}</p>}
        {...(hasFees && sales.length > 0
          ? {
              totals: {
                sale: t('history.fees'),
                was: money(fees.wasMinor),
                ...Object.fromEntries(fees.becomesMinor.map((minor, place) => [`s${place}`, money(minor)])),
              },
            }
          : {})}
      />
      {more > 0 ? <p className={classes.soft}>{t('history.earlier', { count: more })}</p> : null}
    </>
  );
}
