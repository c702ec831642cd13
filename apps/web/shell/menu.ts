import { NAV_GROUPS, useMe, useWords, type Me, type NavGroup, type Screen } from '@mosty/ui-kit';
import { screens, type OfModule } from '../modules.ts';

export interface MenuItem {
  readonly to: string;
  readonly label: string;
  readonly keywords: string;
}

export interface MenuGroup {
  readonly group: NavGroup;
  readonly label: string;
  readonly items: readonly MenuItem[];
}

type Listed = OfModule<Screen> & { readonly nav: NonNullable<Screen['nav']> };

function isListed(screen: OfModule<Screen>): screen is Listed {
  return screen.nav !== undefined && screen.area === 'team';
}

const LISTED = screens.filter(isListed).toSorted((a, b) => a.nav.order - b.nav.order);

/** Pages of a group that somebody with these rights may open. */
function listed(group: NavGroup, can: Me['can']): Listed[] {
  return LISTED.filter((screen) => screen.nav.group === group).filter(
    (screen) => screen.permission === undefined || can[screen.permission] === true,
  );
}

/** Where somebody with these rights begins: not everybody may see the money of the channel. */
export function homeFor(can: Me['can']): string | undefined {
  return NAV_GROUPS.flatMap((group) => listed(group, can))[0]?.path;
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
      keywords: screen.keywords ?? '',
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
