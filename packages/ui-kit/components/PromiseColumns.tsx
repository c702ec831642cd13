import type { ReactNode } from 'react';
import { useWords } from '../language.ts';
import { useToday } from '../today.ts';
import { Badge, type Tone } from './Badge.tsx';
import { When } from './When.tsx';
import classes from './PromiseColumns.module.css';

export type PromiseState = 'open' | 'kept' | 'missed' | 'cancelled';

export interface PromiseLine {
  readonly id: string;
  readonly text: ReactNode;
  readonly state: PromiseState;
  /** `YYYY-MM-DD`. */
  readonly due?: string | null | undefined;
  readonly actions?: ReactNode;
}

interface Props {
  readonly ours: readonly PromiseLine[];
  readonly theirs: readonly PromiseLine[];
  /** `partner` when the reader is the partner: «мы» and «вы» change places. */
  readonly reader?: 'company' | 'partner';
}

const TONES: Record<PromiseState, Tone> = {
  open: 'plain',
  kept: 'accent',
  missed: 'warn',
  cancelled: 'faint',
};

/** «Мы обещаем / Вы обещаете»: two columns, the same in both areas, side by side because they answer each other. */
export function PromiseColumns({ ours, theirs, reader = 'company' }: Props) {
  const t = useWords('kit');
  const today = useToday();
  const columns = [
    { key: 'ours', title: t(`promises.${reader}.ours`), lines: ours },
    { key: 'theirs', title: t(`promises.${reader}.theirs`), lines: theirs },
  ];
  return (
    <div className={classes.columns}>
      {columns.map(({ key, title, lines }) => (
        <section key={key} aria-label={title}>
          <h3 className={classes.title}>{title}</h3>
          {lines.length === 0 ? <p className={classes.nothing}>{t('promises.nothing')}</p> : null}
          <ol className={classes.lines}>
            {lines.map((line) => (
              <li key={line.id} className={classes.line} data-state={line.state}>
                <div className={classes.text}>{line.text}</div>
                <div className={classes.facts}>
                  {line.state === 'open' ? null : (
                    <Badge tone={TONES[line.state]}>{t(`promises.${line.state}`)}</Badge>
                  )}
                  {line.due ? (
                    <span data-late={(line.state === 'open' && line.due < today) || undefined}>
                      {t(line.state === 'open' && line.due < today ? 'promises.late' : 'promises.due')}{' '}
                      <When value={line.due} />
                    </span>
                  ) : null}
                  {line.actions}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
