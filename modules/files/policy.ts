import { defineRights } from '@mosty/identity';

const TEAM = ['owner', 'head', 'manager', 'finance', 'analyst'] as const;

export const rights = defineRights({
  'file.read': {
    roles: [...TEAM, 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Открывает загруженные файлы; люди партнёра – только своей компании',
      en: 'Opens uploaded files; people of a partner those of their own company',
    },
  },
  'money_file.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'partner_owner', 'partner_staff'],
    scope: 'read',
    money: true,
    says: {
      ru: 'Открывает чеки, акты и договоры',
      en: 'Opens receipts, acts and contracts',
    },
  },
  'file.store': {
    roles: ['owner', 'head', 'manager', 'finance', 'partner_owner', 'partner_staff'],
    says: {
      ru: 'Загружает файлы; люди партнёра – чеки, акты и подтверждения своей компании',
      en: 'Uploads files; people of a partner receipts, acts and evidence of their own company',
    },
  },
});
