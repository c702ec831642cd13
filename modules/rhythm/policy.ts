import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'plan.read': {
    roles: ['owner', 'head', 'manager', 'analyst', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Видит совместный план и публикации; люди партнёра – свои',
      en: 'Sees the joint plan and publications; people of a partner their own',
    },
  },
  'plan.write': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Ведёт совместный план и публикации', en: 'Keeps the joint plan and publications' },
  },
  'week.read': {
    roles: ['owner', 'head', 'manager', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Читает недели, следующие шаги, встречи и обмены',
      en: 'Reads weeks, next steps, meetings and exchanges',
    },
  },
  'week.write': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Записывает недели, встречи, обмены и благодарности',
      en: 'Writes weeks, meetings, exchanges and thanks',
    },
  },
});
