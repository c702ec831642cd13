import { Button } from '@mantine/core';
import {
  Badge,
  DataTable,
  EmptyState,
  PageHeading,
  PageLink,
  paths,
  SegmentTabs,
  useFilters,
  useGo,
  useLanguage,
  useMe,
  useRead,
  useRows,
  useVerb,
  useWords,
  When,
  type Column,
} from '@mosty/ui-kit';
import { countNotices, listNotices, readAllNotices, readNotice, type Notice } from '../contract.ts';
import classes from './notices.module.css';

const SHOWN = ['all', 'unread'] as const;
type Shown = (typeof SHOWN)[number];

/** What happened while one was away: news that wait to be read stand out, and each leads to its page. */
export default function NoticesScreen() {
  const t = useWords('notices');
  const { member } = useMe();
  const isOurs = member.partnerId === null;
  const [filters, set] = useFilters(isOurs ? paths.notices : paths.portalNotices);
  const show = SHOWN.find((one) => one === filters.show) ?? 'all';
  const rows = useRows(listNotices, { query: { show } });
  const { data } = useRead(countNotices, {});
  const unread = data?.unread ?? 0;
  const [newest] = rows.rows;
  const all = useVerb(readAllNotices, { invalidates: [listNotices, countNotices] });
  return (
    <>
      <PageHeading
        title={t('list.title')}
        answer={unread === 0 ? t('list.none') : t('list.unread', { count: unread })}
        actions={
          <>
            <PageLink to={isOurs ? paths.noticeChoices() : paths.portalNoticeChoices()}>
              {t('list.choose')}
            </PageLink>
            {unread > 0 && newest ? (
              <Button
                variant="default"
                loading={all.isPending}
                onClick={() => all.mutate({ body: { upTo: newest.toldAt } })}
              >
                {t('list.readAll')}
              </Button>
            ) : null}
          </>
        }
      />
      <SegmentTabs<Shown>
        label={t('list.title')}
        value={show}
        segments={SHOWN.map((value) => ({ value, label: t(`list.of.${value}`) }))}
        onChange={(value) => set({ show: value === 'all' ? '' : value })}
      />
      <List rows={rows} show={show} />
    </>
  );
}

function List({ rows, show }: { rows: ReturnType<typeof useRows<typeof listNotices>>; show: Shown }) {
  const t = useWords('notices');
  const language = useLanguage();
  const go = useGo();
  const read = useVerb(readNotice, { invalidates: [listNotices, countNotices] });
  const mark = ({ id, readAt }: Notice) => {
    if (readAt === null) read.mutate({ params: { noticeId: id } });
  };
  const columns: readonly Column<Notice>[] = [
    {
      id: 'what',
      title: t('list.what'),
      cell: (row) => (
        <span className={row.readAt === null ? classes.fresh : undefined}>
          {row.title[language]}
          <span className={classes.text}>{row.text[language]}</span>
        </span>
      ),
      narrow: 'title',
    },
    { id: 'kind', title: t('list.kind'), cell: (row) => t(`kind.${row.kind}`), narrow: 'line' },
    {
      id: 'when',
      title: t('list.when'),
      cell: (row) => <When value={row.toldAt} style="time" />,
      narrow: 'line',
    },
    {
      id: 'state',
      title: t('list.state'),
      cell: (row) =>
        row.readAt === null ? (
          <span className={classes.state}>
            <Badge tone="accent">{t('list.new')}</Badge>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => mark(row)}>
              {t('list.read')}
            </Button>
          </span>
        ) : null,
      narrow: 'bare',
    },
  ];
  return (
    <DataTable
      label={t('list.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => {
        mark(row);
        go(row.path);
      }}
      empty={
        <EmptyState title={t(show === 'unread' ? 'list.readTitle' : 'list.emptyTitle')}>
          {t(show === 'unread' ? 'list.readText' : 'list.emptyText')}
        </EmptyState>
      }
    />
  );
}
