import { MeProvider, RefusalNotice, type Me } from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import { PublicLayout } from './PublicLayout.tsx';
import { useSession } from './session.ts';

/** What needs somebody signed in: drawn once we know who they are. */
export function SignedIn({ children }: { children: (me: Me) => ReactNode }) {
  const session = useSession();
  if (session.data) return <MeProvider value={session.data}>{children(session.data)}</MeProvider>;
  if (!session.error) return null;
  return (
    <PublicLayout>
      <RefusalNotice refusal={session.error} onRetry={() => void session.refetch()} />
    </PublicLayout>
  );
}
