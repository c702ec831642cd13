import type { Operation } from '@mosty/kernel/operation';
import { readNextSteps, readPartnerStage, readPipeline } from '@mosty/lifecycle/contract';
import { toast, useVerb, useWords, type Verb } from '@mosty/ui-kit';
import { listAlliances, readCheck } from '../contract.ts';

/** A change of the check: the page, the gate and the board are read again, the panel closes. */
export function useCheckVerb<O extends Operation>(operation: O, onDone?: () => void): Verb<O> {
  const t = useWords('recruiting');
  return useVerb(operation, {
    invalidates: [readCheck, readPartnerStage, readPipeline, readNextSteps, listAlliances],
    onDone: () => {
      toast(t('check.saved'));
      onDone?.();
    },
  });
}
