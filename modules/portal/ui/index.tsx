import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.portal.pattern,
    area: 'portal',
    load: () => import('./HomeScreen.tsx'),
    portal: { order: 10, label: 'nav.home', place: 'bar' },
    permission: 'portal.read',
  },
  {
    path: paths.portalMe.pattern,
    area: 'portal',
    load: () => import('./me/MePage.tsx'),
    portal: { order: 110, label: 'nav.ownMe', place: 'more' },
    permission: 'portal.read',
  },
  {
    path: paths.lookAs.pattern,
    area: 'team',
    load: () => import('./LookAs.tsx'),
    permission: 'portal.look_as',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'portal.look_as',
    kind: 'do',
    label: 'actions.lookAs',
    to: paths.lookAs(),
    permission: 'portal.look_as',
    keywords: 'кабинет партнёра портал глазами portal partner view',
  },
];
