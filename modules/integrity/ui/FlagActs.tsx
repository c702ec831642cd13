import { Act, useWords } from '@mosty/ui-kit';
import type { Flag } from '../contract/flags.ts';
import classes from './flags.module.css';

export type FlagAct = 'ask' | 'hold' | 'lift' | 'incident' | 'answers' | 'close' | 'breach';

/** What can be done with a flag now, asking first. */
export function FlagActs({ flag, onAct }: { flag: Flag; onAct: (act: FlagAct) => void }) {
  const t = useWords('integrity');
  const isOver = flag.state === 'lifted' || flag.state === 'closed';
  return (
    <div className={classes.acts}>
      {isOver || flag.state === 'incident' ? null : (
        <>
          <Act can={flag.can['ask']} onClick={() => onAct('ask')}>
            {t('flag.ask')}
          </Act>
          <Act can={flag.can['decide']} variant="default" onClick={() => onAct('lift')}>
            {t('flag.lift')}
          </Act>
          <Act can={flag.can['decide']} variant="default" onClick={() => onAct('incident')}>
            {t('flag.incident')}
          </Act>
        </>
      )}
      {isOver || flag.heldUntil ? null : (
        <Act can={flag.can['hold']} variant="default" onClick={() => onAct('hold')}>
          {t('flag.hold')}
        </Act>
      )}
      <Act can={flag.can['breach']} variant="subtle" onClick={() => onAct('breach')}>
        {t('flag.breach')}
      </Act>
    </div>
  );
}
