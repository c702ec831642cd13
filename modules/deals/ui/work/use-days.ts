import { useWords } from '@mosty/ui-kit';

/** «5 дней», «сегодня». */
export function useDays(): (days: number) => string {
  const t = useWords('deals');
  return (days) => (days === 0 ? t('work.today') : t('work.days', { count: days }));
}
