import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router';
import { Suspense, type ReactNode } from 'react';
import { isMissingCode } from '../missing-code.ts';

interface Props {
  /** In its place while it comes, and where it cannot. */
  readonly fallback?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the frame whose code comes later: without a network the rest of the frame stands without it. */
export function Part({ fallback = null, children }: Props) {
  const instead = ({ error }: ErrorComponentProps): ReactNode => {
    if (!isMissingCode(error)) throw error;
    return fallback;
  };
  return (
    <CatchBoundary getResetKey={() => 0} errorComponent={instead}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </CatchBoundary>
  );
}
