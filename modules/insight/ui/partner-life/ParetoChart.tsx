import { useFormat, useWords } from '@mosty/ui-kit';
import { Chart } from './Chart.tsx';
import classes from './partner-life.module.css';

const FRAME = { height: 240, left: 44, right: 12, top: 10, bottom: 26 };
const MARKS = [0, 200_000, 500_000, 1_000_000];

/** How much the largest 10, 20, … 100 % of sellers give, beside everybody selling alike (S1.22). */
export function ParetoChart({ tenths }: { readonly tenths: readonly number[] }) {
  const t = useWords('insight-partner-life');
  const format = useFormat();
  const points = [0, ...tenths];
  return (
    <Chart title={t('steady.pareto')} name="pareto" height={FRAME.height}>
      {(full) => {
        const width = Math.min(full, 640);
        const x = (place: number) => FRAME.left + (place / 10) * (width - FRAME.left - FRAME.right);
        const y = (ppm: number) =>
          FRAME.top + (1 - ppm / 1_000_000) * (FRAME.height - FRAME.top - FRAME.bottom);
        return (
          <>
            {MARKS.map((ppm) => (
              <g key={ppm}>
                <line
                  x1={FRAME.left}
                  x2={width - FRAME.right}
                  y1={y(ppm)}
                  y2={y(ppm)}
                  className={ppm === 0 ? classes.ground : classes.grid}
                />
                <text x={FRAME.left - 8} y={y(ppm) + 4} textAnchor="end" className={classes.tick}>
                  {format.percent(ppm, { digits: 0 })}
                </text>
                <text
                  x={x(ppm / 100_000)}
                  y={FRAME.height - 8}
                  textAnchor={ppm === 1_000_000 ? 'end' : 'middle'}
                  className={classes.tick}
                >
                  {format.percent(ppm, { digits: 0 })}
                </text>
              </g>
            ))}
            <line
              x1={x(0)}
              y1={y(0)}
              x2={x(10)}
              y2={y(1_000_000)}
              className={classes.line}
              data-look="even"
            />
            <path
              className={classes.line}
              d={points
                .map((ppm, place) => `${place === 0 ? 'M' : 'L'}${x(place).toFixed(1)} ${y(ppm).toFixed(1)}`)
                .join('')}
            />
            {points.map((ppm, place) => (
              // Points are positional and never reorder.
              <circle key={`${place}`} cx={x(place)} cy={y(ppm)} r={4} className={classes.dot}>
                <title>
                  {`${format.percent(place * 100_000, { digits: 0 })} → ${format.percent(ppm, { digits: 0 })}`}
                </title>
              </circle>
            ))}
          </>
        );
      }}
    </Chart>
  );
}
