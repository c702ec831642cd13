import type { Screen, ScreenAction } from '@mosty/ui-kit';
import { paths } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.scenarios.pattern,
    area: 'team',
    load: () => import('./ScenariosScreen.tsx'),
    nav: { group: 'deals', order: 40, label: 'nav.scenarios' },
    permission: 'scenario.read',
    keywords: 'сценарии задачи клиента роли пробелы scenarios client task roles gaps',
  },
  {
    path: paths.scenario.pattern,
    area: 'team',
    load: () => import('./ScenarioScreen.tsx'),
    permission: 'scenario.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'scenarios.create',
    kind: 'create',
    label: 'actions.create',
    to: paths.scenarios({ new: '1' }),
    permission: 'scenario.write',
    keywords: 'сценарий задача клиента scenario client task',
  },
];
