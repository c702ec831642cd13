import type { Screen, ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: '/endpoints',
    area: 'team',
    load: () => import('./EndpointsScreen.tsx'),
    nav: { group: 'partners', order: 90, label: 'nav.endpoints' },
    permission: 'endpoint.read',
    keywords: 'endpoint endpoints',
  },
];

export const actions: readonly ScreenAction[] = [];
