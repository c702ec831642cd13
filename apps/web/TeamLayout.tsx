import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { SignedIn } from './SignedIn.tsx';
import { Shell } from './shell/Shell.tsx';

const PortalShell = lazy(async () => ({ default: (await import('./portal/PortalShell.tsx')).PortalShell }));

/**
 * Pages of the people of the company: the shell, once we know who they are. A partner's person whom a letter led to a
 * page of the team sees it within the portal: there is no other menu for them.
 */
export default function TeamLayout() {
  return (
    <SignedIn>
      {({ member }) =>
        member.partnerId === null ? (
          <Shell>
            <Outlet />
          </Shell>
        ) : (
          <Suspense>
            <PortalShell>
              <Outlet />
            </PortalShell>
          </Suspense>
        )
      }
    </SignedIn>
  );
}
