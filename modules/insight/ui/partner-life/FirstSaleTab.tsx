import {
  DataTable,
  EmptyState,
  Figures,
  Loaded,
  PageLink,
  paths,
  Section,
  Sentence,
  useRead,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import type { ReportingClass } from '../../contract/class.ts';
import { readFirstSale } from '../../contract/partner-life.ts';
import { PairBars } from './PairBars.tsx';
import { ReportFrame } from './ReportFrame.tsx';
import { ReportNumber } from './ReportNumber.tsx';
import { Share } from './Share.tsx';

type Found = AnswerOf<typeof readFirstSale>;
type Starters = Found['all'];

/** How fast partners begin to sell: by kind and by quarter of start, those who never did in the same table. */
export default function FirstSaleTab({ book }: { readonly book: ReportingClass }) {
  const read = useRead(readFirstSale, { query: { class: book } });
  return <Loaded read={read}>{(found) => <Told found={found} book={book} />}</Loaded>;
}

interface Props {
  readonly found: Found;
  readonly book: ReportingClass;
}

function Told({ found, book }: Props) {
  const t = useWords('insight-partner-life');
  const { all, ripeDays: days, neededN, window } = found;
  const number = (part: string, n: number, title: string, shown: ReactNode) => (
    <ReportNumber
      report="first_sale"
      part={part}
      book={book}
      n={n}
      title={title}
      rule={t('firstSale.rule')}
      window={window}
    >
      {shown}
    </ReportNumber>
  );
  const inDays = (value: number | null) =>
    value === null ? t('few', { n: all.sold, needed: neededN }) : t('days', { count: value });
  const sold = number('all', all.n, t('firstSale.sold'), t('ofN', { part: all.sold, n: all.n }));
  const median = number('sold', all.sold, t('firstSale.median'), inDays(all.medianDays));
  const p75 = number('sold', all.sold, t('firstSale.p75'), inDays(all.p75Days));
  return (
    <ReportFrame
      report="first_sale"
      book={book}
      title={t('firstSale.title')}
      answer={
        all.n === 0 ? null : (
          <Sentence
            text={t(all.medianDays === null ? 'firstSale.answerFew' : 'firstSale.answer')}
            parts={{ median, p75, sold }}
          />
        )
      }
      rule={t('firstSale.rule')}
      window={window}
    >
      {all.n === 0 ? (
        <NobodyYet />
      ) : (
        <>
          <Figures
            items={[
              { label: t('firstSale.median'), value: median },
              { label: t('firstSale.p75'), value: p75 },
              {
                label: t('firstSale.inTime', { days }),
                value: <Share ppm={all.ripe < neededN ? null : shareOf(all)} />,
                note: `${t('ofN', { part: all.soldInTime, n: all.ripe })} – ${t('firstSale.inTimeNote', { days })}`,
              },
              { label: t('firstSale.never'), value: t('partners', { count: all.n - all.sold }) },
            ]}
          />
          <Section title={t('firstSale.quarters')} note={t('firstSale.quartersNote', { days })}>
            <Quarters found={found} />
            <StartersTable found={found} of="quarter" number={number} />
          </Section>
          <Section title={t('firstSale.kinds')}>
            <StartersTable found={found} of="kind" number={number} />
          </Section>
        </>
      )}
    </ReportFrame>
  );
}

function shareOf({ ripe, soldInTime }: Starters): number | null {
  return ripe === 0 ? null : Math.round((soldInTime / ripe) * 1_000_000);
}

function Quarters({ found }: { readonly found: Found }) {
  const t = useWords('insight-partner-life');
  const nameOf = useNameOf();
  const ripe = found.quarters.filter((quarter) => quarter.ripe >= found.neededN);
  if (ripe.length === 0) return null;
  return (
    <PairBars
      title={t('firstSale.chart', { days: found.ripeDays })}
      name="first-sale"
      rows={ripe.map((quarter) => ({
        key: quarter.key,
        label: `${nameOf('quarter', quarter.key)} · ${t('ofN', { part: quarter.soldInTime, n: quarter.ripe })}`,
        values: [shareOf(quarter)],
      }))}
    />
  );
}

function useNameOf() {
  const t = useWords('insight-partner-life');
  const agreements = useWords('agreements');
  return (of: 'kind' | 'quarter', key: string): string =>
    of === 'kind'
      ? agreements(`kind.${key}`)
      : t('firstSale.quarterName', {
          quarter: Math.ceil(Number(key.slice(5, 7)) / 3),
          year: key.slice(0, 4),
        });
}

interface TableProps {
  readonly found: Found;
  readonly of: 'kind' | 'quarter';
  readonly number: (part: string, n: number, title: string, shown: ReactNode) => ReactNode;
}

function StartersTable({ found, of, number }: TableProps) {
  const t = useWords('insight-partner-life');
  const nameOf = useNameOf();
  const days = (row: Starters, value: number | null) => {
    if (value !== null) return t('days', { count: value });
    return of === 'quarter' && row.ripe < row.n ? t('firstSale.tooEarly') : t('fewShort');
  };
  const columns: readonly Column<Starters>[] = [
    { id: 'key', title: t(`firstSale.${of}`), narrow: 'title', cell: (row) => nameOf(of, row.key) },
    {
      id: 'sold',
      title: t('firstSale.sold'),
      align: 'right',
      narrow: 'line',
      cell: (row) =>
        number(`${of}:${row.key}`, row.n, nameOf(of, row.key), t('ofN', { part: row.sold, n: row.n })),
    },
    {
      id: 'median',
      title: t('firstSale.median'),
      align: 'right',
      narrow: 'value',
      cell: (row) => days(row, row.medianDays),
    },
    {
      id: 'p75',
      title: t('firstSale.p75'),
      align: 'right',
      narrow: 'line',
      cell: (row) => days(row, row.p75Days),
    },
    {
      id: 'inTime',
      title: t('firstSale.inTime', { days: found.ripeDays }),
      align: 'right',
      narrow: 'line',
      cell: (row) => <Share ppm={row.ripe < found.neededN ? null : shareOf(row)} />,
    },
  ];
  const rows = of === 'kind' ? found.kinds : [...found.quarters].reverse();
  return <DataTable label={t(`firstSale.${of}s`)} columns={columns} rows={rows} rowKey={(row) => row.key} />;
}

/** Nobody of the class has begun yet. */
export function NobodyYet() {
  const t = useWords('insight-partner-life');
  return (
    <EmptyState title={t('empty')} actions={<PageLink to={paths.partners()}>{t('toPartners')}</PageLink>}>
      {t('emptyText')}
    </EmptyState>
  );
}
