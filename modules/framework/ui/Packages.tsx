import {
  DataTable,
  EmptyState,
  paths,
  useFilters,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { listPackages, type PackageRow } from '../contract.ts';
import { PackagePanel } from './PackagePanel.tsx';
import { TrackShare } from './TrackShare.tsx';

/** Who is led personally and what of their package they were given (S1.24). */
export function Packages() {
  const t = useWords('framework');
  const [filters, set] = useFilters(paths.types);
  const rows = useRows(listPackages, { query: {} });
  const columns: readonly Column<PackageRow>[] = [
    { id: 'partner', title: t('crossings.partner'), cell: (row) => row.partner.name, narrow: 'title' },
    { id: 'keeper', title: t('packages.keeper'), cell: (row) => row.keeper ?? '–', narrow: 'line' },
    {
      id: 'given',
      title: t('packages.given'),
      align: 'right',
      cell: (row) => t('packages.of', { given: row.given, of: row.of }),
      narrow: 'value',
    },
    {
      id: 'last',
      title: t('packages.last'),
      cell: (row) => (row.lastOn ? <When value={row.lastOn} /> : t('packages.never')),
      narrow: 'line',
    },
  ];
  return (
    <>
      <TrackShare />
      <DataTable
        label={t('page.packages')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.partner.id}
        rowTo={(row) => paths.types({ tab: 'packages', open: row.partner.id })}
        tone={(row) => (row.given === 0 ? 'warn' : undefined)}
        empty={<EmptyState title={t('packages.emptyTitle')}>{t('packages.emptyText')}</EmptyState>}
      />
      {filters.open ? <PackagePanel partnerId={filters.open} onClose={() => set({ open: '' })} /> : null}
    </>
  );
}
