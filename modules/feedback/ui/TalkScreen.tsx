import { Button } from '@mantine/core';
import {
  Badge,
  DataTable,
  EmptyState,
  FilterBar,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Sentence,
  SidePanel,
  useFilters,
  useMay,
  useRead,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { countThreads, listThreads, readThread, THREAD_KINDS, type ThreadRow } from '../contract.ts';
import { Conversation, VerdictMark } from './Conversation.tsx';
import { OpenThread } from './OpenThread.tsx';
import classes from './talk.module.css';

const SHOWN = ['waiting', 'late', 'answered', 'closed', 'all'] as const;

/** What partners asked and proposed: who waits longest for us comes first (S1.45). */
export default function TalkScreen() {
  const t = useWords('feedback');
  const [filters, set] = useFilters(paths.talk);
  const mayWrite = useMay('thread.write');
  const show = SHOWN.find((one) => one === filters.show) ?? 'waiting';
  const kind = THREAD_KINDS.find((one) => one === filters.kind);
  const query = { show, kind, partnerId: filters.partner || undefined };
  const rows = useRows(listThreads, { query });
  const mayReadPolls = useMay('poll.read');
  const write = mayWrite ? (
    <Button onClick={() => set({ new: '1' })}>{t('actions.openThread')}</Button>
  ) : null;
  return (
    <>
      <PageHeading title={t('list.title')} answer={<Waiting />} actions={write} />
      {mayReadPolls ? (
        <p>
          <PageLink to={paths.polls()}>{t('poll.link')}</PageLink>
        </p>
      ) : null}
      <FilterBar
        values={filters}
        onChange={set}
        fields={[
          {
            key: 'show',
            kind: 'choice',
            label: t('list.show'),
            options: SHOWN.map((value) => ({ value, label: t(`list.of.${value}`) })),
          },
          {
            key: 'kind',
            kind: 'choice',
            label: t('list.kind'),
            options: THREAD_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
          { key: 'partner', kind: 'partner', label: t('list.partner') },
        ]}
      />
      <DataTable
        label={t('list.title')}
        columns={useColumns()}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.talk({ ...filters, open: row.id })}
        tone={(row) => (row.isLate ? 'risk' : undefined)}
        empty={
          filters.show || filters.kind || filters.partner ? (
            <EmptyState
              title={t('list.clearTitle')}
              actions={
                <Button variant="default" onClick={() => set({ show: '', kind: '', partner: '' })}>
                  {t('list.clear')}
                </Button>
              }
            />
          ) : (
            <EmptyState title={t('list.emptyTitle')} actions={write}>
              {t('list.emptyText')}
            </EmptyState>
          )
        }
      />
      {filters.open ? <OpenedThread threadId={filters.open} onClose={() => set({ open: '' })} /> : null}
      {filters.new && mayWrite ? (
        <OpenThread
          own={false}
          onClose={() => set({ new: '' })}
          onOpened={({ id }) => set({ new: '', open: id })}
        />
      ) : null}
    </>
  );
}

function Waiting() {
  const t = useWords('feedback');
  const { data } = useRead(countThreads, {});
  if (!data) return null;
  if (data.waiting === 0) return t('list.none');
  const said = t(data.late > 0 ? 'list.late' : 'list.waiting', { count: data.waiting, late: data.late });
  return <Sentence text={said} parts={{}} />;
}

function useColumns(): readonly Column<ThreadRow>[] {
  const t = useWords('feedback');
  return [
    {
      id: 'what',
      title: t('list.what'),
      cell: (row) => (
        <>
          {row.title}
          <span className={classes.soft}>{t(`kind.${row.kind}`)}</span>
        </>
      ),
      narrow: 'title',
    },
    { id: 'partner', title: t('list.partner'), cell: (row) => row.partner.name, narrow: 'line' },
    {
      id: 'who',
      title: t('list.who'),
      cell: (row) => row.answerer?.name ?? <span className={classes.soft}>{t('list.nobody')}</span>,
      narrow: 'line',
    },
    {
      id: 'by',
      title: t('list.by'),
      cell: (row) => (row.answerBy ? <When value={row.answerBy} /> : '–'),
      narrow: 'line',
    },
    {
      id: 'state',
      title: t('list.state'),
      cell: (row) =>
        row.verdict && row.state !== 'waiting' ? (
          <VerdictMark verdict={row.verdict} />
        ) : (
          <Badge tone={row.isLate ? 'warn' : 'plain'}>{t(`state.${row.state}`)}</Badge>
        ),
      narrow: 'value',
    },
  ];
}

function OpenedThread({ threadId, onClose }: { threadId: string; onClose: () => void }) {
  const t = useWords('feedback');
  const read = useRead(readThread, { params: { threadId } });
  return (
    <SidePanel opened onClose={onClose} title={read.data?.title ?? t('nav.talk')}>
      <Loaded read={read}>
        {(thread) => (
          <>
            <p>
              <PageLink to={paths.partner({ partnerId: thread.partner.id })}>{thread.partner.name}</PageLink>
            </p>
            <Conversation thread={thread} />
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}
