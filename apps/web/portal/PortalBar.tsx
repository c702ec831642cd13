import { PageLink, paths, useWords } from '@mosty/ui-kit';
import {
  IconBriefcase,
  IconDots,
  IconHome,
  IconSend,
  IconWallet,
  type TablerIcon,
} from '@tabler/icons-react';
import { useRef } from 'react';
import type { PortalMenu } from './portal-menu.ts';
import { PortalMore } from './PortalMore.tsx';
import classes from './PortalBar.module.css';

const ICONS: Readonly<Record<string, TablerIcon>> = {
  [paths.portal.pattern]: IconHome,
  [paths.portalGive.pattern]: IconSend,
  [paths.portalDeals.pattern]: IconBriefcase,
  [paths.portalMoney.pattern]: IconWallet,
};

/** What a partner does most, under the thumb; the rest is behind the last button. */
export function PortalBar({ menu }: { menu: PortalMenu }) {
  const t = useWords('shell');
  const sheet = useRef<HTMLDialogElement>(null);
  return (
    <>
      <nav className={classes.bar} aria-label={t('menu')}>
        {menu.bar.map(({ to, label, current }) => {
          const Icon = ICONS[to] ?? IconHome;
          return (
            <PageLink key={to} to={to} className={classes.item} current={current}>
              <Icon size={22} stroke={1.6} aria-hidden="true" />
              {label}
            </PageLink>
          );
        })}
        <button
          type="button"
          className={classes.item}
          data-current={menu.more.some(({ current }) => current) || undefined}
          aria-haspopup="dialog"
          onClick={() => sheet.current?.showModal()}
        >
          <IconDots size={22} stroke={1.6} aria-hidden="true" />
          {t('portal.more')}
        </button>
      </nav>
      <PortalMore ref={sheet} items={menu.more} />
    </>
  );
}
