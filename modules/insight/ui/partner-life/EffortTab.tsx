import {
  DataTable,
  Loaded,
  Money,
  PageLink,
  paths,
  Section,
  Sentence,
  useFormat,
  useRead,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import type { ReportingClass } from '../../contract/class.ts';
import { ELSEWHERE, readEffort, type Dimension, type EffortRow } from '../../contract/partner-life.ts';
import { PairBars } from './PairBars.tsx';
import { ReportFrame } from './ReportFrame.tsx';
import { ReportNumber } from './ReportNumber.tsx';
import { Share } from './Share.tsx';

type Found = AnswerOf<typeof readEffort>;

/** Where the hours of the team go, beside what comes from there; touches by track are watched (S1.27). */
export default function EffortTab({ book }: { readonly book: ReportingClass }) {
  const read = useRead(readEffort, { query: { class: book } });
  return <Loaded read={read}>{(found) => <Told found={found} book={book} />}</Loaded>;
}

interface Props {
  readonly found: Found;
  readonly book: ReportingClass;
}

function Told({ found, book }: Props) {
  const t = useWords('insight-partner-life');
  const format = useFormat();
  const rule = t('effort.rule');
  const { days } = found.window;
  const opens = (shown: string, title: string) => (
    <ReportNumber
      report="effort"
      part="all"
      book={book}
      n={found.tracks.reduce((sum, { touched }) => sum + touched, 0)}
      title={title}
      rule={rule}
      window={found.window}
    >
      {shown}
    </ReportNumber>
  );
  return (
    <ReportFrame
      report="effort"
      book={book}
      title={t('effort.title')}
      answer={
        found.minutes === 0 ? (
          t('effort.answerNone', { days })
        ) : (
          <Sentence
            text={t('effort.answer', { days })}
            parts={{
              minutes: opens(
                t('effort.hoursValue', { hours: format.count(found.minutes / 60) }),
                t('effort.hours'),
              ),
              paid: opens(
                format.money(found.paidMinor, { currency: found.currency, precision: 'whole' }),
                t('effort.paid'),
              ),
            }}
          />
        )
      }
      rule={rule}
      window={found.window}
    >
      <Section
        title={t('effort.tracks')}
        note={t('effort.tracksNote', { days: found.silentDays })}
        actions={<PageLink to={paths.types()}>{t('effort.toTypes')}</PageLink>}
      >
        <EffortTable found={found} book={book} of="track" rows={found.tracks} />
      </Section>
      <Section title={t('effort.kinds')}>
        <Split rows={found.kinds} of="kind" />
        <EffortTable found={found} book={book} of="kind" rows={found.kinds} />
      </Section>
      <Section title={t('effort.stages')}>
        <EffortTable found={found} book={book} of="stage" rows={found.stages} />
      </Section>
    </ReportFrame>
  );
}

function useNameOf() {
  const t = useWords('insight-partner-life');
  const agreements = useWords('agreements');
  const lifecycle = useWords('lifecycle');
  return (of: Dimension, key: string): string => {
    if (key === ELSEWHERE) return t('effort.elsewhere');
    if (of === 'track') return agreements(`track.${key}`);
    if (key === 'none') return of === 'kind' ? t('effort.none') : t('effort.noStage');
    return of === 'kind' ? agreements(`kind.${key}`) : lifecycle(`stage.${key}`);
  };
}

function Split({ rows, of }: { readonly rows: readonly EffortRow[]; readonly of: Dimension }) {
  const t = useWords('insight-partner-life');
  const nameOf = useNameOf();
  const shown = rows.filter(({ minutes, paidMinor }) => minutes > 0 || paidMinor > 0);
  if (shown.length === 0) return null;
  return (
    <PairBars
      title={t('effort.chart')}
      name="effort"
      legend={[t('effort.chartHours'), t('effort.chartPaid')]}
      rows={shown.map(({ key, minutesPpm, paidPpm }) => ({
        key,
        label: nameOf(of, key),
        values: [minutesPpm ?? 0, paidPpm ?? 0],
      }))}
    />
  );
}

interface TableProps extends Props {
  readonly of: Dimension;
  readonly rows: readonly EffortRow[];
}

function EffortTable({ found, book, of, rows }: TableProps) {
  const t = useWords('insight-partner-life');
  const format = useFormat();
  const nameOf = useNameOf();
  const months = found.window.days / 30;
  const opens = (part: string, n: number, title: string, shown: string) => (
    <ReportNumber
      report="effort"
      part={part}
      book={book}
      n={n}
      title={title}
      rule={t('effort.rule')}
      window={found.window}
    >
      {shown}
    </ReportNumber>
  );
  const columns: readonly Column<EffortRow>[] = [
    { id: 'who', title: t('effort.who'), narrow: 'title', cell: (row) => nameOf(of, row.key) },
    {
      id: 'partners',
      title: t('effort.partners'),
      align: 'right',
      narrow: 'line',
      cell: (row) => opens(`${of}:${row.key}`, row.partners, nameOf(of, row.key), format.count(row.partners)),
    },
    {
      id: 'hours',
      title: t('effort.hours'),
      align: 'right',
      narrow: 'value',
      cell: (row) =>
        row.key === ELSEWHERE ? '–' : t('effort.hoursValue', { hours: format.count(row.minutes / 60, 1) }),
    },
    {
      id: 'minutesShare',
      title: t('effort.minutesShare'),
      align: 'right',
      narrow: 'hide',
      cell: (row) => (row.key === ELSEWHERE ? '–' : <Share ppm={row.minutesPpm ?? 0} />),
    },
    {
      id: 'paid',
      title: t('effort.paid'),
      align: 'right',
      narrow: 'line',
      cell: (row) => <Money minor={row.paidMinor} currency={found.currency} precision="whole" />,
    },
    {
      id: 'paidShare',
      title: t('effort.paidShare'),
      align: 'right',
      narrow: 'hide',
      cell: (row) => <Share ppm={row.paidPpm ?? 0} />,
    },
    {
      id: 'touches',
      title: t('effort.touches'),
      align: 'right',
      narrow: 'line',
      cell: (row) =>
        row.key === ELSEWHERE
          ? '–'
          : format.count(row.partners === 0 ? 0 : row.touches / row.partners / months, 1),
    },
    {
      id: 'untouched',
      title: t('effort.untouched', { days: found.silentDays }),
      align: 'right',
      narrow: 'line',
      cell: (row) =>
        row.atWork === 0 ? (
          '–'
        ) : (
          <span>
            {of === 'track'
              ? opens(
                  `untouched:${row.key}`,
                  row.untouched,
                  t('effort.untouched', { days: found.silentDays }),
                  format.count(row.untouched),
                )
              : format.count(row.untouched)}{' '}
            {t('effort.ofWork', { n: row.atWork })}
          </span>
        ),
    },
  ];
  return <DataTable label={t(`effort.${of}s`)} columns={columns} rows={rows} rowKey={(row) => row.key} />;
}
