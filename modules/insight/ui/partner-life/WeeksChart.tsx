import { shortMonth, useFormat, useLanguage, useWords } from '@mosty/ui-kit';
import type { Week } from '../../contract/partner-life.ts';
import { Chart, Key } from './Chart.tsx';
import classes from './partner-life.module.css';

const HEIGHT = 220;
const TOP = 8;
const BOTTOM = 26;
/** Room for the name of a month. */
const TICK = 56;

interface Props {
  readonly weeks: readonly Week[];
  readonly times: number;
  readonly currency: string;
}

/** A bar a week; spikes are hatched, so that they are seen without colour; the dashes are what a spike is above. */
export function WeeksChart({ weeks, times, currency }: Props) {
  const t = useWords('insight-partner-life');
  const format = useFormat();
  const language = useLanguage();
  const most = Math.max(1, ...weeks.map(({ paidMinor }) => paidMinor));
  const y = (minor: number) => TOP + (1 - Math.min(1, minor / most)) * (HEIGHT - TOP - BOTTOM);
  const lookOf = ({ spike, medianMinor }: Week) =>
    spike ? 'bar-spike' : medianMinor === null ? 'bar-unjudged' : 'bar-0';
  return (
    <Chart
      title={t('steady.weeks')}
      name="weeks"
      height={HEIGHT}
      legend={
        <>
          <Key look="bar-0">{t('steady.paid')}</Key>
          <Key look="bar-spike">{t('steady.spike')}</Key>
          <Key look="bar-unjudged">{t('steady.unjudged')}</Key>
        </>
      }
    >
      {(width) => {
        const step = width / Math.max(1, weeks.length);
        const bar = Math.max(1, step - 2);
        const months = weeks.flatMap(({ week }, place) => {
          const before = weeks[place - 1]?.week;
          return before?.slice(0, 7) === week.slice(0, 7) ? [] : [{ month: week.slice(0, 7), place }];
        });
        // Every so many months, and none that would touch the one before it or the edge.
        const every = Math.max(1, Math.ceil(months.length / Math.max(2, Math.floor(width / 80))));
        const named = months.filter(
          ({ place }, at) =>
            at % every === 0 &&
            place * step < width - TICK &&
            (at === 0 ? (months[every]?.place ?? weeks.length) * step > TICK : true),
        );
        return (
          <>
            <defs>
              <pattern
                id="insight-hatch"
                width="5"
                height="5"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <line x1="0" y1="0" x2="0" y2="5" className={classes.hatch} />
              </pattern>
            </defs>
            {weeks.map((week, place) => (
              <rect
                key={week.week}
                x={place * step}
                y={y(week.paidMinor)}
                width={bar}
                height={Math.max(0, y(0) - y(week.paidMinor))}
                className={classes.bar}
                data-look={lookOf(week)}
              >
                <title>
                  {`${t('steady.week')} ${format.when(week.week)}: ${format.money(week.paidMinor, { currency, precision: 'whole' })}`}
                </title>
              </rect>
            ))}
            <path
              className={classes.line}
              data-look="threshold"
              d={weeks
                .map(({ medianMinor }, place) =>
                  medianMinor === null
                    ? ''
                    : `M${(place * step).toFixed(1)} ${y(times * medianMinor).toFixed(1)}h${step.toFixed(1)}`,
                )
                .join('')}
            />
            <line x1="0" x2={width} y1={y(0)} y2={y(0)} className={classes.ground} />
            {named.map(({ month, place }) => (
              <text key={month} x={place * step} y={HEIGHT - 8} className={classes.tick}>
                {shortMonth(month, language)}
              </text>
            ))}
          </>
        );
      }}
    </Chart>
  );
}
