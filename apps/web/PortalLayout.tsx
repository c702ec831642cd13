import { Outlet } from '@tanstack/react-router';
import { PortalShell } from './portal/PortalShell.tsx';
import { SignedIn } from './SignedIn.tsx';

/** The partner's side: its own frame, nothing of the team's. */
export default function PortalLayout() {
  return (
    <SignedIn>
      {() => (
        <PortalShell>
          <Outlet />
        </PortalShell>
      )}
    </SignedIn>
  );
}
