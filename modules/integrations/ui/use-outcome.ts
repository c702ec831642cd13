import { useFormat, useWords } from '@mosty/ui-kit';
import type { ImportView } from '../contract.ts';

/** What came of an import in one line: what it wrote, or what it would, or where it waits. */
export function useOutcome(): (file: Pick<ImportView, 'state' | 'found' | 'result' | 'progress'>) => string {
  const t = useWords('integrations');
  const { count, percent } = useFormat();
  return ({ state, found, result, progress }) => {
    if (progress !== null) return percent(Math.round(progress * 1_000_000), { digits: 0 });
    if (state === 'undone') return t('outcome.undone', { shown: count(result?.reversed ?? 0) });
    if (result) {
      const { created, updated, credits } = result;
      const wrote = t('outcome.wrote', { shown: count(created + updated + credits) });
      const left = (found ? found.states.bad + found.states.held : 0) + result.refused;
      return left > 0 ? `${wrote} ${t('outcome.left', { shown: count(left) })}` : wrote;
    }
    if (state === 'cancelled') return t('outcome.cancelled');
    if (found) {
      const would = t('outcome.would', { shown: count(found.states.new + found.states.changed) });
      return found.badRows > 0 ? `${would} ${t('outcome.bad', { shown: count(found.badRows) })}` : would;
    }
    return t('outcome.waits');
  };
}
