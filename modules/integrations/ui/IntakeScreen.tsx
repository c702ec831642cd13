import { Button } from '@mantine/core';
import {
  Badge,
  DataTable,
  EmptyState,
  Loaded,
  PageHeading,
  paths,
  TableSkeleton,
  useFilters,
  useMay,
  useRead,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { listIntakeSources, type IntakeSourceView } from '../contract.ts';
import { ConnectIntake } from './ConnectIntake.tsx';
import { IntakePanel } from './IntakePanel.tsx';
import classes from './intake.module.css';

/** Which providers tell us of payments, and whether they do. */
export default function IntakeScreen() {
  const t = useWords('integrations');
  const [filters, setFilters] = useFilters(paths.intake);
  const mayWrite = useMay('intake.write');
  const read = useRead(listIntakeSources, {}, { every: 10_000 });
  const add = mayWrite ? (
    <Button onClick={() => setFilters({ new: 'source' })}>{t('intake.add')}</Button>
  ) : null;
  const columns: readonly Column<IntakeSourceView>[] = [
    {
      id: 'name',
      title: t('intake.name'),
      cell: (row) => (
        <>
          <Button
            variant="transparent"
            size="compact-md"
            px={0}
            onClick={() => setFilters({ source: row.id })}
          >
            {row.name}
          </Button>
          <div className={classes.faint}>{t(`intake.providerOf.${row.provider}`)}</div>
        </>
      ),
      narrow: 'title',
    },
    { id: 'state', title: t('intake.state'), cell: (row) => <SourceState source={row} />, narrow: 'bare' },
    {
      id: 'last',
      title: t('intake.last'),
      cell: (row) =>
        row.lastEventAt ? (
          <When value={row.lastEventAt} style="ago" />
        ) : (
          <span className={classes.faint}>{t('intake.never')}</span>
        ),
      align: 'right',
      narrow: 'line',
    },
  ];
  return (
    <>
      <PageHeading title={t('intake.title')} answer={t('intake.answer')} actions={add} />
      <Loaded read={read} skeleton={<TableSkeleton columns={3} rows={3} />}>
        {({ items }) => {
          const opened = items.find(({ id }) => id === filters.source);
          return (
            <>
              <DataTable
                label={t('intake.title')}
                columns={columns}
                rows={items}
                rowKey={(row) => row.id}
                tone={(row) => (row.state === 'off' ? 'faint' : undefined)}
                empty={
                  <EmptyState title={t('intake.empty')} actions={add}>
                    {t('intake.emptyText')}
                  </EmptyState>
                }
              />
              {opened ? <IntakePanel source={opened} onClose={() => setFilters({ source: '' })} /> : null}
            </>
          );
        }}
      </Loaded>
      {filters.new && mayWrite ? <ConnectIntake onClose={() => setFilters({ new: '' })} /> : null}
    </>
  );
}

function SourceState({ source }: { source: IntakeSourceView }) {
  const t = useWords('integrations');
  const trustsBlindly = source.provider === 'yookassa' && source.trustsUnread && !source.hasCredentials;
  return (
    <>
      {source.state === 'off' ? (
        <Badge tone="faint">{t('intake.off')}</Badge>
      ) : (
        <Badge tone={source.hasSecret ? 'accent' : 'warn'}>
          {source.hasSecret ? t('intake.on') : t('intake.noSecret')}
        </Badge>
      )}
      {trustsBlindly ? <div className={classes.faint}>{t('intake.trustsUnread')}</div> : null}
      {source.refused > 0 ? (
        <div className={classes.faint}>{t('intake.refused', { count: source.refused })}</div>
      ) : null}
    </>
  );
}
