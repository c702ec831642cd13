import { addDays, businessDate, daysBetween } from '@mosty/kernel/time';
import { PlainSelect, useToday, useWords } from '@mosty/ui-kit';
import classes from './client-worth.module.css';

/** Shorter than a quarter, and clients who buy once in two months look like one-off ones. */
const PERIODS = ['90', '180', '365', '730'] as const;
const STANDARD = '365';

interface Window {
  readonly from: string;
  readonly to: string;
}

interface Props {
  readonly window: Window;
  readonly onChange: (window: { from: string; to: string }) => void;
}

/** The last days, today included. The address keeps them as days, so a link shows the same report. */
export function PeriodPicker({ window, onChange }: Props) {
  const t = useWords('insight-client-worth');
  const end = addDays(useToday(), 1);
  const length = String(daysBetween(businessDate(window.from), businessDate(window.to)));
  const chosen = window.to === end ? PERIODS.find((one) => one === length) : undefined;
  return (
    <PlainSelect
      className={classes.picker ?? ''}
      label={t('window.label')}
      value={chosen ?? ''}
      options={[
        // Shown while the address names days of its own; nothing to choose.
        ...(chosen ? [] : [{ value: '', label: t('window.other'), disabled: true }]),
        ...PERIODS.map((value) => ({ value, label: t(`window.${value}`) })),
      ]}
      onChange={(value) =>
        onChange(value === STANDARD ? { from: '', to: '' } : { from: addDays(end, -Number(value)), to: end })
      }
    />
  );
}
