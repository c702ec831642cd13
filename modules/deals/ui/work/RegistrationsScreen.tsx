import { Button } from '@mantine/core';
import {
  DataTable,
  EmptyState,
  PageHeading,
  PageLink,
  paths,
  SegmentTabs,
  useFilters,
  useMay,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { listDealCards, type Deal } from '../../contract.ts';
import { DealState } from './DealState.tsx';
import { RegisterDeal } from './RegisterDeal.tsx';
import classes from './work.module.css';

/** What partners handed over and wait to hear of, with the time we promised to answer by. */
export default function RegistrationsScreen() {
  const t = useWords('deals');
  const [filters, setFilters] = useFilters(paths.registrations);
  const mayRegister = useMay('deal.register');
  const maySetUp = useMay('deal.decide');
  const second = filters.show === 'second';
  const rows = useRows(listDealCards, {
    query: { registration: second ? 'conflicted' : 'pending', state: 'open' },
  });
  const columns: readonly Column<Deal>[] = [
    {
      id: 'client',
      title: t('work.inbox.client'),
      cell: (row) => (
        <>
          {row.title}
          {row.doubt ? <div className={classes.quiet}>{t(`work.doubt.${row.doubt}`)}</div> : null}
        </>
      ),
      narrow: 'title',
    },
    {
      id: 'by',
      title: t('work.list.by'),
      cell: (row) => row.partner?.name ?? row.namedRegistrant ?? t('work.list.ourselves'),
      narrow: 'line',
    },
    {
      id: 'channel',
      title: t('work.inbox.channel'),
      cell: (row) => t(`work.channel.${row.channel}`),
      narrow: 'line',
    },
    {
      id: 'when',
      title: t('work.inbox.when'),
      cell: (row) => (row.registeredAt ? <When value={row.registeredAt} style="time" /> : null),
      align: 'right',
      narrow: 'line',
    },
    {
      id: 'due',
      title: second ? t('work.list.registration') : t('work.inbox.due'),
      cell: (row) =>
        second || !row.answerDueAt ? (
          <DealState deal={row} />
        ) : (
          <>
            <When value={row.answerDueAt} style="time" /> {row.isOverdue ? <DealState deal={row} /> : null}
          </>
        ),
      align: 'right',
      narrow: 'value',
    },
  ];
  return (
    <>
      <PageHeading
        title={t('work.inbox.title')}
        answer={t('work.inbox.answer')}
        actions={
          <>
            {maySetUp ? <PageLink to={paths.dealSetUp()}>{t('nav.setUp')}</PageLink> : null}
            {mayRegister ? (
              <Button onClick={() => setFilters({ new: 'deal' })}>{t('actions.registerDeal')}</Button>
            ) : null}
          </>
        }
      />
      <div className={classes.views}>
        <SegmentTabs
          label={t('work.list.registration')}
          value={second ? 'second' : 'waiting'}
          segments={[
            { value: 'waiting', label: t('work.inbox.waiting') },
            { value: 'second', label: t('work.inbox.second') },
          ]}
          onChange={(show) => setFilters({ show: show === 'second' ? 'second' : '' })}
        />
      </div>
      <DataTable
        label={t('work.inbox.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.dealCard({ dealId: row.id })}
        tone={(row) => (row.isOverdue ? 'risk' : undefined)}
        empty={
          <EmptyState title={second ? t('work.inbox.noSecond') : t('work.inbox.none')}>
            {second ? null : t('work.inbox.noneText')}
          </EmptyState>
        }
      />
      {filters.new === 'deal' && mayRegister ? (
        <RegisterDeal onClose={() => setFilters({ new: '' })} />
      ) : null}
    </>
  );
}
