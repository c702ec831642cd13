import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { lazyPage } from './lazy-page.tsx';
import { PortalShell } from './portal/PortalShell.tsx';
import { PublicLayout } from './PublicLayout.tsx';
import { LanguageAndTheme } from './shell/LanguageAndTheme.tsx';
import { SignedIn } from './SignedIn.tsx';

const LookAs = lazyPage({ load: async () => ({ default: (await import('@mosty/portal/parts')).LookAs }) });

/** The partner's side: its own frame, nothing of the team's. A colleague first says with whose eyes to look. */
export default function PortalLayout() {
  return (
    <SignedIn>
      {({ member }) =>
        member.partnerId === null ? (
          <PublicLayout aside={<LanguageAndTheme />}>
            <Suspense>
              <LookAs />
            </Suspense>
          </PublicLayout>
        ) : (
          <PortalShell>
            <Outlet />
          </PortalShell>
        )
      }
    </SignedIn>
  );
}
