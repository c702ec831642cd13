import { Button } from '@mantine/core';
import {
  Badge,
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  PageHeading,
  PageLink,
  paths,
  sortOf,
  textOfSort,
  useFilters,
  useMay,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { exportClients, listClients, type Client } from '../contract.ts';
import { AddClient } from './AddClient.tsx';
import classes from './directory.module.css';

const SOURCES = {
  partner: { kept: 'yes' },
  own: { kept: 'no' },
  proven: { proven: 'yes' },
  unpaid: { paid: 'no' },
} as const;

function isSource(text: string): text is keyof typeof SOURCES {
  return text in SOURCES;
}

/** Whom a sale belongs to when it names nobody: every client with the partner that keeps it. */
export default function ClientsScreen() {
  const t = useWords('directory');
  const [filters, setFilters] = useFilters(paths.clients);
  const mayWrite = useMay('client.write');
  const sort = sortOf(filters.sort);
  const chosen = {
    q: filters.q || undefined,
    keeperPartnerId: filters.partner || undefined,
    import: filters.import || undefined,
    ...(isSource(filters.source) ? SOURCES[filters.source] : {}),
  };
  const query = {
    ...chosen,
    sortBy: sort?.by === 'createdAt' ? ('createdAt' as const) : ('name' as const),
    sortOrder: sort?.order ?? ('asc' as const),
  };
  const rows = useRows(listClients, { query });
  const filtered = Object.values(chosen).some((value) => value !== undefined);

  const segment: Column<Client> = {
    id: 'segment',
    title: t('clients.segment'),
    cell: (row) => row.segment ?? '',
    narrow: 'hide',
  };
  const columns: readonly Column<Client>[] = [
    { id: 'name', title: t('clients.name'), cell: (row) => row.name, sorts: true, narrow: 'title' },
    {
      id: 'keeper',
      title: t('clients.keeper'),
      cell: (row) =>
        row.keeper ? (
          <PageLink to={paths.partner({ partnerId: row.keeper.id })} look="quiet">
            {row.keeper.name}
          </PageLink>
        ) : (
          <span className={classes.soft}>{t('clients.nobody')}</span>
        ),
      narrow: 'line',
    },
    // A column of nothing is not shown: many companies name no segments.
    ...(rows.rows.some((row) => row.segment) ? [segment] : []),
    {
      id: 'proofs',
      title: t('clients.proofs'),
      cell: (row) => (row.missingProofs.length === 0 ? <Badge tone="accent">{t('proofs.all')}</Badge> : null),
      narrow: 'bare',
    },
    {
      id: 'firstPaid',
      title: t('clients.firstPaid'),
      cell: (row) =>
        row.firstPaidAt ? (
          <When value={row.firstPaidAt} />
        ) : (
          <span className={classes.soft}>{t('clients.neverPaid')}</span>
        ),
      align: 'right',
      narrow: 'line',
    },
  ];

  return (
    <>
      <PageHeading
        title={t('clients.title')}
        answer={t('clients.answer')}
        actions={
          <>
            <ExportMenu
              of={exportClients}
              hrefOf={(format) => hrefOf(exportClients, { query: { ...query, format } })}
            />
            {mayWrite ? (
              <Button onClick={() => setFilters({ new: 'client' })}>{t('actions.addClient')}</Button>
            ) : null}
          </>
        }
      />
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'q', kind: 'search', label: t('clients.search') },
          {
            key: 'source',
            kind: 'choice',
            label: t('clients.whose'),
            options: Object.keys(SOURCES).map((value) => ({ value, label: t(`source.${value}`) })),
          },
          { key: 'partner', kind: 'partner', label: t('clients.keeper') },
          { key: 'import', kind: 'import' },
        ]}
      />
      <DataTable
        label={t('clients.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.client({ clientId: row.id })}
        sort={sort ?? { by: 'name', order: 'asc' }}
        onSort={(next) => setFilters({ sort: textOfSort(next) })}
        empty={
          <EmptyState
            title={t(filtered ? 'clients.nothingFound' : 'clients.emptyTitle')}
            actions={
              filtered ? (
                <Button
                  variant="default"
                  onClick={() => setFilters({ q: '', partner: '', source: '', import: '' })}
                >
                  {t('clients.clear')}
                </Button>
              ) : (
                <PageLink to={paths.imports({ kind: 'clients' })}>{t('clients.toImport')}</PageLink>
              )
            }
          >
            {t(filtered ? 'clients.nothingFoundText' : 'clients.emptyText')}
          </EmptyState>
        }
      />
      {filters.new === 'client' && mayWrite ? <AddClient onClose={() => setFilters({ new: '' })} /> : null}
    </>
  );
}
