import { useFormat, useWords } from '@mosty/ui-kit';
import { MeasureValue, type Measure } from './MeasureFigure.tsx';
import classes from './channel.module.css';

/** How it was in the period before and by how much it moved; said only where both are known. */
export function MeasureChange({ measure, bare = false }: { measure: Measure; bare?: boolean }) {
  const t = useWords('insight');
  const format = useFormat();
  const { value, before, unit } = measure;
  if (value === null || before === null || (value === 0 && before === 0)) return null;
  // A share moves by points and needs no percent of a percent; from nothing there is no percent at all.
  const moved = unit !== 'ppm' && before > 0 ? Math.round(((value - before) / before) * 1_000_000) : null;
  return (
    <span className={classes.change}>
      {t('channel.was')} <MeasureValue measure={{ ...measure, value: before }} />
      {moved === null || bare ? null : (
        <span className={classes.moved}>{format.percent(moved, { digits: 0, signed: true })}</span>
      )}
    </span>
  );
}
