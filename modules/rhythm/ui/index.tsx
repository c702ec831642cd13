import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.calendar.pattern,
    area: 'team',
    load: () => import('./CalendarScreen.tsx'),
    nav: { group: 'today', order: 30, label: 'nav.calendar' },
    permission: 'week.read',
    keywords:
      'календарь совместный план сезоны публикации erid встречи calendar joint plan seasons publications meetings',
  },
  {
    path: paths.touches.pattern,
    area: 'team',
    load: () => import('./TouchesScreen.tsx'),
    permission: 'week.read',
    keywords:
      'касания письма звонки часы вопросов созвон неделя команды touches letters calls office hours week of the team',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'rhythm.add_plan_item',
    kind: 'create',
    label: 'actions.addPlanItem',
    to: paths.calendar({ new: 'plan' }),
    permission: 'plan.write',
    keywords: 'совместный план вебинар рассылка кампания joint plan webinar mailing campaign',
  },
  {
    id: 'rhythm.log_effort',
    kind: 'create',
    label: 'add.effort',
    to: paths.touches({ new: 'effort' }),
    permission: 'week.write',
    keywords: 'звонок письмо часы время минуты call letter hours time minutes',
  },
];
