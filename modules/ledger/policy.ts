import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'ledger.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'partner_owner', 'partner_staff'],
    scope: 'read',
    money: true,
    says: {
      ru: 'Видит каждую проводку; люди партнёра – только свои',
      en: 'Sees every entry of the ledger; people of a partner only their own',
    },
  },
  'ledger.export': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'read',
    says: {
      ru: 'Выгружает проводки и оборотную ведомость',
      en: 'Exports the entries of the ledger and its trial balance',
    },
  },
});
