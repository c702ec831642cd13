import { useId, type ReactNode } from 'react';
import classes from './Section.module.css';

interface Props {
  readonly title?: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page: a heading, a hairline, the content. Pages are made of these and never of cards in cards. */
export function Section({ title, note, actions, children }: Props) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={title ? id : undefined}>
      {title ? (
        <div className={classes.head}>
          <div>
            <h2 id={id} className={classes.title}>
              {title}
            </h2>
            {note ? <p className={classes.note}>{note}</p> : null}
          </div>
          {actions ? <div className={classes.actions}>{actions}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
