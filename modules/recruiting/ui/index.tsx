import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.check.pattern,
    area: 'team',
    load: () => import('./CheckScreen.tsx'),
    permission: 'check.read',
  },
  {
    path: paths.partnerProfile.pattern,
    area: 'team',
    load: () => import('./ProfileScreen.tsx'),
    nav: { group: 'partners', order: 19, label: 'nav.profile', rare: true },
    permission: 'check.read',
    keywords: 'портрет партнёра идеальный признаки веса подбор ideal partner profile traits weights',
  },
  {
    path: paths.scout.pattern,
    area: 'team',
    load: () => import('./ScoutScreen.tsx'),
    nav: { group: 'partners', order: 14, label: 'nav.scout' },
    permission: 'mention.read',
    keywords: 'поиск кандидаты кого взять имена влияние scout candidates names influence',
  },
  {
    path: paths.survey.pattern,
    area: 'team',
    load: () => import('./SurveyScreen.tsx'),
    nav: { group: 'partners', order: 16, label: 'nav.survey', rare: true },
    permission: 'survey.read',
    keywords: 'опрос клиентов кого слушают карта влияния survey customers influence map',
  },
  {
    path: paths.heard.pattern,
    area: 'team',
    load: () => import('./HeardScreen.tsx'),
    nav: { group: 'partners', order: 17, label: 'nav.heard', rare: true },
    permission: 'mention.log',
    keywords: 'услышали имя назвали клиент сказал поддержка heard name mentioned support',
  },
  { path: paths.answerSurvey.pattern, area: 'public', load: () => import('./PublicSurvey.tsx') },
  {
    path: paths.applications.pattern,
    area: 'team',
    load: () => import('./ApplicationsScreen.tsx'),
    nav: { group: 'partners', order: 13, label: 'nav.applications', rare: true },
    permission: 'application.read',
    keywords: 'заявки в партнёры хотят стать партнёром страница программы applications programme page',
  },
  {
    path: paths.alliances.pattern,
    area: 'team',
    load: () => import('./AlliancesScreen.tsx'),
    nav: { group: 'partners', order: 21, label: 'nav.alliances' },
    permission: 'check.read',
    keywords:
      'альянсы стратегические партнёры только логотипы цели влияние alliances strategic logos only goals',
  },
  {
    path: paths.introductions.pattern,
    area: 'team',
    load: () => import('./IntroductionsScreen.tsx'),
    nav: { group: 'partners', order: 22, label: 'nav.introductions' },
    permission: 'introduction.read',
    keywords:
      'кто кого познакомил привёл партнёра награда рекомендация introductions introduced referral reward',
  },
  { path: paths.programme.pattern, area: 'public', load: () => import('./ProgrammePage.tsx') },
  {
    path: paths.stopList.pattern,
    area: 'team',
    load: () => import('./StopListScreen.tsx'),
    nav: { group: 'partners', order: 15, label: 'nav.stopList', rare: true },
    permission: 'stop_list.read',
    keywords: 'стоп-лист чёрный список обман мошенники stop list blacklist fraud',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'recruiting.log_mention',
    kind: 'create',
    label: 'actions.logMention',
    to: paths.heard(),
    permission: 'mention.log',
    keywords: 'услышали имя назвали упоминание heard name mention',
  },
  {
    id: 'recruiting.open_survey',
    kind: 'create',
    label: 'actions.openSurvey',
    to: paths.survey({ edit: 'new' }),
    permission: 'survey.write',
    keywords: 'опрос клиентов анкета survey questionnaire',
  },
  {
    id: 'recruiting.propose_stop',
    kind: 'create',
    label: 'actions.proposeStop',
    to: paths.stopList({ new: '1' }),
    permission: 'stop_list.decide',
    keywords: 'стоп-лист больше не работаем обман stop list never again',
  },
];
