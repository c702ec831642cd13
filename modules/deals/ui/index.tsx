import type { Screen, ScreenAction } from '@mosty/ui-kit';
import { paths } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.deals.pattern,
    area: 'team',
    load: () => import('./DealsScreen.tsx'),
    nav: { group: 'deals', order: 10, label: 'nav.deals' },
    permission: 'sale.read',
    keywords: 'сделки продажи кто привёл deals sales who brought',
  },
  {
    path: paths.dealBoard.pattern,
    area: 'team',
    load: () => import('./work/BoardScreen.tsx'),
    permission: 'deal.read',
    keywords: 'воронка доска этапы pipeline board stages',
  },
  {
    path: paths.dealList.pattern,
    area: 'team',
    load: () => import('./work/DealListScreen.tsx'),
    permission: 'deal.read',
  },
  {
    path: paths.registrations.pattern,
    area: 'team',
    load: () => import('./work/RegistrationsScreen.tsx'),
    nav: { group: 'deals', order: 15, label: 'nav.registrations' },
    permission: 'deal.read',
    keywords: 'передать клиента регистрация сделки лид ждут ответа register deal lead',
  },
  {
    path: paths.dealCard.pattern,
    area: 'team',
    load: () => import('./work/DealCardScreen.tsx'),
    permission: 'deal.read',
  },
  {
    path: paths.dealSetUp.pattern,
    area: 'team',
    load: () => import('./work/SetUpScreen.tsx'),
    permission: 'deal.read',
    keywords: 'этапы защита форма правила stages protection form rules',
  },
  { path: paths.registerDeal.pattern, area: 'public', load: () => import('./work/PublicForm.tsx') },
  { path: paths.handover.pattern, area: 'public', load: () => import('./work/PublicHandover.tsx') },
  {
    path: paths.sale.pattern,
    area: 'team',
    load: () => import('./SaleScreen.tsx'),
    permission: 'sale.read',
  },
  {
    path: paths.refunds.pattern,
    area: 'team',
    load: () => import('./RefundsScreen.tsx'),
    nav: { group: 'deals', order: 30, label: 'nav.refunds' },
    permission: 'sale.read',
    keywords: 'возвраты кредит-ноты без продажи refunds credit notes unmatched',
  },
  {
    path: paths.costs.pattern,
    area: 'team',
    load: () => import('./CostsScreen.tsx'),
    nav: { group: 'money', order: 60, label: 'nav.costs' },
    permission: 'cost.read',
    keywords: 'расходы вложено в партнёра costs invested',
  },
  {
    path: paths.portalGive.pattern,
    area: 'portal',
    load: () => import('./portal/GivePage.tsx'),
    portal: { order: 20, label: 'nav.give', place: 'bar' },
    permission: 'deal.register',
  },
  {
    path: paths.portalDeals.pattern,
    area: 'portal',
    load: () => import('./portal/DealsPage.tsx'),
    portal: { order: 30, label: 'nav.ownDeals', place: 'bar' },
    permission: 'deal.read',
  },
  {
    path: paths.portalDeal.pattern,
    area: 'portal',
    load: () => import('./portal/DealPage.tsx'),
    permission: 'deal.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'deals.register_deal',
    kind: 'create',
    label: 'actions.registerDeal',
    to: paths.dealList({ new: 'deal' }),
    permission: 'deal.register',
    keywords: 'передать клиента завести сделку регистрация register deal lead',
  },
  {
    id: 'deals.record_sale',
    kind: 'create',
    label: 'actions.recordSale',
    to: paths.deals({ new: 'sale' }),
    permission: 'sale.record',
    keywords: 'продажа сделка оплата sale deal payment',
  },
  {
    id: 'deals.record_cost',
    kind: 'create',
    label: 'actions.recordCost',
    to: paths.costs({ new: 'cost' }),
    permission: 'cost.record',
    keywords: 'расход вложили cost spent',
  },
];
