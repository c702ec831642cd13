import { useWords } from '@mosty/ui-kit';
import type { Whole } from './WholeScores.tsx';
import classes from './scores.module.css';

type Day = Whole['history'][number];
const [WIDTH, HEIGHT] = [600, 120];
const DAY_MS = 86_400_000;

/** Steps, for a score stays until it changes. A solid and a dashed line: told apart without colour. */
export function HistoryChart({ history }: { history: readonly Day[] }) {
  const t = useWords('scores');
  if (history.length < 2) return null;
  const days = history.toReversed();
  const at = (day: string) => Date.parse(day) / DAY_MS;
  const [from, to] = [at(days[0]?.day ?? ''), at(days.at(-1)?.day ?? '')];
  const x = (day: string) => (WIDTH * (at(day) - from)) / Math.max(1, to - from);
  const y = (value: number) => HEIGHT - (HEIGHT * value) / 100;
  const line = (of: (day: Day) => number | null) => {
    let path = '';
    let isDrawn = false;
    for (const day of days) {
      const value = of(day);
      if (value === null) isDrawn = false;
      else {
        path += isDrawn ? ` H ${x(day.day)} V ${y(value)}` : ` M ${x(day.day)} ${y(value)}`;
        isDrawn = true;
      }
    }
    return path;
  };
  return (
    <svg
      className={classes.chart}
      viewBox={`-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`}
      role="img"
      aria-label={t('history.chart')}
      preserveAspectRatio="none"
    >
      {[0, 50, 100].map((mark) => (
        <line key={mark} className={classes.mark} x1={0} x2={WIDTH} y1={y(mark)} y2={y(mark)} />
      ))}
      <path className={classes.trustLine} d={line((day) => day.trust)} />
      <path className={classes.pulseLine} d={line((day) => day.pulse)} />
    </svg>
  );
}
