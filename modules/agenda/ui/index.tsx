import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.today.pattern,
    area: 'team',
    load: () => import('./TodayScreen.tsx'),
    nav: { group: 'today', order: 5, label: 'nav.today' },
    permission: 'agenda.read',
    keywords: 'сегодня повестка недели что делать карточки задачи today weekly agenda cards what to do',
  },
];

export const actions: readonly ScreenAction[] = [];
