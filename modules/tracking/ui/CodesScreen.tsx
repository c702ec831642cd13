import { Button } from '@mantine/core';
import {
  Badge,
  ClassBadge,
  ConfirmWithConsequence,
  Count,
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  PageHeading,
  PageLink,
  paths,
  SegmentTabs,
  toast,
  useFilters,
  useFormat,
  useMay,
  useRows,
  useVerb,
  useWords,
  When,
  type Column,
  type ReportingClass,
} from '@mosty/ui-kit';
import { useState } from 'react';
import { archiveCode, exportCodes, listCodes, type CodeRow } from '../contract.ts';
import { CreateCode } from './CreateCode.tsx';

/** Words that name an agreement in a sale: whose each is, what it gives, whether it still works. */
export default function CodesScreen() {
  const t = useWords('tracking');
  const [filters, setFilters] = useFilters(paths.codes);
  const [live, setLive] = useState<'yes' | 'no'>('yes');
  const mayWrite = useMay('code.write');
  const chosen = { q: filters.q || undefined, partnerId: filters.partner || undefined, live };
  const rows = useRows(listCodes, { query: chosen });
  const filtered = filters.q !== '' || filters.partner !== '' || live === 'no';
  return (
    <>
      <PageHeading
        title={t('codes.title')}
        answer={t('codes.answer')}
        actions={
          <>
            <ExportMenu
              of={exportCodes}
              hrefOf={(format) => hrefOf(exportCodes, { query: { ...chosen, format } })}
            />
            {mayWrite ? (
              <Button onClick={() => setFilters({ new: 'code' })}>{t('actions.createCode')}</Button>
            ) : null}
          </>
        }
      />
      <SegmentTabs
        label={t('codes.state')}
        value={live}
        segments={[
          { value: 'yes', label: t('codes.live') },
          { value: 'no', label: t('codes.archived') },
        ]}
        onChange={setLive}
      />
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'q', kind: 'search', label: t('codes.search') },
          { key: 'partner', kind: 'partner', label: t('codes.partner') },
        ]}
      />
      <DataTable
        label={t('codes.title')}
        columns={useColumns(mayWrite)}
        rows={rows}
        rowKey={(row) => row.id}
        tone={(row) => (row.archivedAt || row.pausedAt ? 'faint' : undefined)}
        empty={
          <EmptyState
            title={t(filtered ? 'codes.nothingFound' : 'codes.emptyTitle')}
            actions={
              filtered ? (
                <Button
                  variant="default"
                  onClick={() => {
                    setLive('yes');
                    setFilters({ q: '', partner: '' });
                  }}
                >
                  {t('codes.clear')}
                </Button>
              ) : mayWrite ? (
                <Button onClick={() => setFilters({ new: 'code' })}>{t('actions.createCode')}</Button>
              ) : null
            }
          >
            {t(filtered ? 'codes.nothingFoundText' : 'codes.emptyText')}
          </EmptyState>
        }
      />
      {filters.new === 'code' && mayWrite ? (
        <CreateCode partnerId={filters.partner || null} onClose={() => setFilters({ new: '' })} />
      ) : null}
    </>
  );
}

function useColumns(mayWrite: boolean): readonly Column<CodeRow>[] {
  const t = useWords('tracking');
  const format = useFormat();
  return [
    { id: 'code', title: t('codes.code'), cell: (row) => <strong>{row.code}</strong>, narrow: 'title' },
    {
      id: 'partner',
      title: t('codes.partner'),
      cell: (row) => (
        <PageLink to={paths.partner({ partnerId: row.partnerId })} look="quiet">
          {row.partnerName}
        </PageLink>
      ),
      narrow: 'line',
    },
    {
      id: 'class',
      title: '',
      cell: (row) => <ClassBadge of={row.class as ReportingClass} short />,
      narrow: 'bare',
    },
    {
      id: 'kind',
      title: t('codes.kind'),
      cell: (row) =>
        row.kind === 'promo'
          ? t('codes.discount', { percent: format.percent(row.discountPpm) })
          : t('codes.noDiscount'),
      narrow: 'line',
    },
    {
      id: 'leads',
      title: t('links.leads'),
      cell: (row) => <Count value={row.leads} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'sales',
      title: t('links.sales'),
      cell: (row) => <Count value={row.sales} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'since',
      title: t('codes.since'),
      cell: (row) => <When value={row.createdAt} />,
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'state',
      title: t('codes.state'),
      cell: (row) =>
        row.archivedAt ? (
          <Badge tone="faint">{t('codes.stopped', { day: format.when(row.archivedAt) })}</Badge>
        ) : row.pausedAt ? (
          <Badge tone="warn">{t('codes.paused', { day: format.when(row.pausedAt) })}</Badge>
        ) : mayWrite ? (
          <Stop row={row} />
        ) : (
          <Badge tone="accent">{t('codes.works')}</Badge>
        ),
      align: 'right',
      narrow: 'value',
    },
  ];
}

function Stop({ row }: { row: CodeRow }) {
  const t = useWords('tracking');
  const verb = useVerb(archiveCode, {
    invalidates: [listCodes],
    onDone: () => toast(t('codes.stoppedToast')),
  });
  return (
    <ConfirmWithConsequence
      title={t('codes.stopTitle', { code: row.code })}
      consequence={t('codes.stopText')}
      confirm={t('codes.stop')}
      onConfirm={() => verb.mutateAsync({ params: { codeId: row.id } })}
    >
      {(ask) => (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={ask}>
          {t('codes.stop')}
        </Button>
      )}
    </ConfirmWithConsequence>
  );
}
