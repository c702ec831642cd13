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
];

export const actions: readonly ScreenAction[] = [];
