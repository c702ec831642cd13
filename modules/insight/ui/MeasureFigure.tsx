import type { readChannel } from '../contract.ts';
import { Count, Money, NumberOpens, Percent, useWords, type AnswerOf } from '@mosty/ui-kit';
import { NumberRows } from './NumberRows.tsx';
import { useRule } from './use-rule.ts';
import classes from './channel.module.css';

export type Measure = AnswerOf<typeof readChannel>['boxes'][number]['paid'];
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** A number of the report: opens to its rows, rule, window, n and gaps; below the needed n it is words. */
export function MeasureFigure({
  measure,
  window,
  partner,
}: {
  measure: Measure;
  window: Window;
  partner?: string;
}) {
  const t = useWords('insight');
  const rule = useRule();
  const title = measure.class
    ? `${t(`metric.${measure.metric}`)}: ${t(`book.${measure.class}`)}`
    : t(`metric.${measure.metric}`);
  return (
    <NumberOpens
      title={title}
      wide
      proof={{
        rule: { text: rule(measure.rule), version: measure.rule.version },
        window: measure.window,
        n: measure.n,
        gaps: measure.gaps.map((gap) => t(`gap.${gap}`)),
        estimate: measure.estimate,
      }}
      rows={() => (
        <NumberRows metric={measure.metric} ofClass={measure.class} window={window} partner={partner} />
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

/** How it was in the period before, said only where both are known. */
export function MeasureBefore({ measure }: { measure: Measure }) {
  const t = useWords('insight');
  if (measure.before === null || measure.value === null) return null;
  return (
    <span className={classes.before}>
      {t('channel.before')} <MeasureValue measure={{ ...measure, value: measure.before }} />
    </span>
  );
}
