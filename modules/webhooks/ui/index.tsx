import { paths, type Screen, type ScreenAction } from '@mosty/ui-kit';

export { words } from './words.ts';

export const screens: readonly Screen[] = [
  {
    path: paths.webhooks.pattern,
    area: 'team',
    load: () => import('./Webhooks.tsx'),
    nav: { group: 'settings', order: 32, label: 'nav.webhooks' },
    permission: 'webhook.read',
    keywords: 'вебхук событие интеграция постбэк postback webhook event integration',
  },
  {
    path: paths.webhook.pattern,
    area: 'team',
    load: () => import('./WebhookScreen.tsx'),
    permission: 'webhook.read',
  },
];

export const actions: readonly ScreenAction[] = [
  {
    id: 'webhooks.create_endpoint',
    kind: 'create',
    label: 'actions.create',
    to: paths.webhooks({ new: 'webhook' }),
    permission: 'webhook.write',
    keywords: 'вебхук событие интеграция webhook event integration',
  },
];
