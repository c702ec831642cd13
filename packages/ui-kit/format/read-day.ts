import { LOCALE, type Language } from './language.ts';

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const FIGURES = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4}|\d{2})$/;
const NAMED = /^(\d{1,2})\s+(\p{L}+)\.?\s+(\d{4})$/u;

/** What was typed as `YYYY-MM-DD`: the day before the month, as both our languages write it; null where it is no day. */
export function readDay(typed: string, language: Language): string | null {
  const text = typed.trim();
  const iso = ISO.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const figures = FIGURES.exec(text);
  if (figures) return dayOf(fullYear(figures[3] ?? ''), figures[2], figures[1]);
  const named = NAMED.exec(text);
  return named ? dayOf(named[3], monthOf(named[2] ?? '', language), named[1]) : null;
}

function fullYear(text: string): string {
  return text.length === 4 ? text : `20${text}`;
}

/** By its first three letters: «марта» and «мар», March and Mar. */
function monthOf(name: string, language: Language): string {
  const named = new Intl.DateTimeFormat(LOCALE[language], { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const start = name.toLowerCase().slice(0, 3);
  const at = Array.from({ length: 12 }, (_, place) => Date.UTC(2026, place, 1)).findIndex((day) =>
    named
      .formatToParts(day)
      .some(({ type, value }) => type === 'month' && value.toLowerCase().startsWith(start)),
  );
  return String(at + 1);
}

function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${text}T00:00:00Z`);
  // 30 February would roll over into March.
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== text ? null : text;
}
