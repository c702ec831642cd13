import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.types.pattern,
    area: 'team',
    load: () => import('./TypesScreen.tsx'),
    nav: { group: 'partners', order: 40, label: 'nav.types', rare: true },
    permission: 'framework.read',
    keywords: 'типы виды пороги сопровождение амбассадор kinds types thresholds tracks',
  },
  {
    path: paths.portalTypes.pattern,
    area: 'portal',
    load: () => import('./portal/TypesPage.tsx'),
    portal: { order: 80, label: 'nav.own', place: 'more' },
    permission: 'framework.read',
  },
];

export const actions: readonly ScreenAction[] = [];
