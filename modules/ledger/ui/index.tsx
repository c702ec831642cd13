import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.ledger.pattern,
    area: 'team',
    load: () => import('./LedgerScreen.tsx'),
    nav: { group: 'money', order: 50, label: 'nav.ledger' },
    permission: 'ledger.read',
    keywords: 'проводки счета двойная запись ledger entries accounts',
  },
];

export const actions: readonly ScreenAction[] = [];
