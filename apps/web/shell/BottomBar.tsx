import { Drawer } from '@mantine/core';
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
import { useState } from 'react';
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

/** The menu under the thumb: a group with one page opens it, a group with several shows them. */
export function BottomBar({ label }: { label: string }) {
  const menu = useMenu();
  const go = useGo();
  const pathname = useLocation({ select: (location) => location.pathname });
  const current = currentItem(menu, pathname);
  const [opened, setOpened] = useState<NavGroup | null>(null);
  const shown = menu.find(({ group }) => group === opened);
  return (
    <>
      <nav className={classes.bar} aria-label={label}>
        {menu.map(({ group, label: name, items }) => {
          const Icon = ICONS[group];
          const single = items.length === 1 ? items[0] : undefined;
          return (
            <button
              key={group}
              type="button"
              className={classes.group}
              aria-current={items.some(({ to }) => to === current) ? 'page' : undefined}
              aria-haspopup={single ? undefined : 'dialog'}
              onClick={() => (single ? go(single.to) : setOpened(group))}
            >
              <Icon size={21} stroke={1.6} aria-hidden="true" />
              {name}
            </button>
          );
        })}
      </nav>
      <Drawer
        opened={shown !== undefined}
        onClose={() => setOpened(null)}
        position="bottom"
        size="auto"
        title={shown?.label}
        classNames={{ content: classes.sheet, title: classes.title }}
      >
        <ul className={classes.items}>
          {shown?.items.map(({ to, label: title }) => (
            <li key={to}>
              <PageLink
                to={to}
                className={classes.item}
                current={to === current}
                onClick={() => setOpened(null)}
              >
                {title}
              </PageLink>
            </li>
          ))}
        </ul>
      </Drawer>
    </>
  );
}
