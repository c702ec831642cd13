import {
  Count,
  Money,
  NumberOpens,
  Percent,
  TableSkeleton,
  useWords,
  type AnswerOf,
  type Proof,
} from '@mosty/ui-kit';
import { lazy, Suspense } from 'react';
import type { readChannel } from '../contract.ts';
import { useRule } from './use-rule.ts';
import classes from './channel.module.css';

/** A report is read before a number of it is opened. */
const NumberRows = lazy(async () => ({ default: (await import('./NumberRows.tsx')).NumberRows }));

export type Channel = AnswerOf<typeof readChannel>;
export type Measure = Channel['boxes'][number]['paid'];
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** Behind these stand also the rows that do not count: who does not sell is the point of the list. */
const LISTS_ALL = new Set<Measure['metric']>(['active_share', 'time_to_first_sale', 'payback']);

interface Props {
  readonly measure: Measure;
  /** The period of the page: the number is found by it again, whatever window its own rule takes. */
  readonly window: Window;
  readonly partner?: string;
}

/** A number of the report: opens to its rows, rule, window, n and gaps; below the needed n it is words. */
export function MeasureFigure({ measure, window, partner }: Props) {
  const t = useWords('insight');
  const rule = useRule();
  const name = t(`metric.${measure.metric}`);
  const proof: Proof = {
    rule: { text: rule(measure.rule), version: measure.rule.version },
    window: measure.window,
    n: LISTS_ALL.has(measure.metric) ? (measure.of ?? measure.n) : measure.n,
    gaps: measure.gaps.map((gap) => t(`gap.${gap}`)),
    estimate: measure.estimate,
  };
  return (
    <NumberOpens
      title={measure.class ? `${name}: ${t(`book.${measure.class}`)}` : name}
      wide
      proof={proof}
      rows={() => (
        <Suspense fallback={<TableSkeleton />}>
          <NumberRows measure={measure} window={window} partner={partner} />
        </Suspense>
      )}
    >
      <MeasureValue measure={measure} />
    </NumberOpens>
  );
}

export function MeasureValue({ measure }: { measure: Measure }) {
  const t = useWords('insight');
  const { value, unit, currency } = measure;
  if (value === null) {
    return (
      <span className={classes.few}>
        {t(measure.neededN > measure.n ? 'channel.few' : 'channel.unknown', {
          n: measure.n,
          needed: measure.neededN,
        })}
      </span>
    );
  }
  if (unit === 'money') return <Money minor={value} {...(currency ? { currency } : {})} precision="whole" />;
  if (unit === 'ppm') return <Percent ppm={value} />;
  if (unit === 'count') return <Count value={value} />;
  return <span>{t(`unit.${unit}`, { count: value })}</span>;
}
