import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.links.pattern,
    area: 'team',
    load: () => import('./LinksScreen.tsx'),
    nav: { group: 'partners', order: 39, label: 'nav.links' },
    permission: 'link.read',
    keywords: 'ссылки qr метки utm erid links',
  },
  {
    path: paths.codes.pattern,
    area: 'team',
    load: () => import('./CodesScreen.tsx'),
    nav: { group: 'partners', order: 40, label: 'nav.codes' },
    permission: 'code.read',
    keywords: 'промокоды коды скидка promo codes discount referral',
  },
  {
    path: paths.clicks.pattern,
    area: 'team',
    load: () => import('./ClicksScreen.tsx'),
    nav: { group: 'partners', order: 41, label: 'nav.clicks', rare: true },
    permission: 'click.read',
    keywords: 'переходы клики посетители роботы страны трафик clicks visitors bots traffic countries',
  },
  {
    path: paths.visitors.pattern,
    area: 'team',
    load: () => import('./VisitorsScreen.tsx'),
    nav: { group: 'settings', order: 36, label: 'nav.visitors' },
    permission: 'click.read',
    keywords: 'согласие cookie хранение персональные данные consent retention privacy gdpr',
  },
  {
    path: paths.portalLinks.pattern,
    area: 'portal',
    load: () => import('./portal/LinksPage.tsx'),
    portal: { order: 45, label: 'nav.ownLinks', place: 'more' },
    permission: 'link.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'tracking.create_link',
    kind: 'create',
    label: 'actions.createLink',
    to: paths.links({ new: 'link' }),
    permission: 'link.write',
    keywords: 'ссылка qr utm link',
  },
  {
    id: 'tracking.create_code',
    kind: 'create',
    label: 'actions.createCode',
    to: paths.codes({ new: 'code' }),
    permission: 'code.write',
    keywords: 'промокод код скидка promo code discount',
  },
];
