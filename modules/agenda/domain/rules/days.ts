import type { Said } from '../rule.ts';

const RU = new Intl.PluralRules('ru');
const EN = new Intl.PluralRules('en');
const WORDS = { one: 'день', few: 'дня', many: 'дней', other: 'дня' } as Record<string, string>;

/** «74 дня» and “74 days”. */
export function days(count: number): Said {
  return {
    ru: `${count} ${WORDS[RU.select(count)] ?? 'дней'}`,
    en: `${count} ${EN.select(count) === 'one' ? 'day' : 'days'}`,
  };
}

/** `31.12.2026` and `31 Dec 2026`, as the two languages write a day. */
export function dayOf(day: string | number | null | undefined): Said {
  const [year = '', month = '', date = ''] = String(day ?? '').split('-');
  const name = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${year}-${month}-${date}T00:00:00Z`),
  );
  return { ru: `${date}.${month}.${year}`, en: `${Number(date)} ${name} ${year}` };
}
