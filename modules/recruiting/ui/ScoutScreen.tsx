import { Button } from '@mantine/core';
import {
  Badge,
  DataTable,
  EmptyState,
  ExportMenu,
  FilterBar,
  hrefOf,
  PageHeading,
  PageLink,
  paths,
  SegmentTabs,
  Sentence,
  SidePanel,
  useFilters,
  useFormat,
  useMay,
  useRead,
  useRows,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import {
  exportNames,
  listNames,
  MENTION_SOURCES,
  NAME_STATES,
  readInfluence,
  type HeardName,
} from '../contract.ts';
import { AlikeNames } from './AlikeNames.tsx';
import { NameCard } from './NameCard.tsx';
import classes from './recruiting.module.css';

const TABS = ['names', 'alike'] as const;
type Tab = (typeof TABS)[number];

/** Whom to talk to next: the most relevant first, not the largest (S1.10, S1.15). */
export default function ScoutScreen() {
  const t = useWords('recruiting');
  const [filters, set] = useFilters(paths.scout);
  const mayLog = useMay('mention.log');
  const mayRead = useMay('introduction.read');
  const { data: heard } = useRead(readInfluence, {});
  const tab: Tab = filters.tab === 'alike' ? 'alike' : 'names';
  const state = NAME_STATES.find((one) => one === filters.state) ?? 'open';
  const source = MENTION_SOURCES.find((one) => one === filters.source);
  const query = { state, source, q: filters.q || undefined };
  const rows = useRows(listNames, { query }, { enabled: tab === 'names' });
  const columns = useColumns();
  const isFiltered = Boolean(filters.state || filters.source || filters.q);
  return (
    <>
      <PageHeading
        title={t('scout.title')}
        answer={
          heard ? (
            <Sentence
              text={t('scout.answer', { ...heard })}
              parts={{ taken: <PageLink to={paths.scout({ state: 'taken' })}>{heard.taken}</PageLink> }}
            />
          ) : null
        }
        actions={
          <>
            {mayRead ? <PageLink to={paths.introductions()}>{t('nav.introductions')}</PageLink> : null}
            {mayLog ? <PageLink to={paths.heard()}>{t('actions.logMention')}</PageLink> : null}
            <ExportMenu
              of={exportNames}
              hrefOf={(format) => hrefOf(exportNames, { query: { ...query, format } })}
            />
          </>
        }
      />
      <SegmentTabs<Tab>
        label={t('scout.title')}
        value={tab}
        segments={TABS.map((value) => ({
          value,
          label: value === 'alike' ? t('scout.alike', { count: heard?.alike ?? 0 }) : t('scout.names'),
        }))}
        onChange={(value) => set({ tab: value === 'names' ? '' : value })}
      />
      {tab === 'alike' ? (
        <AlikeNames />
      ) : (
        <>
          <FilterBar
            values={filters}
            onChange={set}
            fields={[
              { key: 'q', kind: 'search', label: t('scout.search') },
              {
                key: 'state',
                kind: 'choice',
                label: t('scout.state'),
                options: NAME_STATES.map((value) => ({ value, label: t(`scout.of.${value}`) })),
              },
              {
                key: 'source',
                kind: 'choice',
                label: t('names.sources'),
                options: MENTION_SOURCES.map((value) => ({ value, label: t(`names.source.${value}`) })),
              },
            ]}
          />
          <DataTable
            label={t('scout.title')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            rowTo={(row) => paths.scout({ ...filters, open: row.id })}
            empty={
              isFiltered ? (
                <EmptyState
                  title={t('scout.clearTitle')}
                  actions={
                    <Button variant="default" onClick={() => set({ q: '', state: '', source: '' })}>
                      {t('scout.clear')}
                    </Button>
                  }
                />
              ) : (
                <EmptyState
                  title={t('scout.emptyTitle')}
                  actions={
                    <>
                      <PageLink to={paths.survey()}>{t('nav.survey')}</PageLink>
                      {mayLog ? <PageLink to={paths.heard()}>{t('actions.logMention')}</PageLink> : null}
                    </>
                  }
                >
                  {t('scout.emptyText')}
                </EmptyState>
              )
            }
          />
        </>
      )}
      {filters.open ? (
        <SidePanel opened onClose={() => set({ open: '' })} title={t('scout.card')}>
          <NameCard nameId={filters.open} />
        </SidePanel>
      ) : null}
    </>
  );
}

function useColumns(): readonly Column<HeardName>[] {
  const t = useWords('recruiting');
  const { count } = useFormat();
  return [
    {
      id: 'name',
      title: t('names.name'),
      cell: (row) => (
        <>
          {row.spoken}
          {row.aliases.length > 0 ? (
            <span className={classes.soft}>{row.aliases.map(({ spoken }) => spoken).join(', ')}</span>
          ) : null}
        </>
      ),
      narrow: 'title',
    },
    {
      id: 'score',
      title: t('scout.score'),
      cell: (row) => count(Math.round(row.score.tenths / 10)),
      align: 'right',
      narrow: 'value',
    },
    {
      id: 'speakers',
      title: t('names.speakers'),
      cell: (row) => t('scout.said', { speakers: row.speakers, clients: row.clients }),
      narrow: 'bare',
    },
    {
      id: 'sources',
      title: t('names.sources'),
      cell: (row) => (
        <span className={classes.line}>
          {row.bySource.map(({ source }) => (
            <Badge key={source}>{t(`names.source.${source}`)}</Badge>
          ))}
        </span>
      ),
      narrow: 'bare',
    },
    {
      id: 'audience',
      title: t('scout.audience'),
      cell: (row) => (row.audienceSize === null ? '–' : count(row.audienceSize)),
      align: 'right',
      narrow: 'line',
    },
  ];
}
