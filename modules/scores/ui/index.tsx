import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.partnerScores.pattern,
    area: 'team',
    load: () => import('./ScoresScreen.tsx'),
    permission: 'score.read',
  },
  {
    path: paths.outcomes.pattern,
    area: 'team',
    load: () => import('./OutcomesScreen.tsx'),
    nav: { group: 'partners', order: 26, label: 'nav.outcomes', rare: true },
    permission: 'outcome.read',
    keywords: 'стало лучше результат клиента польза доверие outcome better benefit trust',
  },
  {
    path: paths.portalScores.pattern,
    area: 'portal',
    load: () => import('./portal/OwnScoresPage.tsx'),
    portal: { order: 75, label: 'nav.ownScores', place: 'more' },
    permission: 'score.read_own',
  },
];

export const actions: readonly ScreenAction[] = [];
