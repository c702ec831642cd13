import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.clients.pattern,
    area: 'team',
    load: () => import('./ClientsScreen.tsx'),
    nav: { group: 'partners', order: 30, label: 'nav.clients' },
    permission: 'client.read',
    keywords: 'клиенты покупатели за кем закреплён clients customers keeper',
  },
  {
    path: paths.client.pattern,
    area: 'team',
    load: () => import('./ClientScreen.tsx'),
    permission: 'client.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'directory.add_client',
    kind: 'create',
    label: 'actions.addClient',
    to: paths.clients({ new: 'client' }),
    permission: 'client.write',
    keywords: 'клиент покупатель client customer',
  },
];
