import { useWords } from '@mosty/ui-kit';

/** «3 квартал 2026» of its first day. */
export function useQuarter(): (quarter: string) => string {
  const t = useWords('reviews');
  return (quarter) =>
    t('one.quarter', { n: (Number(quarter.slice(5, 7)) - 1) / 3 + 1, year: quarter.slice(0, 4) });
}
