import type { ReactNode } from 'react';
import { Mark } from './shell/Mark.tsx';
import classes from './PublicLayout.module.css';

/** Outside of the shell: one narrow column, nothing to distract. */
export function PublicLayout({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Mark />
        {aside}
      </header>
      <main className={classes.main} id="main">
        {children}
      </main>
    </div>
  );
}
