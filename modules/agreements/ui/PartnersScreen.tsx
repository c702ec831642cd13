import { Button } from '@mantine/core';
import {
  DataTable,
  ExportMenu,
  FilterBar,
  hrefOf,
  PageHeading,
  PageLink,
  paths,
  SegmentTabs,
  sortOf,
  textOfSort,
  useFilters,
  useMay,
  useMe,
  useRows,
  useWords,
} from '@mosty/ui-kit';
import { usePartnerScores } from '@mosty/scores/parts';
import {
  CLASSES,
  exportPartners,
  KINDS,
  listPartners,
  PARTNER_SORTS,
  type Kind,
  type ReportingClass,
} from '../contract.ts';
import { AddPartner } from './AddPartner.tsx';
import { partnerColumns } from './partner-columns.tsx';
import { filtersOf, standingOf, viewOf, VIEWS } from './partner-views.ts';
import { PartnersEmpty } from './PartnersEmpty.tsx';
import { useMembers } from './use-members.ts';
import { usePartnerFigures } from './use-partner-figures.ts';

/** Whom we sell with, in what standing, and who answers for each. */
export default function PartnersScreen() {
  const t = useWords('agreements');
  const me = useMe();
  const [filters, setFilters] = useFilters(paths.partners);
  const mayWrite = useMay('partner.write');
  const mayCheck = useMay('check.read');
  const members = useMembers();
  const sort = sortOf(filters.sort) ?? { by: 'name', order: 'asc' as const };
  const chosen = {
    q: filters.q || undefined,
    class: (filters.class || undefined) as ReportingClass | undefined,
    kind: (filters.kind || undefined) as Kind | undefined,
    track: (filters.track || undefined) as 'high_touch' | 'scaled' | undefined,
    ownerMemberId: filters.keeper || undefined,
    import: filters.import || undefined,
  };
  const query = {
    ...chosen,
    ...standingOf(filters.stage),
    sortBy: PARTNER_SORTS.find((by) => by === sort.by) ?? 'name',
    sortOrder: sort.order,
  };
  const rows = useRows(listPartners, { query });
  const figures = usePartnerFigures(rows.rows.map((row) => row.id));
  const scores = usePartnerScores(rows.rows.map((row) => row.id));
  const view = viewOf(filters, me.member.id);
  const filtered = Object.values(chosen).some((value) => value !== undefined) || view !== 'partner';
  const choice = (values: readonly string[], words: string) =>
    values.map((value) => ({ value, label: t(`${words}.${value}`) }));

  return (
    <>
      <PageHeading
        title={t('partners.title')}
        answer={t(view === 'contact' ? 'partners.contactsAnswer' : 'partners.answer')}
        actions={
          <>
            <ExportMenu
              of={exportPartners}
              hrefOf={(format) => hrefOf(exportPartners, { query: { ...query, format } })}
            />
            {mayWrite ? (
              <Button onClick={() => setFilters({ new: 'partner' })}>{t('actions.addPartner')}</Button>
            ) : null}
          </>
        }
      />
      <SegmentTabs
        label={t('partners.views')}
        value={view}
        segments={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
        onChange={(next) => setFilters(filtersOf(next, me.member.id))}
      />
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'q', kind: 'search', label: t('partners.search') },
          {
            key: 'class',
            kind: 'choice',
            label: t('partners.class'),
            options: CLASSES.map((value) => ({ value, label: t(`kit:class.${value}`) })),
          },
          { key: 'kind', kind: 'choice', label: t('partners.kind'), options: choice(KINDS, 'kind') },
          {
            key: 'track',
            kind: 'choice',
            label: t('partners.track'),
            options: choice(['high_touch', 'scaled'], 'track'),
          },
          {
            key: 'keeper',
            kind: 'choice',
            label: t('partners.owner'),
            options: [...members.keepers, { value: 'nobody', label: t('partners.nobody') }],
          },
          { key: 'import', kind: 'import' },
        ]}
      />
      {chosen.class === 'alliance' && mayCheck ? (
        <p>
          <PageLink to={paths.alliances()}>{t('partners.alliances')}</PageLink>
        </p>
      ) : null}
      <DataTable
        label={t('partners.title')}
        columns={partnerColumns(t, { nameOf: members.nameOf, figures, scores, view })}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.partner({ partnerId: row.id })}
        sort={sort}
        onSort={(next) => setFilters({ sort: textOfSort(next) })}
        tone={(row) => (row.archivedAt ? 'faint' : undefined)}
        empty={
          <PartnersEmpty
            filtered={filtered}
            onClear={() =>
              setFilters({ q: '', class: '', kind: '', track: '', keeper: '', stage: '', import: '' })
            }
          />
        }
      />
      {filters.new === 'partner' && mayWrite ? <AddPartner onClose={() => setFilters({ new: '' })} /> : null}
    </>
  );
}
