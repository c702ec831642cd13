/** What a sentence is filled with. Money and days are written as the reader's language has them. */
export type NoticeParam =
  | string
  | number
  | { readonly minor: number; readonly currency: string }
  | { readonly day: string }
  | { readonly month: string };
export type NoticeParams = Readonly<Record<string, NoticeParam>>;

export interface InBoth {
  readonly ru: string;
  readonly en: string;
}

const DAY = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
const MONTH = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

function said(param: NoticeParam, language: 'ru' | 'en'): string {
  if (typeof param === 'string') return param;
  if (typeof param === 'number') return param.toLocaleString(language);
  if ('day' in param) return new Date(`${param.day}T00:00:00Z`).toLocaleDateString(language, DAY);
  if ('month' in param) return new Date(`${param.month}-01T00:00:00Z`).toLocaleDateString(language, MONTH);
  return moneyText(param, language);
}

/** Exact to the last digit: the formatter takes a decimal as text. */
function moneyText({ minor, currency }: { minor: number; currency: string }, language: 'ru' | 'en'): string {
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return format.format(`${minor < 0 ? '-' : ''}${whole}` as `${number}`);
}

/** Fills `{{name}}`; what was not told stays empty, for a notice of yesterday may know less than today's words. */
export function say(words: InBoth, params: NoticeParams): InBoth {
  const fill = (language: 'ru' | 'en') =>
    words[language].replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => {
      const param = params[name];
      return param === undefined ? '' : said(param, language);
    });
  return { ru: fill('ru'), en: fill('en') };
}
