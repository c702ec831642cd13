import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useWords } from '../language.ts';
import type { Proof } from './NumberProof.tsx';
import classes from './NumberOpens.module.css';

const loadPanel = () => import('./NumberPanel.tsx');
const NumberPanel = lazy(loadPanel);

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
  /** Stays when it was once opened, so that it can also close slowly. */
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes.number}
        onPointerEnter={() => void loadPanel()}
        onFocus={() => void loadPanel()}
        onClick={() => {
          setWasOpened(true);
          setOpened(true);
        }}
        aria-haspopup="dialog"
        title={title}
      >
        {children}
        {proof?.estimate ? <span className={classes.estimate}>{t('proof.estimate')}</span> : null}
      </button>
      {wasOpened ? (
        <Suspense>
          <NumberPanel
            opened={opened}
            onClose={() => setOpened(false)}
            title={title}
            value={children}
            proof={proof ?? {}}
            rows={rows}
            wide={wide}
          />
        </Suspense>
      ) : null}
    </>
  );
}
