import {
  DataTable,
  Loaded,
  Money,
  Percent,
  Section,
  Sentence,
  useFormat,
  useRead,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import type { ReportingClass } from '../../contract/class.ts';
import { readTrustBands } from '../../contract/partner-life.ts';
import { PairBars } from './PairBars.tsx';
import { ReportFrame } from './ReportFrame.tsx';
import { ReportNumber } from './ReportNumber.tsx';
import { Share } from './Share.tsx';
import classes from './partner-life.module.css';

type Found = AnswerOf<typeof readTrustBands>;
type Band = Found['bands'][number];

/** What came of sales and deals by band of trust, and no word of which causes which (S0.14). */
export default function TrustTab({ book }: { readonly book: ReportingClass }) {
  const read = useRead(readTrustBands, { query: { class: book } });
  return <Loaded read={read}>{(found) => <Told found={found} book={book} />}</Loaded>;
}

function Told({ found, book }: { readonly found: Found; readonly book: ReportingClass }) {
  const t = useWords('insight-partner-life');
  const format = useFormat();
  const rule = t('trust.rule');
  const opens = (band: Band) => (
    <ReportNumber
      report="trust"
      part={`band:${band.band}`}
      book={book}
      n={band.partners}
      title={`${t('trust.band')}: ${t(`trust.of.${band.band}`)}`}
      rule={rule}
      window={found.window}
    >
      {format.count(band.partners)}
    </ReportNumber>
  );
  const trusted = found.bands.filter(({ band }) => band === 'high' || band === 'enough');
  const columns: readonly Column<Band>[] = [
    { id: 'band', title: t('trust.band'), narrow: 'title', cell: (row) => t(`trust.of.${row.band}`) },
    { id: 'partners', title: t('trust.partners'), align: 'right', narrow: 'line', cell: opens },
    {
      id: 'active',
      title: t('trust.active'),
      align: 'right',
      narrow: 'line',
      cell: (row) => (row.partners === 0 ? '–' : <Share ppm={row.activePpm} />),
    },
    {
      id: 'paid',
      title: t('trust.paid'),
      align: 'right',
      narrow: 'value',
      cell: (row) => <Money minor={row.paidMinor} currency={found.currency} precision="whole" />,
    },
    {
      id: 'refunds',
      title: t('trust.refunds'),
      align: 'right',
      narrow: 'line',
      cell: (row) => (row.refundsPpm === null ? '–' : <Percent ppm={row.refundsPpm} />),
    },
    {
      id: 'deals',
      title: t('trust.deals'),
      align: 'right',
      narrow: 'line',
      cell: (row) => format.count(row.deals),
    },
    {
      id: 'won',
      title: t('trust.won'),
      align: 'right',
      narrow: 'line',
      cell: (row) =>
        row.closed === 0 ? (
          '–'
        ) : (
          <>
            <Share ppm={row.wonPpm} />{' '}
            <span className={classes.soft}>{t('trust.wonOf', { won: row.won, closed: row.closed })}</span>
          </>
        ),
    },
    {
      id: 'expansions',
      title: t('trust.expansions'),
      align: 'right',
      narrow: 'line',
      cell: (row) => format.count(row.expansions),
    },
  ];
  return (
    <ReportFrame
      report="trust"
      book={book}
      title={t('trust.title')}
      answer={
        <Sentence
          text={t('trust.answer', { days: found.window.days })}
          parts={{ n: <b>{format.count(trusted.reduce((sum, { partners }) => sum + partners, 0))}</b> }}
        />
      }
      rule={rule}
      window={found.window}
    >
      <Section title={t('trust.bands')} note={t('trust.note')}>
        <PairBars
          title={t('trust.chart')}
          name="trust"
          legend={[t('trust.chartActive'), t('trust.chartWon')]}
          rows={found.bands
            .filter(({ partners }) => partners > 0)
            .map(({ band, partners, activePpm, wonPpm }) => ({
              key: band,
              label: `${t(`trust.of.${band}`)} · ${t('partners', { count: partners })}`,
              values: [activePpm, wonPpm],
            }))}
        />
        <DataTable
          label={t('trust.bands')}
          columns={columns}
          rows={found.bands}
          rowKey={({ band }) => band}
        />
      </Section>
    </ReportFrame>
  );
}
