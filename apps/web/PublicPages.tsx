import { Outlet } from '@tanstack/react-router';
import { PublicLayout } from './PublicLayout.tsx';
import { LanguageAndTheme } from './shell/LanguageAndTheme.tsx';

/** Pages before signing in: nobody has chosen a language or a light yet. */
export default function PublicPages() {
  return (
    <PublicLayout aside={<LanguageAndTheme />}>
      <Outlet />
    </PublicLayout>
  );
}
