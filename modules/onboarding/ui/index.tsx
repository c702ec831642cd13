import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.launches.pattern,
    area: 'team',
    load: () => import('./LaunchesScreen.tsx'),
    nav: { group: 'partners', order: 18, label: 'nav.launch' },
    permission: 'launch.read_all',
    keywords: 'запуск онбординг первый результат давно не трогали launch onboarding first result',
  },
  {
    path: paths.launch.pattern,
    area: 'team',
    load: () => import('./LaunchScreen.tsx'),
    permission: 'launch.read_all',
  },
  {
    path: paths.launchPath.pattern,
    area: 'team',
    load: () => import('./path/PathScreen.tsx'),
    nav: { group: 'settings', order: 17, label: 'nav.path' },
    permission: 'launch.read_all',
    keywords: 'путь запуска шаги онбординг версия поставляемое launch path steps onboarding version',
  },
  {
    path: paths.pilots.pattern,
    area: 'team',
    load: () => import('./PilotsScreen.tsx'),
    nav: { group: 'partners', order: 20, label: 'nav.pilots' },
    permission: 'pilot.read',
    keywords: 'пилот критерии проба объём pilot criteria trial',
  },
  {
    path: paths.pilot.pattern,
    area: 'team',
    load: () => import('./PilotScreen.tsx'),
    permission: 'pilot.read',
  },
  {
    path: paths.portalFirst.pattern,
    area: 'portal',
    load: () => import('./portal/FirstPage.tsx'),
    portal: { order: 55, label: 'nav.own', place: 'more' },
    permission: 'launch.read',
  },
];

export const actions: readonly ScreenAction[] = [];
