import { LOCALE, NBSP, type Language } from './language.ts';

/**
 * `day` «5 ноября 2026», `short` «05.11.26» («05 Nov 26»: in English figures alone are ambiguous) for columns, `time` «5 ноября 2026, 14:05», `clock` «14:05»,
 * `month` «ноябрь 2026», `ago` «3 дня назад».
 */
export type WhenStyle = 'day' | 'short' | 'time' | 'clock' | 'month' | 'ago';

const STYLES: Record<Exclude<WhenStyle, 'ago'>, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: '2-digit' },
  time: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  month: { month: 'long', year: 'numeric' },
};

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * 86_400],
  ['month', 30.44 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** A bare day or month belongs to the company's calendar: it is read and shown in UTC, so no zone can move it. */
function moment(value: string, zone: string): { at: Date; zone: string } {
  if (/^\d{4}-\d{2}$/.test(value)) return { at: new Date(`${value}-01T00:00:00Z`), zone: 'UTC' };
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { at: new Date(`${value}T00:00:00Z`), zone: 'UTC' };
  return { at: new Date(value), zone };
}

function ago(at: Date, now: Date, language: Language): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const format = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto' });
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
  return format.format(Math.trunc(seconds / size), unit);
}

export function formatWhen(
  value: string,
  style: WhenStyle,
  language: Language,
  zone: string,
  now: Date = new Date(),
): string {
  const { at, zone: shown } = moment(value, zone);
  if (Number.isNaN(at.getTime())) return value;
  if (style === 'ago') return ago(at, now, language);
  const month = style === 'short' && language === 'en' ? ({ month: 'short' } as const) : {};
  const text = new Intl.DateTimeFormat(LOCALE[language], {
    ...STYLES[style],
    ...month,
    timeZone: shown,
  }).format(at);
  // «5 ноября 2026 г. в 14:05»: the year needs no «г.», and the comma reads better than «в» in a column.
  return text
    .replace(/\s*г\.(\s*в\s*|,\s*)?/u, (_whole, more?: string) => (more ? ', ' : ''))
    .replace(' at ', ', ')
    .replaceAll(' ', NBSP)
    .replace(`,${NBSP}`, ', ');
}
