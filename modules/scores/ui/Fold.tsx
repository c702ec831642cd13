import { Section } from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import classes from './scores.module.css';

interface Props {
  readonly title: string;
  readonly note?: string;
  /** On a phone it is a line until it is opened: the whole page would be twelve screens. */
  readonly folds: boolean;
  readonly children: ReactNode;
}

/** A part of the page; where it folds, it stands open on a wide screen. */
export function Fold({ title, note, folds, children }: Props) {
  if (!folds)
    return (
      <Section title={title} note={note}>
        {children}
      </Section>
    );
  return (
    <details className={classes.fold} open={window.matchMedia('(min-width: 48em)').matches}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {note ? <p className={classes.soft}>{note}</p> : null}
      {children}
    </details>
  );
}
