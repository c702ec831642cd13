import { MeProvider, RefusalNotice } from '@mosty/ui-kit';
import { Outlet } from '@tanstack/react-router';
import { PublicLayout } from './PublicLayout.tsx';
import { useSession } from './session.ts';
import { Shell } from './shell/Shell.tsx';

/** Pages of the people of the company: the shell, once we know who they are. */
export function TeamLayout() {
  const session = useSession();
  if (session.data) {
    return (
      <MeProvider value={session.data}>
        <Shell>
          <Outlet />
        </Shell>
      </MeProvider>
    );
  }
  if (session.error) {
    return (
      <PublicLayout>
        <RefusalNotice refusal={session.error} onRetry={() => void session.refetch()} />
      </PublicLayout>
    );
  }
  return null;
}
