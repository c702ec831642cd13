import type { Screen, ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: '/scenarios',
    area: 'team',
    load: () => import('./ScenariosScreen.tsx'),
    nav: { group: 'partners', order: 90, label: 'nav.scenarios' },
    permission: 'scenario.read',
    keywords: 'scenario scenarios',
  },
];

export const actions: readonly ScreenAction[] = [];
