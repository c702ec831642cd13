import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'readiness.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит, насколько компания сама готова работать с партнёрами',
      en: 'Sees how ready the company itself is to work with partners',
    },
  },
  'readiness.answer': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Называет владельцев процессов и собственные показатели сервиса',
      en: 'Names owners of processes and the company’s own service figures',
    },
  },
});
