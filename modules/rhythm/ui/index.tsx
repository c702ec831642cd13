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
];
