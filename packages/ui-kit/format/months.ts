import type { Language } from './language.ts';
/** The month now in the company's zone, `YYYY-MM`. */
export function monthNow(zone: string, now: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
  }).formatToParts(now);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}`;
}

export function monthBefore(month: string, count = 1): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** The last so many months, the newest first. */
export function lastMonths(from: string, count: number): string[] {
  return Array.from({ length: count }, (_none, place) => monthBefore(from, place));
}

/** «ноя 26»: room for one word under an axis. */
export function shortMonth(month: string, language: Language): string {
  const name = new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
  return `${name.replace('.', '')} ${month.slice(2, 4)}`;
}
