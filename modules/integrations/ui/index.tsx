import type { Screen, ScreenAction } from '@mosty/ui-kit';
import { paths } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.imports.pattern,
    area: 'team',
    load: () => import('./ImportsScreen.tsx'),
    nav: { group: 'deals', order: 40, label: 'nav.imports' },
    permission: 'import.read',
    keywords: 'загрузка данных файл импорт excel csv выгрузка шаблон import upload file spreadsheet template',
  },
  {
    path: paths.import.pattern,
    area: 'team',
    load: () => import('./ImportScreen.tsx'),
    permission: 'import.read',
  },
  {
    path: paths.play.pattern,
    area: 'team',
    load: () => import('./PlayScreen.tsx'),
    permission: 'sale.play',
  },
  {
    path: paths.intake.pattern,
    area: 'team',
    load: () => import('./IntakeScreen.tsx'),
    nav: { group: 'settings', order: 34, label: 'nav.intake' },
    permission: 'intake.read',
    keywords: 'оплата stripe юкасса yookassa cloudpayments платёж приём webhook payment provider',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'integrations.upload_file',
    kind: 'create',
    label: 'actions.upload',
    to: paths.imports(),
    permission: 'import.prepare',
    keywords: 'загрузить файл импорт excel csv upload import file',
  },
  {
    id: 'integrations.play',
    kind: 'do',
    label: 'actions.play',
    to: paths.play(),
    permission: 'sale.play',
    keywords: 'сыграть пробная продажа проба показать путь play trial sale demo walk through',
  },
];
