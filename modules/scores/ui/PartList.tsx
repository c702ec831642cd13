import { PageLink, useFormat, useWords } from '@mosty/ui-kit';
import type { Part, Row } from '../contract.ts';
import { useRowWords } from './row-words.ts';
import { whereOf } from './where-of.ts';
import classes from './scores.module.css';

/** Components of a score: points of how many, the rule in a line, and the rows one by one. */
export function PartList({ parts, partnerId }: { parts: readonly Part[]; partnerId: string | null }) {
  const t = useWords('scores');
  const format = useFormat();
  return (
    <ul className={classes.parts}>
      {parts.map((part) => (
        <li key={part.component} className={classes.part}>
          <span className={classes.partName}>{t(`part.${part.component}`)}</span>
          <span className={classes.points}>
            {part.max === 0
              ? format.count(part.points, part.points === 0 ? 0 : 1)
              : t('trust.of', {
                  points: format.count(part.points, Number.isInteger(part.points) ? 0 : 1),
                  max: part.max,
                })}
          </span>
          <span className={classes.bar} aria-hidden="true">
            <span style={{ inlineSize: `${part.max === 0 ? 0 : (100 * part.points) / part.max}%` }} />
          </span>
          <span className={classes.rule}>
            {t(`rule.${part.component}`)}
            {part.usual === null ? null : ` ${t('usual', { share: format.count(part.usual * 100, 0) })}.`}
          </span>
          <Rows rows={part.rows} n={part.n} partnerId={partnerId} />
        </li>
      ))}
    </ul>
  );
}

/** The newest rows of a component, each leading to where it stands. */
export function Rows({ rows, n, partnerId }: { rows: readonly Row[]; n: number; partnerId: string | null }) {
  const t = useWords('scores');
  const format = useFormat();
  const say = useRowWords();
  if (rows.length === 0) return <span className={classes.rule}>{t('noRows')}</span>;
  return (
    <details className={classes.rows}>
      <summary>{t('rowsShown', { count: n })}</summary>
      <ul>
        {rows.map((row) => {
          const to = partnerId === null ? null : whereOf(row, partnerId);
          return (
            <li key={`${row.says} ${row.id}`}>
              <span className={classes.soft}>{format.when(row.on)}</span>{' '}
              {to === null ? say(row) : <PageLink to={to}>{say(row)}</PageLink>}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
