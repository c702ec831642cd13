import {
  ClassBadge,
  Count,
  DataTable,
  EmptyState,
  Figures,
  Loaded,
  Money,
  PageLink,
  paths,
  Section,
  Sentence,
  TableSkeleton,
  useFormat,
  useRead,
  useWords,
  type AnswerOf,
  type Column,
  type ReportingClass,
} from '@mosty/ui-kit';
import { getImportResult } from '../contract.ts';
import type { Import } from './ImportScreen.tsx';
import classes from './integrations.module.css';
import { useResultFigures } from './use-result-figures.tsx';

type Brought = AnswerOf<typeof getImportResult>;
type Row = Brought['rows'][number];

/** What was written, and for files with money: who brought, whom, for how much, what we owe for it. */
export function ImportResult({ file, result }: { file: Import; result: NonNullable<Import['result']> }) {
  const t = useWords('integrations');
  const figures = useResultFigures();
  return (
    <>
      <Figures label={t('result.title')} items={figures(file, result)} />
      {file.kind === 'sales' || file.kind === 'refunds' ? <WhoBrought importId={file.id} /> : null}
      {file.kind === 'partners' ? (
        <p className={classes.gap}>
          <PageLink to={paths.partners({ import: file.id, stage: 'any' })}>{t('result.toPartners')}</PageLink>
        </p>
      ) : null}
      {file.kind === 'clients' ? (
        <p className={classes.gap}>
          <PageLink to={paths.clients({ import: file.id })}>{t('result.toClients')}</PageLink>
        </p>
      ) : null}
      {file.kind === 'costs' ? (
        <p className={classes.gap}>
          <PageLink to={paths.costs()}>{t('result.toCosts')}</PageLink>
        </p>
      ) : null}
    </>
  );
}

function WhoBrought({ importId }: { importId: string }) {
  const t = useWords('integrations');
  const read = useRead(getImportResult, { params: { importId } });
  return (
    <Section
      title={t('brought.title')}
      note={t('brought.note')}
      actions={<PageLink to={paths.deals({ import: importId })}>{t('brought.toDeals')}</PageLink>}
    >
      <Loaded read={read} skeleton={<TableSkeleton columns={5} />}>
        {(brought) => <Tables brought={brought} importId={importId} />}
      </Loaded>
    </Section>
  );
}

function Tables({ brought, importId }: { brought: Brought; importId: string }) {
  const t = useWords('integrations');
  const kit = useWords('kit');
  const { count } = useFormat();
  const columns: readonly Column<Row>[] = [
    {
      id: 'who',
      title: t('brought.who'),
      cell: (row) => (
        <PageLink to={paths.partner({ partnerId: row.partnerId })} look="quiet">
          {row.partnerName}
        </PageLink>
      ),
    },
    {
      id: 'whom',
      title: t('brought.whom'),
      cell: (row) => <Count value={row.clients} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'sales',
      title: t('brought.sales'),
      cell: (row) => (
        <PageLink to={paths.deals({ import: importId, partner: row.partnerId })}>
          <Count value={row.sales} />
        </PageLink>
      ),
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'paid',
      title: t('brought.paid'),
      cell: (row) => <Money minor={row.paidMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'returned',
      title: t('brought.returned'),
      cell: (row) =>
        row.returnedMinor === 0 ? '' : <Money minor={-row.returnedMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'owed',
      title: t('brought.owed'),
      cell: (row) => <Money minor={row.accruedMinor} currency={row.currency} />,
      align: 'right',
      narrow: 'line',
    },
  ];
  const books = [...new Set(brought.rows.map((row) => row.class))];
  return (
    <div className={classes.gap}>
      {books.length === 0 ? <EmptyState title={t('brought.none')}>{t('brought.noneText')}</EmptyState> : null}
      {books.map((book) => (
        <div key={book}>
          <ClassBadge of={book as ReportingClass} />
          <DataTable
            label={kit(`class.${book}`)}
            columns={columns}
            rows={brought.rows.filter((row) => row.class === book)}
            rowKey={(row) => `${row.partnerId} ${row.currency}`}
          />
        </div>
      ))}
      {brought.more > 0 ? <p className={classes.soft}>{t('brought.more')}</p> : null}
      {brought.direct.map((direct) => (
        <p className={classes.soft} key={direct.currency}>
          <Sentence
            text={t('brought.direct', { sales: count(direct.sales), clients: count(direct.clients) })}
            parts={{ paid: <Money minor={direct.paidMinor} currency={direct.currency} /> }}
          />
        </p>
      ))}
      {brought.uncredited > 0 ? (
        <p className={classes.soft}>
          {t('brought.uncredited', { shown: count(brought.uncredited) })}{' '}
          <PageLink to={paths.deals({ import: importId, state: 'uncredited' })}>
            {t('brought.openUncredited')}
          </PageLink>
        </p>
      ) : null}
    </div>
  );
}
