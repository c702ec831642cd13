import { asRefusal, type ApiRefusal } from '@mosty/ui-kit';
import { useState } from 'react';

/** Runs something that may be refused; the refusal goes to the page, and a form hears of it too. */
export function useTry(onRefused: (refusal: ApiRefusal | null) => void): {
  readonly busy: boolean;
  run(work: () => Promise<void>): Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  return {
    busy,
    async run(work) {
      setBusy(true);
      onRefused(null);
      try {
        await work();
      } catch (thrown) {
        onRefused(asRefusal(thrown));
      } finally {
        setBusy(false);
      }
    },
  };
}
