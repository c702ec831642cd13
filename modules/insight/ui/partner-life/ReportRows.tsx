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
import type { ReportingClass } from '../../contract/class.ts';
import type { NumberRow } from '../../contract/numbers.ts';
import { exportReportRows, listReportRows, type Report } from '../../contract/partner-life.ts';
import classes from './partner-life.module.css';

interface Props {
  readonly report: Report;
  readonly part: string;
  readonly book: ReportingClass;
  readonly label: string;
}

/** Who stands behind a number, each leading to its own page; as a file too. */
export default function ReportRows({ report, part, book, label }: Props) {
  const t = useWords('insight-partner-life');
  const channel = useWords('insight');
  const query = { report, part, class: book };
  const rows = useRows(listReportRows, { query });
  const has = (column: 'note' | 'on' | 'amountMinor') => rows.rows.some((row) => row[column] !== null);
  const columns: Column<NumberRow>[] = [
    { id: 'name', title: t('rows.name'), narrow: 'title', cell: (row) => <RowName row={row} /> },
    {
      id: 'note',
      title: t('rows.note'),
      narrow: 'bare',
      cell: (row) =>
        row.note ? t([`note.${row.note}`, `insight:note.${row.note}`], { defaultValue: row.note }) : '',
    },
    {
      id: 'on',
      title: t(`rows.on.${report}`),
      align: 'right',
      narrow: 'line',
      cell: (row) => (row.on ? <When value={row.on} style="short" /> : ''),
    },
    {
      id: 'figure',
      title: t(`rows.figure.${report}`),
      align: 'right',
      narrow: has('amountMinor') ? 'line' : 'value',
      cell: (row) => row.figure ?? '',
    },
    {
      id: 'amountMinor',
      title: t('rows.amount'),
      align: 'right',
      narrow: 'value',
      cell: (row) =>
        row.amountMinor === null ? (
          ''
        ) : (
          <Money
            minor={row.amountMinor}
            {...(row.currency ? { currency: row.currency } : {})}
            precision="whole"
          />
        ),
    },
  ];
  return (
    <>
      <DataTable
        label={label}
        columns={columns.filter(
          ({ id }) => (id !== 'note' && id !== 'on' && id !== 'amountMinor') || has(id),
        )}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('rows.none')}>{t('rows.noneText')}</EmptyState>}
      />
      {rows.rows.length > 0 ? (
        <div className={classes.take}>
          <ExportMenu
            of={exportReportRows}
            label={t('rows.export')}
            hrefOf={(format) => hrefOf(exportReportRows, { query: { ...query, format } })}
          />
          <span className={classes.soft}>{channel(`book.${book}`)}</span>
        </div>
      ) : null}
    </>
  );
}

function RowName({ row }: { row: NumberRow }) {
  const to =
    row.kind === 'client' ? paths.client({ clientId: row.id }) : paths.partner({ partnerId: row.id });
  return (
    <PageLink to={to} look="quiet">
      {row.partnerName ?? row.clientName ?? row.id}
    </PageLink>
  );
}
