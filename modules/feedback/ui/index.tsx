import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.talk.pattern,
    area: 'team',
    load: () => import('./TalkScreen.tsx'),
    nav: { group: 'partners', order: 25, label: 'nav.talk' },
    permission: 'thread.read',
    keywords: 'вопросы идеи обратная связь ответить партнёру questions ideas feedback',
  },
  {
    path: paths.polls.pattern,
    area: 'team',
    load: () => import('./PollsScreen.tsx'),
    permission: 'poll.read',
  },
  {
    path: paths.portalPoll.pattern,
    area: 'portal',
    load: () => import('./portal/PollPage.tsx'),
    permission: 'poll.answer',
  },
  {
    path: paths.portalTalk.pattern,
    area: 'portal',
    load: () => import('./portal/TalkPage.tsx'),
    portal: { order: 60, label: 'nav.own', place: 'more' },
    permission: 'thread.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'feedback.open_thread',
    kind: 'create',
    label: 'actions.openThread',
    to: paths.talk({ new: '1' }),
    permission: 'thread.decide',
    keywords: 'вопрос идея партнёр сказал question idea said',
  },
];
