import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.stopList.pattern,
    area: 'team',
    load: () => import('./StopListScreen.tsx'),
    nav: { group: 'partners', order: 15, label: 'nav.stopList' },
    permission: 'stop_list.read',
    keywords: 'стоп-лист чёрный список обман мошенники stop list blacklist fraud',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'recruiting.propose_stop',
    kind: 'create',
    label: 'actions.proposeStop',
    to: paths.stopList({ new: '1' }),
    permission: 'stop_list.decide',
    keywords: 'стоп-лист больше не работаем обман stop list never again',
  },
];
