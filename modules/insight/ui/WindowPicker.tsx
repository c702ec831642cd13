import { addDays, addMonths, firstDay, monthOf } from '@mosty/kernel/time';
import { PlainSelect, useToday, useWords } from '@mosty/ui-kit';
import type { Window } from './MeasureFigure.tsx';
import classes from './channel.module.css';

/** The period of the page. Half-open days; the address keeps them, so a link shows the same report. */
export function WindowPicker({ window, onChange }: { window: Window; onChange: (window: Window) => void }) {
  const t = useWords('insight');
  const today = useToday();
  const month = monthOf(today);
  const end = addDays(today, 1);
  const windows: Record<string, Window> = {
    days30: { from: addDays(end, -30), to: end },
    days90: { from: addDays(end, -90), to: end },
    thisMonth: { from: firstDay(month), to: end },
    lastMonth: { from: firstDay(addMonths(month, -1)), to: firstDay(month) },
    quarter: { from: firstDay(addMonths(month, -3)), to: firstDay(month) },
    year: { from: firstDay(addMonths(month, -12)), to: firstDay(month) },
  };
  const chosen =
    Object.entries(windows).find(([, one]) => one.from === window.from && one.to === window.to)?.[0] ?? '';
  return (
    <PlainSelect
      className={`${classes.screenOnly} ${classes.picker}`}
      label={t('window.label')}
      options={[
        // Shown while the address names days of its own; nothing to choose.
        ...(chosen === '' ? [{ value: '', label: t('window.other'), disabled: true }] : []),
        ...Object.keys(windows).map((value) => ({ value, label: t(`window.${value}`) })),
      ]}
      value={chosen}
      onChange={(value) => {
        const next = windows[value];
        if (next) onChange(next);
      }}
    />
  );
}
