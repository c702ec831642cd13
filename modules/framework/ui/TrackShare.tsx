import { useRead, useWords } from '@mosty/ui-kit';
import { readTrackShare } from '../contract.ts';
import classes from './framework.module.css';

/** How many are led personally, and whether that is within 10–20 % (S1.23). */
export function TrackShare() {
  const t = useWords('framework');
  const { data } = useRead(readTrackShare, {});
  if (!data) return null;
  return (
    <p className={classes.soft}>
      {t(`share.${data.verdict}`, { count: data.highTouch, working: data.working })}
    </p>
  );
}
