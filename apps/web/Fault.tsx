import { ApiRefusal, RefusalNotice } from '@mosty/ui-kit';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/** Eight letters to quote: the same are printed to the console beside the whole error. */
function newFaultId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** A page that broke says so, with a number to quote; the rest of the shell stays alive. */
export function Fault({ error, reset }: ErrorComponentProps) {
  const router = useRouter() as { invalidate(): Promise<void> };
  const queries = useQueryErrorResetBoundary();
  const [faultId] = useState(newFaultId);
  useEffect(() => console.error(`fault ${faultId}`, error), [error, faultId]);
  const again = (): void => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  const said =
    error instanceof ApiRefusal
      ? error
      : new ApiRefusal({ kind: 'fault', code: 'kit.fault', status: 0, faultId });
  return <RefusalNotice refusal={said} onRetry={again} />;
}
