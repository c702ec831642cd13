import { Button } from '@mantine/core';
import { addDays } from '@mosty/kernel/time';
import {
  Count,
  DataTable,
  EmptyState,
  ExportMenu,
  Figures,
  FilterBar,
  FilterMark,
  hrefOf,
  Loaded,
  PageHeading,
  PageLink,
  paths,
  Section,
  SegmentTabs,
  Sentence,
  useFilters,
  useFormat,
  useGo,
  useRead,
  useRows,
  useToday,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import {
  CLICK_VERDICTS,
  exportClicks,
  getClickFigures,
  getLink,
  getVisitorPolicy,
  listClicks,
} from '../contract.ts';
import { ClickChart } from './ClickChart.tsx';
import { ClickFeed } from './ClickFeed.tsx';
import { ClickOrigins } from './ClickOrigins.tsx';
import classes from './clicks.module.css';

const DAYS = ['7', '30', '90', '365'] as const;
const USUAL = '30';

type Answer = AnswerOf<typeof getClickFigures>;

/** Who followed links, of the whole channel, of a partner or one link. */
export default function ClicksScreen() {
  const t = useWords('tracking');
  const format = useFormat();
  const [filters, setFilters] = useFilters(paths.clicks);
  const days = DAYS.find((one) => one === filters.days) ?? USUAL;
  const today = useToday();
  const about = {
    from: addDays(today, 1 - Number(days)) as string,
    to: today as string,
    partnerId: filters.partner || undefined,
    linkId: filters.link || undefined,
  };
  const verdict = CLICK_VERDICTS.find((one) => one === filters.who);
  const read = useRead(getClickFigures, { query: about });
  const rows = useRows(listClicks, { query: { ...about, verdict } });
  const policy = useRead(getVisitorPolicy, {});
  const link = useRead(getLink, { params: { linkId: filters.link } }, { enabled: filters.link !== '' });
  const filtered = filters.partner !== '' || filters.link !== '' || days !== USUAL || verdict !== undefined;
  const figures = read.data;
  return (
    <>
      <PageHeading
        title={t('clicks.title')}
        answer={
          figures ? (
            <Sentence
              text={t('clicks.answer', {
                from: format.when(figures.from),
                to: format.when(figures.to),
                times: t('clicks.times', {
                  count: figures.totals.people,
                  shown: format.count(figures.totals.people),
                }),
              })}
            />
          ) : (
            t('clicks.lead')
          )
        }
        actions={
          <ExportMenu
            of={exportClicks}
            hrefOf={(format_) => hrefOf(exportClicks, { query: { ...about, verdict, format: format_ } })}
          />
        }
      />
      <div className={classes.controls}>
        <SegmentTabs
          label={t('clicks.period')}
          value={days}
          segments={DAYS.map((value) => ({ value, label: t('clicks.days', { days: value }) }))}
          onChange={(value) => setFilters({ days: value === USUAL ? '' : value })}
        />
        {filters.link ? (
          <FilterMark title={t('clicks.allLinks')} onLift={() => setFilters({ link: '' })}>
            {t('clicks.link', { name: link.data?.title ?? link.data?.key ?? '…' })}
          </FilterMark>
        ) : null}
      </div>
      <FilterBar
        values={filters}
        onChange={setFilters}
        fields={[{ key: 'partner', kind: 'partner', label: t('codes.partner') }]}
      />
      <Loaded read={read}>{(answer) => <Told answer={answer} />}</Loaded>
      <Section
        title={t('clicks.feed')}
        note={policy.data ? t('clicks.feedNote', { days: format.count(policy.data.keepDays) }) : undefined}
        actions={<PageLink to={paths.visitors()}>{t('nav.visitors')}</PageLink>}
      >
        <SegmentTabs
          label={t('clicks.verdicts')}
          value={verdict ?? 'all'}
          segments={[
            { value: 'all', label: t('clicks.all') },
            { value: 'human', label: t('clicks.human') },
            { value: 'bot', label: t('clicks.bots') },
            { value: 'preview', label: t('clicks.previews') },
            { value: 'prefetch', label: t('clicks.prefetches') },
          ]}
          onChange={(value) => setFilters({ who: value === 'all' ? '' : value })}
        />
        <ClickFeed
          rows={rows}
          empty={<Nothing filtered={filtered} onClear={() => setFilters(NO_FILTERS)} />}
        />
      </Section>
    </>
  );
}

const NO_FILTERS = { partner: '', link: '', who: '', days: '365' };

function Told({ answer }: { answer: Answer }) {
  const t = useWords('tracking');
  const { totals, top } = answer;
  if (totals.people + totals.bots + totals.previews + totals.prefetches === 0) return null;
  return (
    <>
      <Figures
        label={t('clicks.title')}
        items={[
          { label: t('clicks.human'), value: <Count value={totals.people} /> },
          { label: t('clicks.visitors'), value: <Count value={totals.visitors} /> },
          { label: t('clicks.bots'), value: <Count value={totals.bots} tone="dim" /> },
          { label: t('clicks.previews'), value: <Count value={totals.previews} tone="dim" /> },
          { label: t('clicks.prefetches'), value: <Count value={totals.prefetches} tone="dim" /> },
        ]}
      />
      <Section>
        <ClickChart figures={answer} />
      </Section>
      <ClickOrigins answer={answer} />
      {top.length > 0 ? <Top rows={top} /> : null}
    </>
  );
}

function Top({ rows }: { rows: Answer['top'] }) {
  const t = useWords('tracking');
  const go = useGo();
  const partners = rows[0]?.kind === 'partner';
  const title = t(partners ? 'clicks.partners' : 'clicks.ways');
  return (
    <Section title={title}>
      <DataTable
        label={title}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) =>
          go(row.kind === 'partner' ? paths.clicks({ partner: row.id }) : paths.clicks({ link: row.id }))
        }
        columns={[
          {
            id: 'name',
            title: t(partners ? 'clicks.whose' : 'clicks.followed'),
            cell: (row) => row.name,
            narrow: 'title',
          },
          {
            id: 'people',
            title: t('clicks.human'),
            cell: (row) => <Count value={row.people} />,
            align: 'right',
            narrow: 'line',
          },
          {
            id: 'machines',
            title: t('clicks.machines'),
            cell: (row) => <Count value={row.machines} tone="dim" />,
            align: 'right',
            narrow: 'line',
          },
        ]}
      />
    </Section>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const t = useWords('tracking');
  const go = useGo();
  return (
    <EmptyState
      title={t(filtered ? 'clicks.nothingFound' : 'clicks.emptyTitle')}
      actions={
        filtered ? (
          <Button variant="default" onClick={onClear}>
            {t('codes.clear')}
          </Button>
        ) : (
          <Button onClick={() => go(paths.links())}>{t('clicks.toLinks')}</Button>
        )
      }
    >
      {t(filtered ? 'clicks.nothingFoundText' : 'clicks.emptyText')}
    </EmptyState>
  );
}
