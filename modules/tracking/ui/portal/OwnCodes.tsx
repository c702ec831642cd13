import {
  Badge,
  CopyText,
  DataTable,
  EmptyState,
  useFormat,
  useMay,
  useRows,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import { listCodes, type CodeRow } from '../../contract.ts';

/** The words by which a client names the partner. */
export function OwnCodes() {
  const t = useWords('tracking');
  const format = useFormat();
  const may = useMay('code.read');
  const rows = useRows(listCodes, { query: {} });
  if (!may) return null;
  const columns: readonly Column<CodeRow>[] = [
    {
      id: 'code',
      title: t('own.code'),
      cell: (row) => <CopyText text={row.code} label={t('own.copyCode', { code: row.code })} />,
      narrow: 'title',
    },
    {
      id: 'gives',
      title: t('own.gives'),
      cell: (row) =>
        row.archivedAt ? (
          <Badge tone="faint">{t('own.stopped')}</Badge>
        ) : row.pausedAt ? (
          <Badge tone="warn">{t('own.codePaused')}</Badge>
        ) : row.discountPpm > 0 ? (
          t('own.discount', { percent: format.percent(row.discountPpm) })
        ) : (
          t('own.names')
        ),
      narrow: 'bare',
    },
    {
      id: 'came',
      title: t('own.came'),
      cell: (row) => t('own.cameOf', { leads: row.leads, buyers: row.buyers, sales: row.sales }),
      narrow: 'bare',
    },
  ];
  return (
    <DataTable
      label={t('own.codes')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('own.noCodes')}>{t('own.noCodesText')}</EmptyState>}
    />
  );
}
