import { Button } from '@mantine/core';
import {
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  PageHeading,
  PageLink,
  paths,
  SegmentTabs,
  useFilters,
  useMay,
  useRows,
  useWords,
} from '@mosty/ui-kit';
import { exportLinks, listLinks } from '../contract.ts';
import { CreateLink } from './CreateLink.tsx';
import { CreateMany } from './CreateMany.tsx';
import { LinkPanel } from './LinkPanel.tsx';
import { LinkSettings } from './LinkSettings.tsx';
import { useLinkColumns } from './use-link-columns.tsx';

const STATES = ['live', 'expired', 'archived'] as const;
type State = (typeof STATES)[number];

/** Whose link was followed, how often, and what came of it. */
export default function LinksScreen() {
  const t = useWords('tracking');
  const [filters, setFilters] = useFilters(paths.links);
  const mayWrite = useMay('link.write');
  const maySet = useMay('link_settings.set');
  const state: State = STATES.find((one) => one === filters.state) ?? 'live';
  const chosen = { q: filters.q || undefined, partnerId: filters.partner || undefined, state };
  const rows = useRows(listLinks, { query: chosen });
  const filtered = filters.q !== '' || filters.partner !== '' || state !== 'live';
  const create = mayWrite ? (
    <Button onClick={() => setFilters({ new: 'link' })}>{t('actions.createLink')}</Button>
  ) : null;
  const close = () => setFilters({ new: '', open: '', edit: '' });
  return (
    <>
      <PageHeading
        title={t('links.title')}
        answer={
          <>
            {t('links.answer')} <PageLink to={paths.clicks()}>{t('links.allClicks')}</PageLink>
          </>
        }
        actions={
          <>
            <ExportMenu
              of={exportLinks}
              hrefOf={(format) => hrefOf(exportLinks, { query: { ...chosen, format } })}
            />
            {maySet ? (
              <Button variant="default" onClick={() => setFilters({ new: 'settings' })}>
                {t('links.settings')}
              </Button>
            ) : null}
            {mayWrite ? (
              <Button variant="default" onClick={() => setFilters({ new: 'many' })}>
                {t('links.many')}
              </Button>
            ) : null}
            {create}
          </>
        }
      />
      <SegmentTabs
        label={t('links.state')}
        value={state}
        segments={STATES.map((value) => ({ value, label: t(`links.states.${value}`) }))}
        onChange={(value) => setFilters({ state: value === 'live' ? '' : value })}
      />
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[
          { key: 'q', kind: 'search', label: t('links.search') },
          { key: 'partner', kind: 'partner', label: t('codes.partner') },
        ]}
      />
      <DataTable
        label={t('links.title')}
        columns={useLinkColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => setFilters({ open: row.id })}
        tone={(row) => (row.archivedAt ? 'faint' : undefined)}
        empty={
          <EmptyState
            title={t(filtered ? 'links.nothingFound' : 'links.emptyTitle')}
            actions={
              filtered ? (
                <Button variant="default" onClick={() => setFilters({ q: '', partner: '', state: '' })}>
                  {t('codes.clear')}
                </Button>
              ) : (
                create
              )
            }
          >
            {t(filtered ? 'links.nothingFoundText' : 'links.emptyText')}
          </EmptyState>
        }
      />
      {filters.new === 'link' && mayWrite ? (
        <CreateLink partnerId={filters.partner || null} onClose={close} />
      ) : null}
      {filters.new === 'many' && mayWrite ? <CreateMany onClose={close} /> : null}
      {filters.new === 'settings' && maySet ? <LinkSettings onClose={close} /> : null}
      {filters.open ? (
        <LinkPanel
          linkId={filters.open}
          editing={filters.edit !== '' && mayWrite}
          onEdit={(editing) => setFilters({ edit: editing ? 'yes' : '' })}
          onClose={close}
        />
      ) : null}
    </>
  );
}
