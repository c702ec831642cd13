import { Button } from '@mantine/core';
import { KINDS } from '@mosty/agreements/contract';
import {
  Badge,
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  paths,
  toast,
  useFilters,
  useRows,
  useVerb,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import {
  ASSET_KINDS,
  ASSET_SHOWS,
  ASSET_SORTS,
  confirmMaterials,
  countMaterials,
  exportAssets,
  listAssets,
  readKits,
  type AssetRow,
} from '../contract.ts';
import { KitTab } from './KitTab.tsx';
import classes from './library.module.css';

export function AssetsTab({ mayEdit }: { mayEdit: boolean }) {
  const t = useWords('library');
  const words = useWords('agreements');
  const [filters, set] = useFilters(paths.library);
  const show = ASSET_SHOWS.find((one) => one === filters.show) ?? 'published';
  const sort = ASSET_SORTS.find((one) => one === filters.sort) ?? 'recent';
  const kind = ASSET_KINDS.find((one) => one === filters.kind);
  const forKind = KINDS.find((one) => one === filters.for);
  const query = {
    show,
    sort,
    ...(kind ? { kind } : {}),
    ...(forKind ? { for: forKind } : {}),
    ...(filters.q ? { q: filters.q } : {}),
  };
  const rows = useRows(listAssets, { query });
  const isNarrowed = Boolean(filters.q || filters.kind || filters.for || filters.show);
  const clear = () => set({ q: '', kind: '', for: '', show: '' });
  return (
    <>
      <FilterBar
        values={filters}
        onChange={set}
        fields={[
          { key: 'q', kind: 'search', label: t('assets.search') },
          {
            key: 'kind',
            kind: 'choice',
            label: t('assets.kind'),
            options: ASSET_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
          {
            key: 'for',
            kind: 'choice',
            label: t('assets.for'),
            options: KINDS.map((value) => ({ value, label: words(`kind.${value}`) })),
          },
          {
            key: 'show',
            kind: 'choice',
            label: t('assets.show'),
            options: ASSET_SHOWS.map((value) => ({ value, label: t(`show.${value}`) })),
          },
          {
            key: 'sort',
            kind: 'choice',
            label: t('assets.sort'),
            options: ASSET_SORTS.map((value) => ({ value, label: t(`sort.${value}`) })),
          },
        ]}
      />
      {mayEdit && show === 'stale' && rows.rows.length > 0 ? <ConfirmAll rows={rows.rows} /> : null}
      <div className={classes.row}>
        <ExportMenu
          of={exportAssets}
          hrefOf={(format) => hrefOf(exportAssets, { query: { ...query, format } })}
        />
      </div>
      {sort === 'after' ? <p className={classes.soft}>{t('assets.noCause')}</p> : null}
      <DataTable
        label={t('tabs.assets')}
        columns={useColumns(mayEdit)}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.asset({ assetId: row.id })}
        empty={
          isNarrowed ? (
            <EmptyState
              title={t('assets.clearTitle')}
              actions={
                <Button variant="default" onClick={clear}>
                  {t('assets.clear')}
                </Button>
              }
            />
          ) : mayEdit ? (
            <EmptyState title={t('assets.emptyTitle')}>
              <p>{t('assets.emptyText')}</p>
              <KitTab />
            </EmptyState>
          ) : (
            <EmptyState title={t('assets.emptyTitle')} />
          )
        }
      />
    </>
  );
}

function ConfirmAll({ rows }: { rows: readonly AssetRow[] }) {
  const t = useWords('library');
  const verb = useVerb(confirmMaterials, { invalidates: [listAssets, countMaterials, readKits] });
  const confirm = async (): Promise<void> => {
    const assetIds = rows.slice(0, 200).map(({ id }) => id);
    const { confirmed } = await verb.mutateAsync({ body: { assetIds } });
    toast(t('confirmed', { count: confirmed }));
  };
  return (
    <div className={classes.row}>
      <span>{t('assets.stale')}</span>
      <Button loading={verb.isPending} onClick={() => void confirm()}>
        {t('assets.confirmAll', { count: rows.length })}
      </Button>
    </div>
  );
}

function useColumns(mayEdit: boolean): readonly Column<AssetRow>[] {
  const t = useWords('library');
  const words = useWords('agreements');
  const used: readonly Column<AssetRow>[] = [
    {
      id: 'opens',
      title: t('assets.opens'),
      align: 'right',
      narrow: 'line',
      cell: ({ used: counted }) =>
        counted ? t('assets.opened', { opens: counted.opens, partners: counted.partners }) : '–',
    },
    {
      id: 'after',
      title: t('assets.after'),
      align: 'right',
      narrow: 'line',
      cell: ({ used: counted }) => counted?.clientsAfter ?? '–',
    },
  ];
  return [
    {
      id: 'title',
      title: t('assets.what'),
      narrow: 'title',
      cell: (row) => (
        <>
          {row.title}
          <span className={classes.soft}>
            {t(`kind.${row.kind}`)}
            {' · '}
            {row.kinds.length > 0 ? row.kinds.map((one) => words(`kind.${one}`)).join(', ') : t('forAll')}
          </span>
        </>
      ),
    },
    ...(mayEdit ? used : []),
    {
      id: 'confirmed',
      title: t('assets.confirmedOn'),
      narrow: 'line',
      cell: (row) => <When value={row.confirmedOn} />,
    },
    {
      id: 'state',
      title: t('assets.state'),
      narrow: 'value',
      cell: (row) => (
        <Badge tone={row.isStale && row.state === 'published' ? 'warn' : 'plain'}>
          {t(row.isStale && row.state === 'published' ? 'show.stale' : `state.${row.state}`)}
        </Badge>
      ),
    },
  ];
}
