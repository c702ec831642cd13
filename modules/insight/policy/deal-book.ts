import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'sale.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Видит сделки; люди партнёра – только свои',
      en: 'Sees deals; people of a partner only their own',
    },
  },
  'sale.export': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'read',
    says: { ru: 'Выгружает сделки с именами клиентов', en: 'Exports deals with the names of clients' },
  },
  'refund.export': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'read',
    says: { ru: 'Выгружает возвраты с именами клиентов', en: 'Exports refunds with the names of clients' },
  },
  'cost.read': {
    roles: ['owner', 'head', 'finance', 'analyst'],
    scope: 'read',
    says: { ru: 'Видит расходы на канал', en: 'Sees what the channel costs' },
  },
  'cost.export': {
    roles: ['owner', 'head', 'finance'],
    scope: 'read',
    says: { ru: 'Выгружает расходы на канал', en: 'Exports what the channel costs' },
  },
});
