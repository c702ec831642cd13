import { formatMoney, formatPercent, useLanguage, useWords } from '@mosty/ui-kit';

interface Sentence {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A blunt sentence in words: parameters named `…Minor` become money, `…Ppm` percents, and a count chooses the plural. */
export function useSentence(currency: string): (sentence: Sentence) => string {
  const t = useWords('insight');
  const language = useLanguage();
  return ({ code, params }) => {
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (typeof value !== 'number') return [name, value];
        if (name.endsWith('Minor'))
          return [name, formatMoney(value, currency, language, { precision: 'whole' })];
        if (name.endsWith('Ppm')) return [name, formatPercent(value, language, { digits: 1 })];
        return [name, value];
      }),
    );
    const count = params['selling'] ?? params['contacts'] ?? params['alliances'];
    return t(`blunt.${code}`, { ...shown, ...(typeof count === 'number' ? { count } : {}) });
  };
}
