import type { Screen, ScreenAction } from '@mosty/ui-kit';
import { paths } from '@mosty/ui-kit';
import { lazy } from 'react';

export { words } from './words.ts';

/** «Почему столько» for other modules' pages: `<AccrualExplained accrualId={…} />`, loaded when it is shown. */
export const AccrualExplained = lazy(() => import('./AccrualExplained.tsx'));

export const screens: readonly Screen[] = [
  {
    path: paths.rewards.pattern,
    area: 'team',
    load: () => import('./RewardsScreen.tsx'),
    nav: { group: 'money', order: 40, label: 'nav.rewards' },
    permission: 'scheme.read',
    keywords: 'вознаграждения схемы ставки процент фикс уровни rewards schemes rates commission',
  },
  {
    path: paths.calculator.pattern,
    area: 'team',
    load: () => import('./CalculatorScreen.tsx'),
    nav: { group: 'money', order: 45, label: 'nav.calculator' },
    permission: 'scheme.read',
    keywords: 'калькулятор сравнить схемы безубыточность риск calculator compare break-even risk',
  },
  {
    path: paths.scheme.pattern,
    area: 'team',
    load: () => import('./SchemeScreen.tsx'),
    permission: 'scheme.read',
  },
  {
    path: paths.accruals.pattern,
    area: 'team',
    load: () => import('./AccrualsScreen.tsx'),
    nav: { group: 'money', order: 20, label: 'nav.accruals' },
    permission: 'accrual.read',
    keywords: 'начисления заморозка утвердить почему столько accruals hold approve why',
  },
  {
    path: paths.accrual.pattern,
    area: 'team',
    load: () => import('./AccrualScreen.tsx'),
    permission: 'accrual.read',
  },
  {
    path: paths.portalAccrual.pattern,
    area: 'portal',
    load: () => import('./portal/AccrualPage.tsx'),
    permission: 'accrual.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'incentives.new_scheme',
    kind: 'create',
    label: 'actions.newScheme',
    to: paths.rewards({ new: 'blank' }),
    permission: 'scheme.draft',
    keywords: 'схема вознаграждение новая scheme reward new',
  },
  {
    id: 'incentives.compare',
    kind: 'do',
    label: 'actions.compare',
    to: paths.calculator(),
    permission: 'scheme.read',
    keywords: 'сравнить схемы калькулятор compare schemes calculator',
  },
];
