import { useWords } from '@mosty/ui-kit';
import type { Channel } from './MeasureFigure.tsx';
import classes from './scale.module.css';

/** In which month partners paid back: a distribution, because one median hides the slow half (S3.34). */
export function PaybackBars({ payback }: { payback: Channel['metrics']['payback'] }) {
  const t = useWords('insight-details');
  const last = payback.byMonth.at(-1)?.month;
  if (last === undefined) return null;
  const partners = new Map(payback.byMonth.map((one) => [one.month, one.partners]));
  const most = Math.max(...partners.values());
  const reasonable = Number(payback.measure.rule.params['reasonableMonths'] ?? 3);
  const words = [
    t('network.paybackWithin', { months: reasonable, count: payback.withinReasonable }),
    t('network.paybackNotYet', { count: payback.notYet }),
  ].join(', ');
  return (
    <figure style={{ margin: '20px 0 0' }}>
      <figcaption className={classes.note}>
        {t('network.paybackTitle')}: {words}
      </figcaption>
      <div
        className={classes.bars}
        role="img"
        tabIndex={0}
        aria-label={`${t('network.paybackTitle')}: ${words}`}
      >
        {Array.from({ length: last }, (_none, place) => {
          const month = place + 1;
          const count = partners.get(month) ?? 0;
          return (
            <div key={month} className={classes.bar}>
              {count > 0 ? count : null}
              <div
                className={classes.column}
                data-soon={month <= reasonable || undefined}
                style={{ height: `${(count / most) * 64}%` }}
              />
              <div className={classes.month}>{month}</div>
            </div>
          );
        })}
      </div>
    </figure>
  );
}
