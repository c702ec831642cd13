import { Refusal } from '@mosty/kernel/refusal';
import type { Failure, ImportState } from '../contract/import.ts';
import type { ImportKind } from '../contract/kinds.ts';

export type Step = 'check' | 'apply' | 'stop' | 'undo' | 'cancel';

interface Standing {
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly failure: Failure | null;
  /** Something of it was applied. */
  readonly began: boolean;
}

/** What may be asked of an import as it stands. A stopped or failed one goes on where it was. */
export function allows(standing: Standing, step: Step): boolean {
  const { state, began } = standing;
  const idle = state === 'stopped' || state === 'failed';
  switch (step) {
    case 'check':
      return !began && (state === 'uploaded' || state === 'checked' || idle);
    case 'apply':
      return state === 'checked' || (began && idle && standing.failure?.during !== 'undoing');
    case 'stop':
      return state === 'checking' || state === 'applying';
    case 'undo':
      return !STAYS.has(standing.kind) && (state === 'applied' || (began && idle));
    case 'cancel':
      return !began && (state === 'uploaded' || state === 'checked' || idle);
  }
}

/** Agreements, sales and codes may know them by now: there is nothing an undo could take back. */
const STAYS: ReadonlySet<ImportKind> = new Set<ImportKind>(['partners', 'clients']);

export function orNotNow(standing: Standing, step: Step): Refusal | null {
  if (step === 'undo' && STAYS.has(standing.kind))
    return new Refusal('not_now', 'integrations.directory_stays', { kind: standing.kind });
  return allows(standing, step)
    ? null
    : new Refusal('not_now', `integrations.cannot_${step}`, { state: standing.state });
}
