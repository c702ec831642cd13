import { Button } from '@mantine/core';
import {
  Badge,
  DataTable,
  EmptyState,
  FilterBar,
  PageHeading,
  PageLink,
  paths,
  SidePanel,
  useFilters,
  useMay,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { listStopEntries, type StopEntry } from '../contract/stop-list.ts';
import { PartnerStops } from './PartnerStops.tsx';
import { ProposeStop } from './ProposeStop.tsx';
import { StopMeetings } from './StopMeetings.tsx';
import { StopEntryCard } from './StopEntryCard.tsx';
import classes from './stop-list.module.css';

const SHOWN = ['waiting', 'standing', 'past', 'all'] as const;

/** With whom never again, and why (S0.72). */
export default function StopListScreen() {
  const t = useWords('recruiting');
  const [filters, set] = useFilters(paths.stopList);
  const mayDecide = useMay('stop_list.decide');
  const show = SHOWN.find((one) => one === filters.show) ?? 'all';
  const rows = useRows(listStopEntries, { query: { show } });
  const opened = rows.rows.find(({ id }) => id === filters.open);
  const propose = mayDecide ? (
    <Button onClick={() => set({ new: '1' })}>{t('stopList.propose')}</Button>
  ) : null;
  return (
    <>
      <PageHeading title={t('stopList.title')} answer={t('stopList.answer')} actions={propose} />
      {filters.partner ? (
        <PartnerStops
          partnerId={filters.partner}
          onPropose={() => set({ new: '1' })}
          onAll={() => set({ partner: '' })}
        />
      ) : null}
      <FilterBar
        values={filters}
        onChange={set}
        fields={[
          {
            key: 'show',
            kind: 'choice',
            label: t('stopList.show'),
            options: SHOWN.map((value) => ({ value, label: t(`stopList.of.${value}`) })),
          },
          { key: 'partner', kind: 'partner', label: t('stopList.partner') },
        ]}
      />
      <DataTable
        label={t('stopList.title')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.stopList({ ...filters, open: row.id })}
        empty={
          <EmptyState title={t('stopList.emptyTitle')} actions={propose}>
            {t('stopList.emptyText')}
          </EmptyState>
        }
      />
      <StopMeetings />
      {opened ? (
        <SidePanel opened onClose={() => set({ open: '' })} title={opened.name}>
          <StopEntryCard entry={opened} />
        </SidePanel>
      ) : null}
      {filters.new && mayDecide ? (
        <ProposeStop partnerId={filters.partner || null} onClose={() => set({ new: '' })} />
      ) : null}
    </>
  );
}

function useColumns(): readonly Column<StopEntry>[] {
  const t = useWords('recruiting');
  return [
    {
      id: 'who',
      title: t('stopList.who'),
      cell: (row) => (
        <>
          {row.partner ? (
            <PageLink to={paths.partner({ partnerId: row.partner.id })}>{row.name}</PageLink>
          ) : (
            row.name
          )}
          <span className={classes.soft}>{t(`lifecycle:reason.${row.reasonCode}`)}</span>
        </>
      ),
      narrow: 'title',
    },
    {
      id: 'proposed',
      title: t('stopList.proposed'),
      cell: (row) => (
        <>
          <When value={row.proposed.at} /> {row.proposed.by ?? ''}
        </>
      ),
      narrow: 'line',
    },
    {
      id: 'decided',
      title: t('stopList.decided'),
      cell: (row) =>
        row.decided ? (
          <>
            <When value={row.decided.at} /> {row.decided.by ?? ''}
          </>
        ) : (
          '–'
        ),
      narrow: 'line',
    },
    {
      id: 'state',
      title: t('stopList.stateTitle'),
      cell: (row) => (
        <Badge tone={row.state === 'standing' ? 'risk' : row.state === 'proposed' ? 'warn' : 'plain'}>
          {t(`stopList.state.${row.state}`)}
        </Badge>
      ),
      narrow: 'value',
    },
  ];
}
