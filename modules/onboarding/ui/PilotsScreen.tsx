import {
  Badge,
  DataTable,
  EmptyState,
  PageHeading,
  paths,
  SegmentTabs,
  useFilters,
  useFormat,
  useMay,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { Button } from '@mantine/core';
import { listPilots, type PilotRow } from '../contract.ts';
import { NewPilot } from './NewPilot.tsx';
import classes from './onboarding.module.css';

const TABS = ['open', 'decided'] as const;
type Tab = (typeof TABS)[number];

/** What was agreed before the start beside what came of it (S0.61). */
export default function PilotsScreen() {
  const t = useWords('onboarding');
  const [filters, set] = useFilters(paths.pilots);
  const mayWrite = useMay('pilot.write');
  const tab: Tab = filters.show === 'decided' ? 'decided' : 'open';
  const rows = useRows(listPilots, { query: { show: tab } });
  const begin = mayWrite ? <Button onClick={() => set({ new: '1' })}>{t('pilots.new')}</Button> : null;
  return (
    <>
      <PageHeading title={t('pilots.title')} answer={t('pilots.answer')} actions={begin} />
      <SegmentTabs<Tab>
        label={t('pilots.title')}
        value={tab}
        segments={TABS.map((value) => ({ value, label: t(`pilots.${value}`) }))}
        onChange={(value) => set({ show: value === 'open' ? '' : value })}
      />
      <DataTable
        label={t('pilots.title')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.pilot({ pilotId: row.id })}
        empty={<EmptyState title={t('pilots.emptyTitle')}>{t('pilots.emptyText')}</EmptyState>}
      />
      {filters.new && mayWrite ? <NewPilot chosen={filters.new} onClose={() => set({ new: '' })} /> : null}
    </>
  );
}

function useColumns(): readonly Column<PilotRow>[] {
  const t = useWords('onboarding');
  const format = useFormat();
  const money = (minor: number, currency: string) => format.money(minor, { currency });
  return [
    {
      id: 'partner',
      title: t('pilots.partner'),
      cell: (row) => row.partner.name,
      narrow: 'title',
    },
    { id: 'until', title: t('pilots.until'), cell: (row) => <When value={row.endsOn} />, narrow: 'line' },
    {
      id: 'volume',
      title: t('pilots.volume'),
      cell: (row) => t('pilots.of', { found: row.facts?.sales ?? 0, all: row.volume }),
      narrow: 'line',
    },
    {
      id: 'criteria',
      title: t('pilots.criteria'),
      cell: (row) =>
        row.met === null ? (
          <span className={classes.soft}>{t('pilot.notYet')}</span>
        ) : (
          t('pilots.of', { found: row.met, all: row.criteriaCount })
        ),
      narrow: 'line',
    },
    {
      id: 'spent',
      title: t('pilots.spent'),
      cell: (row) =>
        t('pilots.of', {
          found: money(row.facts?.spentMinor ?? 0, row.currency),
          all: money(row.budgetMinor, row.currency),
        }),
      narrow: 'line',
    },
    {
      id: 'state',
      title: t('pilots.state'),
      cell: (row) =>
        row.verdict ? (
          <Badge tone="accent">{t(`verdict.${row.verdict}`)}</Badge>
        ) : (
          <Badge tone={row.state === 'due' ? 'warn' : 'plain'}>{t(`state.${row.state}`)}</Badge>
        ),
      narrow: 'value',
    },
  ];
}
