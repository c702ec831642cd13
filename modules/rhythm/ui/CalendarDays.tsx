import { useFormat, useToday, useWords, type AnswerOf } from '@mosty/ui-kit';
import type { Entry, readCalendar } from '../contract.ts';
import classes from './rhythm.module.css';

type Calendar = AnswerOf<typeof readCalendar>;

interface Props {
  readonly calendar: Calendar;
  readonly onOpen: (id: string) => void;
}

const SHOWN_MAX = 3;
const NEEDS_US = new Set(['draft', 'missed', 'not_ready', 'late']);

function daysOf(month: string): string[] {
  const count = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return Array.from({ length: count }, (_none, place) => `${month}-${String(place + 1).padStart(2, '0')}`);
}

/** Monday is the first column. */
const columnOf = (day: string) => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** A month as a grid of days, for screens wide enough. */
export function MonthGrid({ month, calendar, onOpen }: Props & { readonly month: string }) {
  const t = useWords('rhythm');
  const today = useToday();
  const off = new Set(calendar.daysOff);
  const byDay = Map.groupBy(calendar.entries, ({ onDay }) => onDay);
  return (
    <ol className={classes.grid}>
      {daysOf(month).map((day) => {
        const entries = byDay.get(day) ?? [];
        const season = calendar.seasons.find(({ from }) => from === day);
        return (
          <li
            key={day}
            className={classes.day}
            style={{ gridColumnStart: columnOf(day) }}
            data-off={off.has(day) || undefined}
            data-today={day === today || undefined}
          >
            <span className={classes.number}>
              {Number(day.slice(8))}
              {day === today ? ` · ${t('calendar.today')}` : null}
            </span>
            {season ? <span className={classes.season}>{t(`season.${season.code}`)}</span> : null}
            {entries.slice(0, SHOWN_MAX).map((entry) => (
              <EntryButton key={entry.id} entry={entry} onOpen={onOpen} />
            ))}
            {entries.length > SHOWN_MAX ? (
              <span className={classes.faint}>
                {t('calendar.more', { count: entries.length - SHOWN_MAX })}
              </span>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

/** Days that have something, one after another. */
export function DayList({ calendar, onOpen }: Props) {
  const t = useWords('rhythm');
  const format = useFormat();
  const days = [...Map.groupBy(calendar.entries, ({ onDay }) => onDay)];
  return (
    <ol className={classes.lines}>
      {days.map(([day, entries]) => (
        <li key={day} className={classes.item}>
          <h2 className={classes.small}>
            {format.when(day)}
            {calendar.daysOff.includes(day) ? (
              <span className={classes.faint}> · {t('calendar.dayOff')}</span>
            ) : null}
          </h2>
          {entries.map((entry) => (
            <EntryButton key={entry.id} entry={entry} onOpen={onOpen} wide />
          ))}
        </li>
      ))}
    </ol>
  );
}

function EntryButton({
  entry,
  onOpen,
  wide = false,
}: {
  entry: Entry;
  onOpen: (id: string) => void;
  wide?: boolean;
}) {
  const t = useWords('rhythm');
  const kind = entry.of ? t(`session.kind.${entry.of}`) : t(`entry.${entry.kind}`);
  return (
    <button
      type="button"
      className={wide ? classes.wideEntry : classes.entry}
      data-kind={entry.kind}
      data-warn={NEEDS_US.has(entry.state) || undefined}
      title={`${kind}: ${entry.title}`}
      onClick={() => onOpen(entry.id)}
    >
      <span className={classes.entryTitle}>{entry.partner?.name ?? entry.title}</span>
      {wide && entry.partner ? <span>{entry.title}</span> : null}
      <span className={classes.faint}>
        {kind} · {t(`state.${entry.state}`)}
      </span>
    </button>
  );
}
