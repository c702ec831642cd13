import { useWords } from '@mosty/ui-kit';
import type { Stage } from '../../contract.ts';

/** The company's own name of a stage, or the shipped one in the reader's language. */
export function useStageName(): (stage: Pick<Stage, 'code' | 'name'>) => string {
  const t = useWords('deals');
  return ({ code, name }) => name ?? t(`work.stages.${code}`, { defaultValue: code });
}
