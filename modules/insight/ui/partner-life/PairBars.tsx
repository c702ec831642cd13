import { useFormat, useWords } from '@mosty/ui-kit';
import { Chart, Key } from './Chart.tsx';
import classes from './partner-life.module.css';

export interface Pair {
  readonly key: string;
  readonly label: string;
  /** Parts per million; null: too little to tell. */
  readonly values: readonly (number | null)[];
}

interface Props {
  readonly title: string;
  readonly name: string;
  /** What each of the values is, where there are two. */
  readonly legend?: readonly string[];
  readonly rows: readonly Pair[];
}

const LABEL = 20;
const BAR = 12;
const GAP = 14;
/** Room for the value after the longest bar. */
const VALUE = 96;

/** Shares as bars lying under their names, one or two to a name: readable at 390 px and without colour. */
export function PairBars({ title, name, legend = [], rows }: Props) {
  const t = useWords('insight-partner-life');
  const format = useFormat();
  const each = LABEL + Math.max(1, legend.length) * (BAR + 2) + GAP;
  const most = Math.max(100_000, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return (
    <Chart
      title={title}
      name={name}
      height={rows.length * each}
      legend={
        legend.length > 1 ? (
          <>
            {legend.map((word, place) => (
              <Key key={word} look={`bar-${place}`}>
                {word}
              </Key>
            ))}
          </>
        ) : undefined
      }
    >
      {(width) =>
        rows.map(({ key, label, values }, row) => (
          <g key={key} transform={`translate(0 ${row * each})`}>
            <text x="0" y={LABEL - 6} className={classes.name}>
              {label}
            </text>
            {values.map((value, place) => {
              const long = value === null ? 0 : (Math.max(0, value) / most) * Math.max(1, width - VALUE);
              const y = LABEL + place * (BAR + 2);
              return (
                <g key={legend[place] ?? key}>
                  <rect
                    x="0"
                    y={y}
                    width={Math.max(1, long)}
                    height={BAR}
                    className={classes.bar}
                    data-look={`bar-${place}`}
                  />
                  <text x={Math.max(1, long) + 8} y={y + BAR - 2} className={classes.tick}>
                    {value === null ? t('fewShort') : format.percent(value, { digits: 0 })}
                  </text>
                </g>
              );
            })}
          </g>
        ))
      }
    </Chart>
  );
}
