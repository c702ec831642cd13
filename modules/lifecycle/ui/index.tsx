import type { Screen, ScreenAction } from '@mosty/ui-kit';
import { paths } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.pipeline.pattern,
    area: 'team',
    load: () => import('./PipelineScreen.tsx'),
    nav: { group: 'partners', order: 12, label: 'nav.pipeline' },
    permission: 'lifecycle.read',
    keywords: 'воронка этапы ворота отказ конверсия pipeline stages gates decline conversion',
  },
  {
    path: paths.limits.pattern,
    area: 'team',
    load: () => import('./LimitsScreen.tsx'),
    nav: { group: 'settings', order: 16, label: 'nav.limits' },
    permission: 'lifecycle.read',
    keywords: 'пределы ограничения лимиты запуск пилот доверие limits launch pilot trust',
  },
];

export const actions: readonly ScreenAction[] = [];
