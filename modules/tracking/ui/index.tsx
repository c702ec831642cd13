import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.codes.pattern,
    area: 'team',
    load: () => import('./CodesScreen.tsx'),
    nav: { group: 'partners', order: 40, label: 'nav.codes' },
    permission: 'code.read',
    keywords: 'промокоды коды скидка promo codes discount referral',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'tracking.create_code',
    kind: 'create',
    label: 'actions.createCode',
    to: paths.codes({ new: 'code' }),
    permission: 'code.write',
    keywords: 'промокод код скидка promo code discount',
  },
];
