import type { Screen, ScreenAction } from '@mosty/ui-kit';
import { paths } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.channel.pattern,
    area: 'team',
    load: () => import('./ChannelScreen.tsx'),
    nav: { group: 'today', order: 10, label: 'nav.channel' },
    permission: 'channel.read',
    keywords: 'деньги канала доля выручка окупаемость отчёт channel money share report payback',
  },
  {
    path: paths.start.pattern,
    area: 'team',
    load: () => import('./StartScreen.tsx'),
    nav: { group: 'settings', order: 5, label: 'nav.first' },
    permission: 'channel.read',
    keywords: 'первые шаги начало с чего начать список start first steps checklist onboarding',
  },
  {
    path: paths.reports.pattern,
    area: 'team',
    load: () => import('./partner-life/ReportsScreen.tsx'),
    nav: { group: 'reports', order: 20, label: 'nav.reports' },
    permission: 'channel.read',
    keywords:
      'отчёты первая продажа удержание выживаемость когорты ровность всплески парето концентрация часы доверие reports first sale retention survival cohorts steady spikes pareto concentration effort trust',
  },
  {
    path: paths.reportMonth.pattern,
    area: 'team',
    load: () => import('./partner-life/MonthScreen.tsx'),
    permission: 'channel.read',
    keywords: 'месяц на листе напечатать собственнику month sheet print owner',
  },
  {
    path: paths.clientWorth.pattern,
    area: 'team',
    load: () => import('./client-worth/ClientWorthScreen.tsx'),
    nav: { group: 'reports', order: 30, label: 'nav.worth' },
    permission: 'channel.read',
    keywords:
      'клиенты партнёров ценность ltv средний чек цикл сделки повторные допродажи сегменты сложность сценарии cac до и после client worth check cycle repeated cross-sell segments scenarios before after',
  },
  {
    path: paths.reputation.pattern,
    area: 'team',
    load: () => import('./reputation/ReputationScreen.tsx'),
    nav: { group: 'reports', order: 40, label: 'nav.reputation' },
    permission: 'reputation.read',
    keywords:
      'цена репутации вред имени возвраты скидки ниже пола нарушения инциденты жалобы price of reputation harm refunds discounts floor breaches incidents complaints',
  },
];

export const actions: readonly ScreenAction[] = [];
