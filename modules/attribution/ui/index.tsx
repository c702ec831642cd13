import type { Screen, ScreenAction } from '@mosty/ui-kit';
import { paths } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.claims.pattern,
    area: 'team',
    load: () => import('./ClaimsScreen.tsx'),
    nav: { group: 'deals', order: 35, label: 'nav.claims' },
    permission: 'claim.read',
    keywords:
      'кто привёл споры претензии оспорить правила модели claims who brought attribution rules dispute',
  },
  {
    path: paths.attributionRules.pattern,
    area: 'team',
    load: () => import('./RulesScreen.tsx'),
    permission: 'policy.read',
  },
  {
    path: paths.attributionModels.pattern,
    area: 'team',
    load: () => import('./ModelsScreen.tsx'),
    permission: 'policy.read',
  },
  {
    path: paths.claim.pattern,
    area: 'team',
    load: () => import('./ClaimScreen.tsx'),
    permission: 'claim.read',
  },
  {
    path: paths.whoBrought.pattern,
    area: 'team',
    load: () => import('./WhoScreen.tsx'),
    permission: 'participant.read',
  },
  {
    path: paths.whoOfDeal.pattern,
    area: 'team',
    load: () => import('./WhoOfDealScreen.tsx'),
    permission: 'participant.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'attribution.rules',
    kind: 'do',
    label: 'actions.rules',
    to: paths.attributionRules(),
    permission: 'policy.read',
    keywords: 'правила кто привёл атрибуция окно модель rules attribution window model',
  },
];
