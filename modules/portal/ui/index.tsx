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
];

export const actions: readonly ScreenAction[] = [];
