import { PageLink, useGo, type NavGroup } from '@mosty/ui-kit';
import {
  IconBriefcase,
  IconChartLine,
  IconHome,
  IconSettings,
  IconUsers,
  IconWallet,
  type TablerIcon,
} from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { currentItem, useMenu } from './menu.ts';
import classes from './BottomBar.module.css';

const ICONS: Record<NavGroup, TablerIcon> = {
  today: IconHome,
  partners: IconUsers,
  deals: IconBriefcase,
  money: IconWallet,
  reports: IconChartLine,
  settings: IconSettings,
};

/** The menu under the thumb: a group with one page opens it, a group with several shows them in a sheet. */
export function BottomBar({ label }: { label: string }) {
  const menu = useMenu();
  const go = useGo();
  const pathname = useLocation({ select: (location) => location.pathname });
  const current = currentItem(menu, pathname);
  const sheet = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState<NavGroup | null>(null);
  const group = menu.find((one) => one.group === shown);
  const open = (of: NavGroup): void => {
    setShown(of);
    sheet.current?.showModal();
  };
  const close = (): void => sheet.current?.close();
  return (
    <>
      <nav className={classes.bar} aria-label={label}>
        {menu.map(({ group: name, label: title, items }) => {
          const Icon = ICONS[name];
          const single = items.length === 1 ? items[0] : undefined;
          return (
            <button
              key={name}
              type="button"
              className={classes.group}
              aria-current={items.some(({ to }) => to === current) ? 'page' : undefined}
              aria-haspopup={single ? undefined : 'dialog'}
              onClick={() => (single ? go(single.to) : open(name))}
            >
              <Icon size={21} stroke={1.6} aria-hidden="true" />
              {title}
            </button>
          );
        })}
      </nav>
      {/* A touch outside lands on the dialog itself, which is only as large as its backdrop allows. */}
      <dialog
        ref={sheet}
        className={classes.sheet}
        aria-label={group?.label}
        onClick={(event) => event.target === event.currentTarget && close()}
      >
        <div className={classes.inside}>
          <div className={classes.title}>{group?.label}</div>
          <ul className={classes.items}>
            {group?.items.map(({ to, label: title }) => (
              <li key={to}>
                <PageLink to={to} className={classes.item} current={to === current} onClick={close}>
                  {title}
                </PageLink>
              </li>
            ))}
          </ul>
        </div>
      </dialog>
    </>
  );
}
