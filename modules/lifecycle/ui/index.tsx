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
];

export const actions: readonly ScreenAction[] = [];
