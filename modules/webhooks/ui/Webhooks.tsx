import { Button } from '@mantine/core';
import {
  DataTable,
  EmptyState,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  TableSkeleton,
  useFilters,
  useMay,
  useRead,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { listEndpoints, type EndpointView } from '../contract.ts';
import { CreateEndpoint } from './CreateEndpoint.tsx';
import { Health } from './Health.tsx';
import { Postbacks } from './Postbacks.tsx';
import classes from './webhooks.module.css';

/** Whom we tell of events: addresses of the company, and of its partners. */
export default function Webhooks() {
  const t = useWords('webhooks');
  const [filters, setFilters] = useFilters(paths.webhooks);
  const mayWrite = useMay('webhook.write');
  const read = useRead(listEndpoints, {});
  const create = mayWrite ? (
    <Button onClick={() => setFilters({ new: 'webhook' })}>{t('actions.create')}</Button>
  ) : null;
  const columns: readonly Column<EndpointView>[] = [
    {
      id: 'url',
      title: t('list.url'),
      cell: (row) => (
        <>
          <PageLink to={paths.webhook({ endpointId: row.id })}>
            <span className={classes.url}>{row.url}</span>
          </PageLink>
          {row.description ? <div className={classes.faint}>{row.description}</div> : null}
        </>
      ),
      narrow: 'title',
    },
    { id: 'state', title: t('list.state'), cell: (row) => <Health of={row} />, narrow: 'bare' },
    {
      id: 'events',
      title: t('list.events'),
      cell: (row) => t('list.eventsOf', { count: row.events.length }),
      narrow: 'line',
    },
    {
      id: 'waiting',
      title: t('list.waiting'),
      cell: (row) => (row.waiting > 0 ? row.waiting : '–'),
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'last',
      title: t('list.lastSuccess'),
      cell: (row) =>
        row.lastSuccessAt ? (
          <When value={row.lastSuccessAt} style="ago" />
        ) : (
          <span className={classes.faint}>{t('list.never')}</span>
        ),
      align: 'right',
      narrow: 'line',
    },
  ];
  return (
    <>
      <PageHeading title={t('list.title')} answer={t('list.answer')} actions={create} />
      <Loaded read={read} skeleton={<TableSkeleton columns={5} rows={3} />}>
        {({ items }) => (
          <DataTable
            label={t('list.title')}
            columns={columns}
            rows={items}
            rowKey={(row) => row.id}
            tone={(row) => (row.state === 'off' ? 'faint' : undefined)}
            empty={
              <EmptyState title={t('list.empty')} actions={create}>
                {t('list.emptyText')}
              </EmptyState>
            }
          />
        )}
      </Loaded>
      <Postbacks />
      {filters.new === 'webhook' && mayWrite ? (
        <CreateEndpoint onClose={() => setFilters({ new: '' })} />
      ) : null}
    </>
  );
}
