import {
  DataTable,
  EmptyState,
  ExportMenu,
  hrefOf,
  Money,
  PageLink,
  paths,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { exportNumber, openNumber, type NumberRow } from '../contract.ts';
import type { Measure, Window } from './MeasureFigure.tsx';
import classes from './channel.module.css';

interface Props {
  readonly measure: Measure;
  readonly window: Window;
  readonly partner?: string | undefined;
}

/** What the figure of a row counts, where it has one. */
const FIGURE: Partial<Record<Measure['metric'], 'sales' | 'days' | 'months'>> = {
  active_share: 'sales',
  referral_capacity: 'sales',
  took_part: 'sales',
  time_to_first_sale: 'days',
  agreements_without_sales: 'days',
  logos_only: 'days',
  payback: 'months',
};

/** The rows behind a number, each leading to its own page; as a file too. */
export function NumberRows({ measure, window, partner }: Props) {
  const t = useWords('insight');
  const { metric, class: book } = measure;
  const query = {
    ...window,
    ...(book ? { class: book } : {}),
    ...(measure.currency ? { currency: measure.currency } : {}),
    ...(partner ? { partner } : {}),
  };
  const rows = useRows(openNumber, { params: { metric }, query });
  const has = (column: 'note' | 'figure' | 'amountMinor') => rows.rows.some((row) => row[column] !== null);
  const columns: Column<NumberRow>[] = [
    { id: 'what', title: t('rows.what'), narrow: 'title', cell: (row) => <RowName row={row} /> },
    {
      id: 'note',
      title: t('rows.note'),
      narrow: 'bare',
      cell: (row) => (row.note ? t(`note.${row.note}`, { defaultValue: row.note }) : ''),
    },
    {
      id: 'on',
      title: t('rows.on'),
      align: 'right',
      narrow: 'line',
      cell: (row) => (row.on ? <When value={row.on} style="short" /> : ''),
    },
    {
      id: 'figure',
      title: t(`rows.figure.${FIGURE[metric] ?? 'value'}`),
      align: 'right',
      narrow: has('amountMinor') ? 'line' : 'value',
      cell: (row) => row.figure ?? '',
    },
    {
      id: 'amount',
      title: t('rows.amount'),
      align: 'right',
      narrow: 'value',
      cell: (row) =>
        row.amountMinor === null ? (
          ''
        ) : (
          <Money minor={row.amountMinor} {...(row.currency ? { currency: row.currency } : {})} />
        ),
    },
  ];
  const shown = columns.filter(
    ({ id }) =>
      (id !== 'note' || has('note')) &&
      (id !== 'figure' || has('figure')) &&
      (id !== 'amount' || has('amountMinor')),
  );
  return (
    <>
      <DataTable
        label={t(`metric.${metric}`)}
        columns={shown}
        rows={rows}
        rowKey={(row) => `${row.kind}-${row.id}`}
        empty={<EmptyState title={t('rows.none')}>{t('rows.noneText')}</EmptyState>}
      />
      {rows.rows.length > 0 ? (
        <div className={classes.take}>
          <ExportMenu
            of={exportNumber}
            label={t('rows.export')}
            hrefOf={(format) => hrefOf(exportNumber, { params: { metric }, query: { ...query, format } })}
          />
        </div>
      ) : null}
    </>
  );
}

function RowName({ row }: { row: NumberRow }) {
  const t = useWords('insight');
  const people = [row.partnerName, row.clientName].filter(Boolean).join(' · ');
  const number = row.externalId === null ? null : `№ ${row.externalId}`;
  const kind = row.kind === 'partner' || row.kind === 'client' ? null : t(`kind.${row.kind}`);
  const to = pageOf(row);
  const name = people || number || t(`kind.${row.kind}`);
  return (
    <>
      {to ? (
        <PageLink to={to} look="quiet">
          {name}
        </PageLink>
      ) : (
        name
      )}
      {kind ? <div className={classes.small}>{people && number ? `${kind} ${number}` : kind}</div> : null}
    </>
  );
}

function pageOf(row: NumberRow): string | null {
  switch (row.kind) {
    case 'sale':
      return paths.sale({ saleId: row.id });
    case 'accrual':
      return paths.accrual({ accrualId: row.id });
    case 'client':
      return paths.client({ clientId: row.id });
    case 'partner':
      return paths.partner({ partnerId: row.id });
    case 'refund':
      return paths.refunds();
    case 'cost':
      return paths.costs();
  }
}
