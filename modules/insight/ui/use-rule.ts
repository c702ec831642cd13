import { formatPercent, useLanguage, useWords } from '@mosty/ui-kit';

interface Rule {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The rule of a number in words. */
export function useRule(): (rule: Rule) => string {
  const t = useWords('insight');
  const language = useLanguage();
  return ({ code, params }) => {
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'number' && name.endsWith('Ppm')
          ? formatPercent(value, language, { digits: 0 })
          : value,
      ]),
    );
    return t(`rule.${code}`, { ...shown, defaultValue: t(`metric.${code}`) });
  };
}
