import {
  Count,
  Money,
  NumberOpens,
  Percent,
  TableSkeleton,
  useFormat,
  useWords,
  type AnswerOf,
} from '@mosty/ui-kit';
import { lazy, Suspense } from 'react';
import type { readClientWorth } from '../../contract/client-worth.ts';
import classes from './client-worth.module.css';

/** The report is read before a number of it is opened. */
const WorthRows = lazy(() => import('./WorthRows.tsx'));

export type ClientWorth = AnswerOf<typeof readClientWorth>;
export type Figure = ClientWorth['figures'][number];
/** What the page was asked, so that a number is found by it again. */
export interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly horizon?: '90' | '180' | '365';
}

/** Nothing at all is no number to open: neither a share of nothing nor the money of no sales. */
export function isTold({ value, unit, of, n }: Figure): boolean {
  return (of ?? n) > 0 || (value !== null && unit === 'count');
}

interface Props {
  readonly figure: Figure;
  readonly asked: Asked;
  /** What the figure is called beside its class: the group it is of. */
  readonly of?: string | undefined;
}

/** A number of the report: opens to its rows, rule, days and n; below the needed n it is words. */
export function WorthFigure({ figure, asked, of }: Props) {
  const t = useWords('insight-client-worth');
  const book = useWords('insight');
  const format = useFormat();
  const name = [t(`worth.${figure.metric}`), book(`book.${figure.class}`), of].filter(Boolean).join(' · ');
  const days = figure.horizonDays;
  const { value, before, unit, currency } = figure;
  const was =
    before !== null && unit === 'money'
      ? format.money(before, { precision: 'whole', ...(currency ? { currency } : {}) })
      : format.count(before ?? 0);
  const beside = [
    figure.of === null
      ? unit === 'count'
        ? null
        : t('rows', { count: figure.n, shown: format.count(figure.n) })
      : t('ofRows', { n: format.count(figure.n), of: format.count(figure.of) }),
    figure.since ? t('since', { day: format.when(figure.since) }) : null,
    before === null ? null : t('was', { value: was }),
  ];
  return (
    <>
      <NumberOpens
        title={name}
        wide
        proof={{
          rule: { text: t(`rule.${figure.metric}`, { days }), version: 1 },
          window: figure.window,
          n: figure.of ?? figure.n,
        }}
        rows={() => (
          <Suspense fallback={<TableSkeleton />}>
            <WorthRows figure={figure} asked={asked} label={name} />
          </Suspense>
        )}
      >
        <WorthValue figure={figure} />
      </NumberOpens>
      {value === null ? null : <div className={classes.small}>{beside.filter(Boolean).join(' · ')}</div>}
    </>
  );
}

function WorthValue({ figure }: { readonly figure: Figure }) {
  const t = useWords('insight-client-worth');
  const { value, unit, currency, neededN } = figure;
  const n = figure.of ?? figure.n;
  if (value === null) {
    return (
      <span className={classes.few}>{n < neededN ? t('few', { n, needed: neededN }) : t('unknown')}</span>
    );
  }
  if (unit === 'money') return <Money minor={value} {...(currency ? { currency } : {})} precision="whole" />;
  if (unit === 'ppm') return <Percent ppm={value} />;
  if (unit === 'days') return <span>{t('days', { count: value })}</span>;
  return <Count value={value} />;
}
