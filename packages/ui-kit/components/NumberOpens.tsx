import { useState, type ReactNode } from 'react';
import { useWords } from '../language.ts';
import { NumberProof, type Proof } from './NumberProof.tsx';
import { SidePanel } from './SidePanel.tsx';
import classes from './NumberOpens.module.css';

interface Props {
  /** The number: `<Money …/>`, `<Percent …/>`, `<Count …/>`. */
  readonly children: ReactNode;
  /** What the number is, said in full: the panel's heading and the button's name. */
  readonly title: string;
  readonly proof?: Proof;
  /** The rows behind it; called only when the panel opens, so it may read from the server. */
  readonly rows: () => ReactNode;
  readonly wide?: boolean;
}

/** A number one can ask «откуда?»: opens to its rows, rule with version, window, n and gaps. */
export function NumberOpens({ children, title, proof, rows, wide = false }: Props) {
  const t = useWords('kit');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes.number}
        onClick={() => setOpened(true)}
        aria-haspopup="dialog"
        title={title}
      >
        {children}
        {proof?.estimate ? <span className={classes.estimate}>{t('proof.estimate')}</span> : null}
      </button>
      <SidePanel opened={opened} onClose={() => setOpened(false)} title={title} wide={wide}>
        {opened ? (
          <NumberProof value={children} proof={proof ?? {}}>
            {rows()}
          </NumberProof>
        ) : null}
      </SidePanel>
    </>
  );
}
