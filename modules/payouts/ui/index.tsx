import type { Screen, ScreenAction } from '@mosty/ui-kit';
import { paths } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.money.pattern,
    area: 'team',
    load: () => import('./MoneyScreen.tsx'),
    nav: { group: 'money', order: 10, label: 'nav.money' },
    permission: 'money.read_all',
    keywords: 'взаиморасчёты должны заморозка просрочено settlements owed hold overdue',
  },
  {
    path: paths.payouts.pattern,
    area: 'team',
    load: () => import('./BatchesScreen.tsx'),
    nav: { group: 'money', order: 30, label: 'nav.payouts' },
    permission: 'payout.read',
    keywords: 'выплаты реестр банк payouts register bank',
  },
  {
    path: paths.payoutBatch.pattern,
    area: 'team',
    load: () => import('./BatchScreen.tsx'),
    permission: 'payout.read',
  },
  {
    path: paths.payout.pattern,
    area: 'team',
    load: () => import('./PayoutScreen.tsx'),
    permission: 'payout.read',
  },
  {
    path: paths.statements.pattern,
    area: 'team',
    load: () => import('./StatementsScreen.tsx'),
    nav: { group: 'money', order: 25, label: 'nav.statements' },
    permission: 'statement.read',
    keywords: 'отчёты партнёров возражение statements objection',
  },
  {
    path: paths.statement.pattern,
    area: 'team',
    load: () => import('./StatementScreen.tsx'),
    permission: 'statement.read',
  },
  {
    path: paths.documents.pattern,
    area: 'team',
    load: () => import('./DocumentsScreen.tsx'),
    nav: { group: 'money', order: 32, label: 'nav.documents' },
    permission: 'document.read',
    keywords: 'документы чеки акты самозанятый приложить documents receipts acts',
  },
  {
    path: paths.monthClose.pattern,
    area: 'team',
    load: () => import('./MonthCloseScreen.tsx'),
    nav: { group: 'money', order: 35, label: 'nav.close' },
    permission: 'period.read',
    keywords: 'закрытие месяца close month period',
  },
  {
    path: paths.portalMoney.pattern,
    area: 'portal',
    load: () => import('./portal/MoneyPage.tsx'),
    portal: { order: 40, label: 'nav.ownMoney', place: 'bar' },
    permission: 'money.read',
  },
  {
    path: paths.portalDocs.pattern,
    area: 'portal',
    load: () => import('./portal/DocsPage.tsx'),
    portal: { order: 50, label: 'nav.ownDocs', place: 'more' },
    permission: 'statement.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'payouts.make',
    kind: 'create',
    label: 'actions.make',
    to: paths.payouts({ state: 'new' }),
    permission: 'payout.make',
    keywords: 'выплата реестр payout batch',
  },
];
