import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'reputation.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит, во что партнёры обошлись имени: возвраты, скидки ниже пола, нарушения, инциденты, жалобы',
      en: 'Sees what partners cost the name: refunds, sales below the floor, breaches, incidents, complaints',
    },
  },
  'reputation.export': {
    roles: ['owner', 'head', 'finance'],
    scope: 'read',
    says: {
      ru: 'Выгружает журнал вреда имени с именами клиентов',
      en: 'Exports the log of harm to the name with the names of clients',
    },
  },
});
