import { useEffect, type ReactNode } from 'react';
import classes from './PageHeading.module.css';

interface Props {
  /** The question of the page, said as a sentence: «Кому мы должны и когда заплатим». */
  readonly title: string;
  /** One line that answers it, with its numbers. */
  readonly answer?: ReactNode;
  readonly actions?: ReactNode;
  /** Where this page belongs: a link one level up. */
  readonly above?: ReactNode;
}

/** The head of every page: heading, answer, actions. Names the browser's tab too. */
export function PageHeading({ title, answer, actions, above }: Props) {
  useEffect(() => {
    document.title = `${title} · Mosty`;
  }, [title]);
  return (
    <header className={classes.heading}>
      <div className={classes.words}>
        {above ? <div className={classes.above}>{above}</div> : null}
        <h1 className={classes.title} tabIndex={-1} data-page-title>
          {title}
        </h1>
        {answer ? <div className={classes.answer}>{answer}</div> : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </header>
  );
}
