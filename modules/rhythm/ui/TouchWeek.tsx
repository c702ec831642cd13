import { addDays, type BusinessDate } from '@mosty/kernel/time';
import { useFormat, useToday, useWords } from '@mosty/ui-kit';
import type { Touch } from '../contract.ts';
import classes from './rhythm.module.css';

interface Props {
  readonly monday: BusinessDate;
  readonly items: readonly Touch[];
  readonly onOpen: (id: string) => void;
}

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** Seven days beside each other, or one after another where there is no room. */
export function TouchWeek({ monday, items, onOpen }: Props) {
  const t = useWords('rhythm');
  const format = useFormat();
  const today = useToday();
  const byDay = Map.groupBy(items, ({ onDay }) => onDay);
  return (
    <ol className={classes.week}>
      {DAYS.map((place) => {
        const day = addDays(monday, place);
        const touches = byDay.get(day) ?? [];
        return (
          <li
            key={day}
            className={classes.weekDay}
            data-today={day === today || undefined}
            data-empty={touches.length === 0 || undefined}
          >
            <h2 className={classes.number}>
              {format.when(day, 'short')}
              {day === today ? ` · ${t('calendar.today')}` : null}
            </h2>
            {touches.map((touch) => (
              <TouchLine key={touch.id} touch={touch} onOpen={onOpen} />
            ))}
          </li>
        );
      })}
    </ol>
  );
}

function TouchLine({ touch, onOpen }: { touch: Touch; onOpen: (id: string) => void }) {
  const t = useWords('rhythm');
  const { kind, of, partner, partners, title, member, minutes, state, opens } = touch;
  const name = partner?.name ?? (partners > 1 ? t('touch.partners', { count: partners }) : t('touch.nobody'));
  const how = [
    of ? t(`session.kind.${of}`) : t(`touch.kind.${kind}`),
    ...(state === 'done' && kind !== 'step' ? [] : [t(`touch.state.${state}`)]),
    ...(member ? [member.name] : []),
    ...(minutes ? [t('touch.minutes', { count: minutes })] : []),
  ].join(' · ');
  const said = (
    <>
      <span className={classes.entryTitle}>{name}</span>
      {title ? <span>{title}</span> : null}
      <span className={classes.faint}>{how}</span>
    </>
  );
  const look = {
    className: classes.wideEntry,
    'data-kind': kind,
    'data-warn': state === 'late' || undefined,
  };
  return opens ? (
    <button type="button" {...look} onClick={() => onOpen(opens)}>
      {said}
    </button>
  ) : (
    <div {...look} data-still>
      {said}
    </div>
  );
}
