import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.library.pattern,
    area: 'team',
    load: () => import('./LibraryScreen.tsx'),
    nav: { group: 'partners', order: 45, label: 'nav.library' },
    permission: 'library.read',
    keywords:
      'материалы ответы скрипты презентации логотипы комплект идеи library materials answers scripts kit ideas',
  },
  {
    path: paths.asset.pattern,
    area: 'team',
    load: () => import('./AssetScreen.tsx'),
    permission: 'library.read',
  },
  {
    path: paths.portalPlan.pattern,
    area: 'portal',
    load: () => import('./portal/PlanPage.tsx'),
    portal: { order: 45, label: 'nav.own', place: 'more' },
    permission: 'library.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'library.add_asset',
    kind: 'create',
    label: 'actions.addAsset',
    to: paths.library({ new: 'asset' }),
    permission: 'library.edit',
    keywords: 'материал загрузить файл скрипт material upload file script',
  },
  {
    id: 'library.write_answer',
    kind: 'create',
    label: 'actions.writeAnswer',
    to: paths.library({ tab: 'answers', new: 'answer' }),
    permission: 'library.edit',
    keywords: 'ответ вопрос answer question',
  },
];
