import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.notices.pattern,
    area: 'team',
    load: () => import('./NoticesScreen.tsx'),
    nav: { group: 'today', order: 90, label: 'nav.notices' },
    keywords: 'новости уведомления колокольчик непрочитанное news notifications bell unread',
  },
  {
    path: paths.noticeChoices.pattern,
    area: 'team',
    load: () => import('./ChoicesScreen.tsx'),
    nav: { group: 'settings', order: 55, label: 'nav.choices' },
    keywords: 'уведомления письма тихие часы дайджест notifications letters quiet hours digest',
  },
  {
    path: paths.portalNotices.pattern,
    area: 'portal',
    load: () => import('./NoticesScreen.tsx'),
    portal: { order: 100, label: 'nav.own', place: 'more' },
  },
  {
    path: paths.portalNoticeChoices.pattern,
    area: 'portal',
    load: () => import('./ChoicesScreen.tsx'),
    portal: { order: 115, label: 'nav.choices', place: 'more' },
  },
];

export const actions: readonly ScreenAction[] = [];
