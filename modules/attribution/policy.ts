import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'participant.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: { ru: 'Видит, кто привёл и почему', en: 'Sees who brought a client and why' },
  },
  'participant.decide': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'sales:write',
    says: {
      ru: 'Запускает правила «кто привёл» для новых продаж',
      en: 'Runs the rules of who brought for new sales',
    },
  },
});
