import {
  Answer,
  DataTable,
  LinesSkeleton,
  Money,
  Section,
  useFormat,
  useWords,
  type AnswerOf,
  type Column,
} from '@mosty/ui-kit';
import { lazy, Suspense } from 'react';
import type { compareSchemes } from '../contract.ts';
import classes from './incentives.module.css';

export type Compared = AnswerOf<typeof compareSchemes>;
type Row = Compared['schemes'][number] & { readonly place: number };

const BreakEvenChart = lazy(() => import('./BreakEvenChart.tsx'));

/** The answer first, then what each scheme costs at each volume, then the shape of it. */
export function Comparison({ compared }: { compared: Compared }) {
  const t = useWords('incentives');
  const format = useFormat();
  const { currency, schemes, volumesMinor } = compared;
  const rows = schemes.map((scheme, place) => ({ ...scheme, place }));
  const columns: readonly Column<Row>[] = [
    { id: 'name', title: t('calculator.scheme'), cell: (row) => row.name },
    {
      id: 'risk',
      title: t('calculator.risk'),
      cell: (row) => t(`calculator.riskWords.${row.risk}`),
      narrow: 'line',
    },
    {
      id: 'nothing',
      title: t('calculator.ifNothing'),
      cell: (row) => (
        <Money minor={row.fixedMinor} currency={currency} tone={row.fixedMinor === 0 ? 'dim' : 'plain'} />
      ),
      align: 'right',
      narrow: 'line',
    },
    ...volumesMinor.map(
      (volume, place): Column<Row> => ({
        id: `at-${place}`,
        title: t('calculator.at', { sum: format.money(volume, { currency, precision: 'whole' }) }),
        cell: (row) => <Money minor={row.costsMinor[place] ?? 0} currency={currency} />,
        align: 'right',
        narrow: 'line',
      }),
    ),
  ];
  return (
    <>
      <div className={classes.spaced}>
        <Meetings compared={compared} />
      </div>
      <Section title={t('calculator.cost')} note={t('calculator.costNote')}>
        <DataTable
          label={t('calculator.cost')}
          columns={columns}
          rows={rows}
          rowKey={(row) => String(row.place)}
        />
      </Section>
      <Section title={t('calculator.chart')}>
        <Suspense fallback={<LinesSkeleton lines={6} />}>
          <BreakEvenChart compared={compared} />
        </Suspense>
      </Section>
    </>
  );
}

function Meetings({ compared }: { compared: Compared }) {
  const t = useWords('incentives');
  const format = useFormat();
  const { currency, schemes, meetings } = compared;
  const money = (minor: number) => format.money(minor, { currency });
  if (schemes.length < 2) return <Answer>{t('calculator.pickTwo')}</Answer>;
  if (meetings.length === 0) return <Answer>{t('calculator.noMeet')}</Answer>;
  return (
    <Answer>
      {meetings.map(({ a, b, volumeMinor, costMinor, exact }) => {
        const [one, other] = [schemes[a], schemes[b]];
        const cheaper = (one?.fixedMinor ?? 0) <= (other?.fixedMinor ?? 0) ? one : other;
        const values = {
          a: one?.name ?? '',
          b: other?.name ?? '',
          sum: money(volumeMinor),
          cost: money(costMinor),
        };
        return (
          <span key={`${a} ${b}`} style={{ display: 'block' }}>
            {t(exact ? 'calculator.meet' : 'calculator.meetAbout', values)}{' '}
            {t('calculator.meetBelow', { name: cheaper?.name ?? '' })}
          </span>
        );
      })}
    </Answer>
  );
}
