import { Button } from '@mantine/core';
import { exportNumber, openNumber, type NumberRow } from '../contract.ts';
import {
  DataTable,
  EmptyState,
  hrefOf,
  Money,
  PageLink,
  paths,
  useMay,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import type { Measure, Window } from './MeasureFigure.tsx';

interface Props {
  readonly metric: Measure['metric'];
  readonly ofClass: Measure['class'];
  readonly window: Window;
  readonly partner?: string | undefined;
}

/** The rows behind a number, each opening to its own page; as a file too. */
export function NumberRows({ metric, ofClass, window, partner }: Props) {
  const t = useWords('insight');
  const mayExport = useMay('channel.export');
  const query = { ...window, ...(ofClass ? { class: ofClass } : {}), ...(partner ? { partner } : {}) };
  const rows = useRows(openNumber, { params: { metric }, query });
  const columns: readonly Column<NumberRow>[] = [
    { id: 'what', title: t('rows.what'), cell: (row) => <RowName row={row} /> },
    {
      id: 'note',
      title: t('rows.note'),
      cell: (row) => (row.note ? t(`note.${row.note}`, { defaultValue: row.note }) : ''),
      narrow: 'bare',
    },
    {
      id: 'on',
      title: t('rows.on'),
      cell: (row) => (row.on ? <When value={row.on} style="short" /> : ''),
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'amount',
      title: t('rows.amount'),
      cell: (row) =>
        row.amountMinor === null ? (
          (row.figure ?? '')
        ) : (
          <Money minor={row.amountMinor} {...(row.currency ? { currency: row.currency } : {})} />
        ),
      align: 'right',
      narrow: 'value',
    },
  ];
  return (
    <>
      <DataTable
        label={t(`metric.${metric}`)}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.kind}-${row.id}`}
        empty={<EmptyState title={t('rows.none')} />}
      />
      {mayExport && rows.rows.length > 0 ? (
        <Button
          component="a"
          variant="default"
          mt={16}
          href={hrefOf(exportNumber, { params: { metric }, query: { ...query, format: 'xlsx' } })}
          download
        >
          {t('rows.export')}
        </Button>
      ) : null}
    </>
  );
}

function RowName({ row }: { row: NumberRow }) {
  const t = useWords('insight');
  const name =
    [row.partnerName, row.clientName].filter(Boolean).join(' · ') || row.externalId || t(`kind.${row.kind}`);
  const to = pageOf(row);
  return to ? (
    <PageLink to={to} look="quiet">
      {name}
    </PageLink>
  ) : (
    <>{name}</>
  );
}

function pageOf(row: NumberRow): string | null {
  if (row.kind === 'sale') return paths.sale({ saleId: row.id });
  if (row.kind === 'accrual') return paths.accrual({ accrualId: row.id });
  if (row.kind === 'client') return paths.client({ clientId: row.id });
  if (row.kind === 'partner') return paths.partner({ partnerId: row.id });
  if (row.kind === 'refund') return paths.refunds();
  return null;
}
