import { Badge, PageLink, useMe, useWords } from '@mosty/ui-kit';
import type { ReactNode } from 'react';
import { Arch } from '../shell/Mark.tsx';
import { Offline } from '../shell/Offline.tsx';
import { useFocusOnMain } from '../shell/focus-on-main.ts';
import { WhoAmI } from '../shell/WhoAmI.tsx';
import { PortalBar } from './PortalBar.tsx';
import { usePortalMenu } from './portal-menu.ts';
import classes from './PortalShell.module.css';

/** The frame of the partner's pages: what is done most under the thumb, on a wide screen beside the page. */
export function PortalShell({ children }: { children: ReactNode }) {
  const t = useWords('shell');
  const { workspace } = useMe();
  const menu = usePortalMenu();
  const main = useFocusOnMain();
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('skip')}
      </a>
      <header className={classes.head}>
        <span className={classes.company}>
          <Arch size={22} />
          <span className={classes.companyName}>{workspace.name}</span>
          {workspace.isDemo ? <Badge>{t('demo')}</Badge> : null}
        </span>
      </header>
      <aside className={classes.side}>
        <nav aria-label={t('menu')}>
          <ul className={classes.items}>
            {[...menu.bar, ...menu.more].map(({ to, label, current }) => (
              <li key={to}>
                <PageLink to={to} className={classes.item} current={current}>
                  {label}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
        <WhoAmI />
      </aside>
      <main className={classes.main} id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <PortalBar menu={menu} />
      <Offline />
    </div>
  );
}
