import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'webhook.read': {
    roles: ['owner', 'head', 'manager', 'analyst'],
    scope: 'read',
    says: { ru: 'Видит вебхуки и журнал отправок', en: 'Sees webhooks and what was sent to them' },
  },
  'webhook.write': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Заводит вебхуки, меняет их секрет, отправляет события ещё раз',
      en: 'Creates webhooks, rotates their secret, sends events again',
    },
  },
  'postback.read': {
    roles: ['owner', 'head', 'manager', 'analyst', 'partner_owner'],
    scope: 'read',
    says: {
      ru: 'Видит постбэки партнёров; партнёр – свои',
      en: 'Sees postbacks of partners; a partner its own',
    },
  },
  'postback.write': {
    roles: ['owner', 'head', 'manager', 'partner_owner'],
    says: {
      ru: 'Заводит и выключает постбэки; партнёр – свои',
      en: 'Creates and switches off postbacks; a partner its own',
    },
  },
  'feed.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: { ru: 'Видит, что происходит прямо сейчас', en: 'Sees what happens right now' },
  },
});
