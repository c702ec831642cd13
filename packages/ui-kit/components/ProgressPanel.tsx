import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../language.ts';
import { formatCount } from '../format/number.ts';
import { Figures, type Figure } from './Figures.tsx';
import classes from './ProgressPanel.module.css';

interface Props {
  readonly title: string;
  readonly done: number;
  /** Null while nobody knows yet. */
  readonly total: number | null;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** What has come of it so far. */
  readonly counts?: readonly Figure[];
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
}

/** A long operation: how far, what came of it, and that one may leave. */
export function ProgressPanel({ title, done, total, state, counts = [], note, actions }: Props) {
  const t = useWords('kit');
  const language = useLanguage();
  const share = state === 'done' ? 100 : total ? Math.min(100, (done / total) * 100) : 0;
  const figures =
    total === null
      ? formatCount(done, language)
      : `${formatCount(done, language)} / ${formatCount(total, language)}`;
  return (
    <section className={classes.panel} aria-label={title}>
      <div className={classes.head}>
        <span className={classes.title}>{title}</span>
        <span className={classes.figures} role="status">
          {state === 'waiting' ? t('progress.waiting') : figures}
        </span>
      </div>
      <Progress
        value={total === null && state === 'running' ? 100 : share}
        animated={state === 'running' && total === null}
        color={state === 'failed' ? 'ochre' : 'petrol'}
        size={6}
        aria-label={title}
      />
      <p className={classes.note}>
        {note ?? (state === 'running' || state === 'waiting' ? t('progress.leave') : null)}
      </p>
      {counts.length ? <Figures items={counts} /> : null}
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </section>
  );
}
