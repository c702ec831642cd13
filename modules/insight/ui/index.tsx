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
];

export const actions: readonly ScreenAction[] = [];
