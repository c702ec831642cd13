import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.flags.pattern,
    area: 'team',
    load: () => import('./FlagsScreen.tsx'),
    nav: { group: 'partners', order: 24, label: 'nav.flags' },
    permission: 'flag.read',
    keywords:
      'красные флаги токсичный партнёр мошенничество заморозка инцидент red flags fraud hold incident',
  },
  {
    path: paths.flagDetectors.pattern,
    area: 'team',
    load: () => import('./DetectorsScreen.tsx'),
    permission: 'flag.read',
    keywords: 'детекторы проверка ложные тревоги бренд домены сезоны detectors health brand seasons',
  },
  {
    path: paths.breaches.pattern,
    area: 'team',
    load: () => import('./BreachesScreen.tsx'),
    permission: 'flag.read',
    keywords: 'кодекс чести нарушения правила breaches code of honour rules',
  },
  {
    path: paths.flag.pattern,
    area: 'team',
    load: () => import('./FlagScreen.tsx'),
    permission: 'flag.read',
  },
  {
    path: paths.portalQuestions.pattern,
    area: 'portal',
    load: () => import('./portal/OwnQuestions.tsx'),
    portal: { order: 62, label: 'nav.questions', place: 'more' },
    permission: 'question.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'integrity.raise_flag',
    kind: 'create',
    label: 'actions.raise',
    to: paths.flags({ new: '1' }),
    permission: 'flag.raise',
    keywords: 'флаг поднять заметил нарушение raise flag noticed',
  },
];
