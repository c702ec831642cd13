import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.partnerExit.pattern,
    area: 'team',
    load: () => import('./ExitScreen.tsx'),
    permission: 'exit.read',
  },
  {
    path: paths.portalExit.pattern,
    area: 'portal',
    load: () => import('./portal/OwnExit.tsx'),
    permission: 'exit.agree',
  },
];

export const actions: readonly ScreenAction[] = [];
