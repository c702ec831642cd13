import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.economics.pattern,
    area: 'team',
    load: () => import('./EconomicsScreen.tsx'),
    nav: { group: 'reports', order: 10, label: 'nav.economics' },
    permission: 'department.read',
    keywords: 'экономика опп план факт маржа окупаемость p&l прибыль economics plan margin payback profit',
  },
  {
    path: paths.economicsMonth.pattern,
    area: 'team',
    load: () => import('./MonthScreen.tsx'),
    permission: 'department.read',
  },
  {
    path: paths.partnerProfit.pattern,
    area: 'team',
    load: () => import('./partner/PartnerProfitScreen.tsx'),
    permission: 'department.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'department.rates',
    kind: 'do',
    label: 'actions.rates',
    to: paths.economics({ rates: '1' }),
    permission: 'department.rates',
    keywords: 'ставка часа время команды затраты hourly rate team time cost',
  },
];
