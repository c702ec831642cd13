import { Button } from '@mantine/core';
import {
  Badge,
  DataTable,
  EmptyState,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  SidePanel,
  useFilters,
  useMay,
  useRead,
  useRows,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { listThreads, readThread, type ThreadRow } from '../../contract.ts';
import { Conversation, VerdictMark } from '../Conversation.tsx';
import { OpenThread } from '../OpenThread.tsx';
import classes from '../talk.module.css';

/** What the partner asked and proposed, and when we answer. */
export default function TalkPage() {
  const t = useWords('feedback');
  const [filters, set] = useFilters(paths.portalTalk);
  const mayWrite = useMay('thread.write');
  const rows = useRows(listThreads, { query: { show: 'all' } });
  const write = mayWrite ? <Button onClick={() => set({ new: '1' })}>{t('own.write')}</Button> : null;
  const columns: readonly Column<ThreadRow>[] = [
    {
      id: 'what',
      title: t('list.what'),
      cell: (row) => (
        <>
          {row.title}
          <span className={classes.soft}>
            {t(`kind.${row.kind}`)}
            {row.answerer ? ` · ${row.answerer.name}` : null}
          </span>
        </>
      ),
      narrow: 'title',
    },
    {
      id: 'by',
      title: t('own.by'),
      cell: (row) => (row.answerBy ? <When value={row.answerBy} /> : <When value={row.movedAt} />),
      narrow: 'line',
    },
    {
      id: 'state',
      title: t('list.state'),
      cell: (row) =>
        row.verdict && row.state !== 'waiting' ? (
          <VerdictMark verdict={row.verdict} />
        ) : (
          <Badge tone={row.state === 'answered' ? 'accent' : 'plain'}>{t(`own.state.${row.state}`)}</Badge>
        ),
      narrow: 'value',
    },
  ];
  return (
    <>
      <PageHeading title={t('own.title')} answer={t('own.answer')} actions={write} />
      <DataTable
        label={t('own.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowTo={(row) => paths.portalTalk({ open: row.id })}
        empty={
          <EmptyState title={t('own.emptyTitle')} actions={write}>
            {t('own.emptyText')}
          </EmptyState>
        }
      />
      <p>
        <PageLink to={paths.portalPoll()}>{t('poll.own.deeds')}</PageLink>
      </p>
      {filters.open ? <Opened threadId={filters.open} onClose={() => set({ open: '' })} /> : null}
      {filters.new && mayWrite ? (
        <OpenThread own onClose={() => set({ new: '' })} onOpened={({ id }) => set({ new: '', open: id })} />
      ) : null}
    </>
  );
}

function Opened({ threadId, onClose }: { threadId: string; onClose: () => void }) {
  const t = useWords('feedback');
  const read = useRead(readThread, { params: { threadId } });
  return (
    <SidePanel opened onClose={onClose} title={read.data?.title ?? t('own.title')}>
      <Loaded read={read}>{(thread) => <Conversation thread={thread} />}</Loaded>
    </SidePanel>
  );
}
