import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.readiness.pattern,
    area: 'team',
    load: () => import('./ReadinessScreen.tsx'),
    nav: { group: 'reports', order: 50, label: 'nav.readiness' },
    permission: 'readiness.read',
    keywords:
      'готовность опоры владелец прибыли процессы нагрузка менеджеров readiness pillars owner capacity',
  },
];

export const actions: readonly ScreenAction[] = [];
