import { useWords } from '@mosty/ui-kit';
import { useSyncExternalStore } from 'react';
import classes from './Offline.module.css';

const TURNS = ['online', 'offline'];

function listen(tell: () => void): () => void {
  for (const turn of TURNS) globalThis.addEventListener(turn, tell);
  return () => TURNS.forEach((turn) => globalThis.removeEventListener(turn, tell));
}

/** Says that the network is gone; what is on the page stays readable. */
export function Offline() {
  const t = useWords('shell');
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="status" className={online ? undefined : classes.notice}>
      {online ? null : t('offline')}
    </div>
  );
}
