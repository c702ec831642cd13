import { useFormat, useWords } from '@mosty/ui-kit';
import type { Cause, Change } from '../contract.ts';
import { HistoryChart } from './HistoryChart.tsx';
import { useRowWords } from './row-words.ts';
import type { Whole } from './WholeScores.tsx';
import classes from './scores.module.css';

type Day = Whole['history'][number];
const DAYS_SHOWN = 30;

/** Each day on which something changed: from what to what, and because of which rows (S0.70). */
export function ScoreHistory({ history }: { history: readonly Day[] }) {
  const t = useWords('scores');
  const format = useFormat();
  if (history.length === 0) return <p className={classes.soft}>{t('history.empty')}</p>;
  return (
    <>
      <HistoryChart history={history} />
      <ol className={classes.history}>
        {history.slice(0, DAYS_SHOWN).map((day, place) => (
          <li key={day.day}>
            <time className={classes.soft} dateTime={day.day}>
              {format.when(day.day)}
            </time>
            <ul>
              {day.changes.map((change) => (
                <li key={change.of}>
                  <ChangeLine change={change} isFirst={place === history.length - 1} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}

function ChangeLine({ change, isFirst }: { change: Change; isFirst: boolean }) {
  const t = useWords('scores');
  const value = (one: Change['from']) =>
    one === null ? '–' : change.of === 'silence' ? t(`silence.${one}`) : String(one);
  const what = t(`${change.of}.name`);
  return (
    <>
      <strong>
        {t(`history.${wayOf(change, isFirst)}`, {
          what,
          from: value(change.from),
          to: value(change.to),
        })}
      </strong>
      {isFirst || change.because.length === 0 ? null : (
        <ul className={classes.causes}>
          {change.because.map((cause) => (
            <li key={cause.component}>
              <CauseLine cause={cause} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A number appears when there is enough to count it by, and goes when there is no more: neither is a rise from nought. */
function wayOf({ from, to }: Change, isFirst: boolean) {
  if (to === null) return 'gone';
  if (isFirst) return 'first';
  return from === null ? 'came' : 'change';
}

function CauseLine({ cause }: { cause: Cause }) {
  const t = useWords('scores');
  const format = useFormat();
  const say = useRowWords();
  const points = (value: number | null) => (value === null ? '–' : format.count(value, 1));
  return (
    <>
      {t('history.cause', {
        part: t(`part.${cause.component}`),
        from: points(cause.from),
        to: points(cause.to),
      })}
      {cause.rows.length === 0 ? null : (
        <span className={classes.soft}> · {cause.rows.map(say).join('; ')}</span>
      )}
    </>
  );
}
