import { NAV_GROUPS, useMe, useWords, type NavGroup } from '@mosty/ui-kit';
import { listed } from './home.ts';

export interface MenuItem {
  readonly to: string;
  readonly label: string;
  readonly rare?: true | undefined;
}

export interface MenuGroup {
  readonly group: NavGroup;
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** The six groups with what the reader may open; a group with nothing to open is left out. */
export function useMenu(): readonly MenuGroup[] {
  const t = useWords('shell');
  const { can } = useMe();
  return NAV_GROUPS.map((group) => ({
    group,
    label: t(`groups.${group}`),
    items: listed(group, can).map((screen) => ({
      to: screen.path,
      label: t(`${screen.module}:${screen.nav.label}`),
      rare: screen.nav.rare,
    })),
  })).filter(({ items }) => items.length > 0);
}

/** The page of the menu that an address belongs to: the longest one that begins it. */
export function currentItem(menu: readonly MenuGroup[], pathname: string): string | undefined {
  const fits = (to: string): boolean =>
    to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
  return menu
    .flatMap(({ items }) => items.map(({ to }) => to))
    .filter(fits)
    .toSorted((a, b) => b.length - a.length)[0];
}
