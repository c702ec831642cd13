import { Button } from '@mantine/core';
import {
  DataTable,
  EmptyState,
  PageHeading,
  PageLink,
  paths,
  Section,
  Sentence,
  toast,
  useFilters,
  useFormat,
  useMay,
  useRows,
  useVerb,
  useWords,
  type Column,
} from '@mosty/ui-kit';
import { listPolls, openPoll, readPoll, SCALES, type PollRow } from '../contract.ts';
import { PollResults } from './PollResults.tsx';
import { PollSettingsForm } from './PollSettingsForm.tsx';
import classes from './polls.module.css';

/** What partners say of working with us, half-year by half-year (S1.69, S1.70). */
export default function PollsScreen() {
  const t = useWords('feedback');
  const [filters, set] = useFilters(paths.polls);
  const mayRun = useMay('poll.run');
  const rows = useRows(listPolls, { query: {} });
  const shown = rows.rows.find(({ half }) => half === filters.half) ?? rows.rows[0];
  const ask = useVerb(openPoll, { invalidates: [listPolls, readPoll] });
  const begin = () => ask.mutate({}, { onSuccess: () => toast(t('poll.opened')) });
  const actions = mayRun ? (
    <>
      <Button variant="default" onClick={() => set({ edit: '1' })}>
        {t('poll.settings')}
      </Button>
      {rows.loading || rows.rows.some(({ isOpen }) => isOpen) ? null : (
        <Button loading={ask.isPending} onClick={begin}>
          {t('poll.open')}
        </Button>
      )}
    </>
  ) : null;
  return (
    <>
      <PageHeading
        title={t('poll.title')}
        above={<PageLink to={paths.talk()}>{t('poll.above')}</PageLink>}
        answer={rows.loading ? null : <Said poll={rows.rows.find(({ figures }) => figures) ?? shown} />}
        actions={actions}
      />
      <Section title={t('poll.trend')} note={t('poll.trendNote')}>
        <DataTable
          label={t('poll.trend')}
          columns={useColumns()}
          rows={rows}
          rowKey={(row) => row.id}
          rowTo={(row) => paths.polls({ half: row.half })}
          empty={<EmptyState title={t('poll.emptyTitle')}>{t('poll.emptyText')}</EmptyState>}
        />
      </Section>
      {shown ? (
        <PollResults
          key={shown.id}
          pollId={shown.id}
          camp={filters.camp}
          onCamp={(camp) => set({ half: shown.half, camp })}
        />
      ) : null}
      {filters.edit && mayRun ? <PollSettingsForm onClose={() => set({ edit: '' })} /> : null}
    </>
  );
}

function Said({ poll }: { poll: PollRow | undefined }) {
  const t = useWords('feedback');
  const format = useFormat();
  const half = useHalf();
  if (!poll) return t('poll.none');
  const { asked, answered, figures } = poll;
  const text = figures
    ? t('poll.says', { enps: signed(figures.enps), answered, asked, half: half(poll.half) })
    : t(poll.isNameless && poll.isOpen ? 'poll.waits' : 'poll.few', {
        answered,
        asked,
        closesOn: format.when(poll.closesOn),
      });
  return <Sentence text={text} parts={{}} />;
}

function useHalf(): (half: string) => string {
  const t = useWords('feedback');
  return (half) => {
    const [year, part] = half.split('-');
    return t(`poll.half.${part}`, { year: year ?? '' });
  };
}

function useColumns(): readonly Column<PollRow>[] {
  const t = useWords('feedback');
  const format = useFormat();
  const half = useHalf();
  return [
    {
      id: 'half',
      title: t('poll.columns.half'),
      narrow: 'title',
      cell: (row) => (
        <>
          {half(row.half)}
          {row.isOpen ? (
            <span className={classes.soft}>
              {t('poll.columns.now', { closesOn: format.when(row.closesOn) })}
            </span>
          ) : null}
        </>
      ),
    },
    {
      id: 'answered',
      title: t('poll.columns.answered'),
      align: 'right',
      narrow: 'line',
      cell: (row) => `${row.answered} / ${row.asked}`,
    },
    {
      id: 'enps',
      title: t('poll.columns.enps'),
      align: 'right',
      narrow: 'value',
      cell: ({ figures, isNameless, isOpen }) =>
        figures ? (
          <b>{signed(figures.enps)}</b>
        ) : (
          <span className={classes.soft}>
            {t(isNameless && isOpen ? 'poll.columns.later' : 'poll.columns.few')}
          </span>
        ),
    },
    ...SCALES.map((scale) => ({
      id: scale,
      title: t(`poll.scaleShort.${scale}`),
      align: 'right' as const,
      narrow: 'line' as const,
      cell: ({ figures }: PollRow) => {
        const found = figures?.scales.find((one) => one.scale === scale);
        return found ? format.count(found.meanHundredths / 100, 2) : '–';
      },
    })),
  ];
}

/** A minus of typography, and a plus that says the sign was meant. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}
