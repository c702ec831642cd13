import { NAV_GROUPS, paths, type Me, type NavGroup, type Screen } from '@mosty/ui-kit';
import { screens, type OfModule } from '../modules.ts';

type Listed = OfModule<Screen> & { readonly nav: NonNullable<Screen['nav']> };

function isListed(screen: OfModule<Screen>): screen is Listed {
  return screen.nav !== undefined && screen.area === 'team';
}

/** Those opened seldom stand after the others. */
const placeOf = ({ nav }: Listed): number => nav.order + (nav.rare ? 1_000 : 0);
const LISTED = screens.filter(isListed).toSorted((a, b) => placeOf(a) - placeOf(b));

/** Pages of a group that somebody with these rights may open. */
export function listed(group: NavGroup, can: Me['can']): Listed[] {
  return LISTED.filter((screen) => screen.nav.group === group).filter(
    (screen) => screen.permission === undefined || can[screen.permission] === true,
  );
}

/** Where somebody begins: a partner's person in the portal; of the team not everybody may see the money of the channel. */
export function homeFor({ member, can }: Pick<Me, 'member' | 'can'>): string | undefined {
  if (member.partnerId !== null) return paths.portal.pattern;
  return NAV_GROUPS.flatMap((group) => listed(group, can))[0]?.path;
}
