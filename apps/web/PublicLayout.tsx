import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LanguageAndTheme } from './shell/LanguageAndTheme.tsx';
import { Mark } from './shell/Mark.tsx';
import classes from './PublicLayout.module.css';

/** Pages before signing in: one narrow column, nothing to distract. */
export function PublicLayout({ children }: { children?: ReactNode }) {
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Mark />
        <LanguageAndTheme />
      </header>
      <main className={classes.main} id="main">
        {children ?? <Outlet />}
      </main>
    </div>
  );
}
