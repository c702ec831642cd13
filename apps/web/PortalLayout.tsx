import { paths } from '@mosty/ui-kit';
import { Navigate, Outlet } from '@tanstack/react-router';
import { PortalShell } from './portal/PortalShell.tsx';
import { SignedIn } from './SignedIn.tsx';

/** The partner's side: its own frame, nothing of the team's. A colleague first says with whose eyes to look. */
export default function PortalLayout() {
  return (
    <SignedIn>
      {({ member }) =>
        member.partnerId === null ? (
          <Navigate to={paths.lookAs()} replace />
        ) : (
          <PortalShell>
            <Outlet />
          </PortalShell>
        )
      }
    </SignedIn>
  );
}
