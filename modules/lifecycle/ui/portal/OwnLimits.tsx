import { useMay, useRead, useWords } from '@mosty/ui-kit';
import { readOwnLimits } from '../../contract.ts';
import { useLimitLines } from '../limit-lines.ts';
import classes from '../lifecycle.module.css';

/** What holds a new partner back, in its own words, and how that ends. Nothing for one that is trusted. */
export function OwnLimits() {
  const t = useWords('lifecycle');
  const may = useMay('lifecycle.read_own');
  const read = useRead(readOwnLimits, {}, { enabled: may });
  const lines = useLimitLines('own');
  const limit = read.data?.limit;
  const told = limit ? lines(limit) : [];
  if (!limit || told.length === 0) return null;
  return (
    <div className={classes.soft} role="note">
      <p>{t('limits.own')}</p>
      <ul>
        {told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{limit.because.map((one) => t(`limits.ownEnds.${one}`)).join(' ')}</p>
    </div>
  );
}
