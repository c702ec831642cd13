import { ApiRefusal, RefusalNotice } from '@mosty/ui-kit';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { isMissingCode, reloadIfServerAnswers, reloadOnce } from './missing-code.ts';

/** Eight letters to quote: the same are printed to the console beside the whole error. */
function newFaultId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** A page that broke says so, with a number to quote, or that its code did not come; the rest of the shell stays alive. */
export function Fault({ error, reset }: ErrorComponentProps) {
  const router = useRouter() as { invalidate(): Promise<void> };
  const queries = useQueryErrorResetBoundary();
  const [faultId] = useState(newFaultId);
  const noCode = isMissingCode(error);
  useEffect(() => {
    if (noCode) void reloadOnce();
    else console.error(`fault ${faultId}`, error);
  }, [error, faultId, noCode]);
  const again = (): void => {
    if (noCode) return void reloadIfServerAnswers();
    queries.reset();
    reset();
    void router.invalidate();
  };
  const said = () => {
    if (error instanceof ApiRefusal) return error;
    return noCode
      ? new ApiRefusal({ kind: 'upstream', code: 'kit.offline', status: 0 })
      : new ApiRefusal({ kind: 'fault', code: 'kit.fault', status: 0, faultId });
  };
  return <RefusalNotice refusal={said()} onRetry={again} />;
}
