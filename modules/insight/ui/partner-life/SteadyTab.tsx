import {
  DataTable,
  Figures,
  Loaded,
  Money,
  PageLink,
  paths,
  Percent,
  Section,
  Sentence,
  useFormat,
  useRead,
  useWords,
  When,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { addDays, businessDate } from '@mosty/kernel/time';
import type { ReactNode } from 'react';
import type { ReportingClass } from '../../contract/class.ts';
import { readSteady, type Week } from '../../contract/partner-life.ts';
import { ParetoChart } from './ParetoChart.tsx';
import { ReportFrame } from './ReportFrame.tsx';
import { ReportNumber } from './ReportNumber.tsx';
import { Share } from './Share.tsx';
import { WeeksChart } from './WeeksChart.tsx';
import classes from './partner-life.module.css';

type Found = AnswerOf<typeof readSteady>;

/** On whom and on which weeks the revenue rests: the long-active, the spikes, the largest (S0.56, S1.22, S1.72). */
export default function SteadyTab({ book }: { readonly book: ReportingClass }) {
  const read = useRead(readSteady, { query: { class: book } });
  return <Loaded read={read}>{(found) => <Told found={found} book={book} />}</Loaded>;
}

function Told({ found, book }: { readonly found: Found; readonly book: ReportingClass }) {
  const t = useWords('insight-partner-life');
  const format = useFormat();
  const { long, concentration, spikes, stability, quarter } = found;
  const opens = (part: string, n: number, title: string, rule: string, shown: ReactNode) => (
    <ReportNumber report="steady" part={part} book={book} n={n} title={title} rule={rule} window={quarter}>
      {shown}
    </ReportNumber>
  );
  const longRule = t('steady.longRule', { quarters: long.quarters });
  const ofLong = opens('long', long.longSellers, t('steady.long'), longRule, <Share ppm={long.sharePpm} />);
  const ofTop = (title: string, ppm: number | null) =>
    opens('all', concentration.sellers, title, t('steady.concentrationRule'), <Share ppm={ppm} />);
  const told = long.sharePpm !== null && spikes.sharePpm !== null;
  return (
    <ReportFrame
      report="steady"
      book={book}
      title={t('steady.title')}
      answer={
        told ? (
          <Sentence
            text={t('steady.answer')}
            parts={{ long: ofLong, calm: <Share ppm={spikes.sharePpm} /> }}
          />
        ) : (
          t('steady.answerFew')
        )
      }
      rule={[longRule, t('steady.calmRule', { times: spikes.times }), t('steady.stabilityRule')].join(' ')}
      window={quarter}
    >
      <Figures
        items={[
          {
            label: t('steady.long'),
            value: ofLong,
            note: t('steady.longNote', { long: long.longSellers, sellers: long.sellers }),
          },
          {
            label: t('steady.calm'),
            value: <Share ppm={spikes.sharePpm} />,
            note: t('steady.calmNote', { count: spikes.spikes, judged: spikes.judged }),
          },
          {
            label: t('steady.top'),
            value: ofTop(t('steady.top'), concentration.topOnePpm),
            note: t('steady.sellers', { count: concentration.sellers }),
          },
          { label: t('steady.fifth'), value: ofTop(t('steady.fifth'), concentration.topFifthPpm) },
          {
            label: t('steady.hhi'),
            value:
              concentration.hhi === null
                ? t('fewShort')
                : opens(
                    'all',
                    concentration.sellers,
                    t('steady.hhi'),
                    t('steady.hhiRule'),
                    format.count(concentration.hhi),
                  ),
            note: t('steady.hhiNote'),
          },
          {
            label: t('steady.stability'),
            value: <Share ppm={stability.sharePpm} />,
            note: t('steady.stabilityNote', { count: stability.months }),
          },
        ]}
      />
      <Section title={t('steady.weeks')} note={t('steady.weeksNote')}>
        <WeeksChart weeks={spikes.weeks} times={spikes.times} currency={found.currency} />
        <Weeks weeks={spikes.weeks} currency={found.currency} book={book} />
      </Section>
      <Section title={t('steady.pareto')} note={t('steady.paretoNote')}>
        {concentration.tenths.length > 0 ? (
          <>
            <ParetoChart tenths={concentration.tenths} />
            <Tenths tenths={concentration.tenths} />
          </>
        ) : (
          <p className={classes.soft}>{t('few', { n: concentration.sellers, needed: found.neededN })}</p>
        )}
      </Section>
    </ReportFrame>
  );
}

interface WeeksProps {
  readonly weeks: readonly Week[];
  readonly currency: string;
  readonly book: ReportingClass;
}

/** Each week leads to its sales: the rows behind a bar. */
function Weeks({ weeks, currency, book }: WeeksProps) {
  const t = useWords('insight-partner-life');
  const money = (minor: number) => <Money minor={minor} currency={currency} precision="whole" />;
  const columns: readonly Column<Week>[] = [
    {
      id: 'week',
      title: t('steady.week'),
      narrow: 'title',
      cell: ({ week }) => (
        <PageLink
          to={paths.deals({ from: week, to: addDays(businessDate(week), 6), class: book })}
          look="quiet"
        >
          <When value={week} style="short" />
        </PageLink>
      ),
    },
    {
      id: 'paid',
      title: t('steady.paid'),
      align: 'right',
      narrow: 'value',
      cell: ({ paidMinor }) => money(paidMinor),
    },
    {
      id: 'usual',
      title: t('steady.usual'),
      align: 'right',
      narrow: 'line',
      cell: ({ medianMinor }) => (medianMinor === null ? '–' : money(medianMinor)),
    },
    {
      id: 'spike',
      title: t('steady.spike'),
      narrow: 'bare',
      cell: ({ spike, medianMinor }) =>
        spike ? t('steady.spike') : medianMinor === null ? t('steady.unjudged') : '',
    },
  ];
  return (
    <details className={classes.behind}>
      <summary>{t('table')}</summary>
      <DataTable
        label={t('steady.weeks')}
        columns={columns}
        rows={[...weeks].reverse()}
        rowKey={({ week }) => week}
        tone={({ spike }) => (spike ? 'warn' : undefined)}
      />
    </details>
  );
}

function Tenths({ tenths }: { readonly tenths: readonly number[] }) {
  const t = useWords('insight-partner-life');
  const rows = tenths.map((ppm, place) => ({ of: (place + 1) * 100_000, ppm }));
  return (
    <details className={classes.behind}>
      <summary>{t('table')}</summary>
      <DataTable
        label={t('steady.pareto')}
        rows={rows}
        rowKey={({ of }) => `${of}`}
        columns={[
          { id: 'of', title: t('steady.tenth'), cell: ({ of }) => <Percent ppm={of} digits={0} /> },
          {
            id: 'gives',
            title: t('steady.gives'),
            align: 'right',
            narrow: 'value',
            cell: ({ ppm }) => <Percent ppm={ppm} />,
          },
        ]}
      />
    </details>
  );
}
