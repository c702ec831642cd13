import type { ReactNode } from 'react';
import { PageSkeleton } from './Skeletons.tsx';
import { RefusalNotice } from './RefusalNotice.tsx';

interface Props<Data> {
  /** What `useRead` returned. */
  readonly read: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  /** The shape of what comes. */
  readonly skeleton?: ReactNode;
  readonly children: (data: NonNullable<Data>) => ReactNode;
}

/** Waiting, refused or here: the three states of every read, so that no page forgets one. */
export function Loaded<Data>({ read, skeleton = <PageSkeleton />, children }: Props<Data>) {
  if (read.data !== undefined && read.data !== null) return <>{children(read.data)}</>;
  if (read.error) return <RefusalNotice refusal={read.error} onRetry={() => void read.refetch()} />;
  return <>{skeleton}</>;
}
