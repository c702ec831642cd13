import { getPortalFrame } from '@mosty/portal/contract';
import { Badge, PageLink, useMe, useRead, useWords } from '@mosty/ui-kit';
import { lazy, useEffect, type ReactNode } from 'react';
import { Arch } from '../shell/Mark.tsx';
import { Offline } from '../shell/Offline.tsx';
import { useFocusOnMain } from '../shell/focus-on-main.ts';
import { Part } from '../shell/Part.tsx';
import { WhoAmI } from '../shell/WhoAmI.tsx';
import { keepShell } from './keep-shell.ts';
import { LookBanner } from './LookBanner.tsx';
import { OurFaceButton } from './OurFaceButton.tsx';
import { PortalBar } from './PortalBar.tsx';
import { usePortalMenu } from './portal-menu.ts';
import classes from './PortalShell.module.css';

const Bell = lazy(async () => ({ default: (await import('@mosty/notices/parts')).Bell }));

/** The frame of the partner's pages: what is done most under the thumb, on a wide screen beside the page. */
export function PortalShell({ children }: { children: ReactNode }) {
  const t = useWords('shell');
  const { workspace, looking } = useMe();
  const menu = usePortalMenu();
  const frame = useRead(getPortalFrame, {});
  const main = useFocusOnMain();
  useEffect(keepShell, []);
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('skip')}
      </a>
      <LookBanner />
      <header className={classes.head}>
        <span className={classes.company}>
          <Arch size={22} />
          <span className={classes.names}>
            <span className={classes.companyName}>
              {workspace.name} {workspace.isDemo ? <Badge>{t('demo')}</Badge> : null}
            </span>
            <span className={classes.partnerName}>{frame.data?.partnerName}</span>
          </span>
        </span>
        <span className={classes.reach}>
          {frame.data?.face ? <OurFaceButton face={frame.data.face} /> : null}
          {looking ? null : (
            <Part>
              <Bell />
            </Part>
          )}
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
        {looking ? null : <WhoAmI />}
      </aside>
      <main className={classes.main} id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <PortalBar menu={menu} />
      <Offline />
    </div>
  );
}
