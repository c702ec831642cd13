import {
  Badge,
  DataTable,
  EmptyState,
  paths,
  Section,
  SegmentTabs,
  useFilters,
  useFormat,
  useRows,
  useWords,
  When,
  type Column,
  type Tone,
} from '@mosty/ui-kit';
import { Button } from '@mantine/core';
import { DELIVERY_STATES, listDeliveries, TEST_EVENT, type DeliveryView } from '../contract.ts';
import { DeliveryPanel } from './DeliveryPanel.tsx';
import classes from './webhooks.module.css';

const TONES: Record<DeliveryView['state'], Tone> = { waiting: 'accent', delivered: 'faint', failed: 'warn' };

/** What was sent to one address, newest first. */
export function DeliveryLog({ endpointId, isOn }: { endpointId: string; isOn: boolean }) {
  const t = useWords('webhooks');
  const { when } = useFormat();
  const [filters, setFilters] = useFilters(paths.webhook);
  const state = DELIVERY_STATES.find((one) => one === filters.state);
  const rows = useRows(listDeliveries, { params: { endpointId }, query: { state } }, { every: 5_000 });
  const columns: readonly Column<DeliveryView>[] = [
    {
      id: 'what',
      title: t('log.what'),
      cell: (row) => (
        <Button
          variant="transparent"
          size="compact-sm"
          px={0}
          onClick={() => setFilters({ delivery: row.id })}
        >
          {row.type === TEST_EVENT ? t('log.testEvent') : t(`events.${row.type.replace('.', '_')}`)}
        </Button>
      ),
      narrow: 'title',
    },
    {
      id: 'state',
      title: t('log.state'),
      cell: (row) => (
        <>
          <Badge tone={TONES[row.state]}>{t(`log.stateOf.${row.state}`)}</Badge>
          {row.nextAttemptAt && row.attempts > 0 ? (
            <div className={classes.faint}>{t('log.next', { at: when(row.nextAttemptAt, 'time') })}</div>
          ) : null}
        </>
      ),
      narrow: 'bare',
    },
    {
      id: 'answer',
      title: t('log.answer'),
      cell: (row) => row.lastStatus ?? (row.lastError ? t(`delivery.error.${row.lastError}`) : '–'),
      narrow: 'line',
    },
    { id: 'attempts', title: t('log.attempts'), cell: (row) => row.attempts, align: 'right', narrow: 'line' },
    {
      id: 'at',
      title: t('log.at'),
      cell: (row) => <When value={row.createdAt} style="time" />,
      align: 'right',
      narrow: 'line',
    },
  ];
  return (
    <Section title={t('log.title')} note={t('log.note')}>
      <SegmentTabs
        label={t('log.state')}
        value={state ?? 'all'}
        segments={[
          { value: 'all', label: t('log.all') },
          ...DELIVERY_STATES.map((value) => ({ value, label: t(`log.stateOf.${value}`) })),
        ]}
        onChange={(value) => setFilters({ state: value === 'all' ? '' : value })}
      />
      <DataTable
        label={t('log.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          state ? (
            <EmptyState title={t('log.noneOf')} />
          ) : (
            <EmptyState title={t('log.empty')}>{t('log.emptyText')}</EmptyState>
          )
        }
      />
      {filters.delivery ? (
        <DeliveryPanel
          deliveryId={filters.delivery}
          isOn={isOn}
          onClose={() => setFilters({ delivery: '' })}
        />
      ) : null}
    </Section>
  );
}
