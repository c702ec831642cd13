import { paths, useMe, useWords, type Screen } from '@mosty/ui-kit';
import { useLocation } from '@tanstack/react-router';
import { screens, type OfModule } from '../modules.ts';

export interface PortalItem {
  readonly to: string;
  readonly label: string;
  readonly current: boolean;
}

export interface PortalMenu {
  /** Under the thumb. */
  readonly bar: readonly PortalItem[];
  /** Behind «Ещё». */
  readonly more: readonly PortalItem[];
}

type Listed = OfModule<Screen> & { readonly portal: NonNullable<Screen['portal']> };

const LISTED = screens
  .filter((screen): screen is Listed => screen.portal !== undefined)
  .toSorted((a, b) => a.portal.order - b.portal.order);

/** The partner's pages that this person may open. */
export function usePortalMenu(): PortalMenu {
  const t = useWords('shell');
  const { can, looking } = useMe();
  const pathname = useLocation({ select: (location) => location.pathname });
  const permitted = LISTED.filter(
    // Ways of signing in are the person's own: whoever looks with the partner's eyes has none there.
    ({ path, permission }) =>
      (looking === null || path !== paths.portalSignIn.pattern) &&
      (permission === undefined || can[permission] === true),
  );
  const current = permitted
    .map(({ path }) => path)
    .filter((path) => (path === paths.portal.pattern ? pathname === path : fits(path, pathname)))
    .toSorted((a, b) => b.length - a.length)[0];
  const itemsAt = (place: 'bar' | 'more'): readonly PortalItem[] =>
    permitted
      .filter((screen) => screen.portal.place === place)
      .map(({ path, module, portal }) => ({
        to: path,
        label: t(`${module}:${portal.label}`),
        current: path === current,
      }));
  return { bar: itemsAt('bar'), more: itemsAt('more') };
}

function fits(path: string, pathname: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}
