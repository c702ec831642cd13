import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'library.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'voice', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Читает материалы, ответы и идеи; люди партнёра – то, что показано партнёрам их вида',
      en: 'Reads materials, answers and ideas; people of a partner what is shown to their kind',
    },
  },
  'library.edit': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Загружает материалы, пишет ответы и идеи, подтверждает, что они ещё верны',
      en: 'Uploads materials, writes answers and ideas, confirms that they still hold',
    },
  },
  'library.join': {
    roles: ['partner_owner', 'partner_staff'],
    says: {
      ru: 'Присоединяется к идее от имени своей компании',
      en: 'Joins an idea for their own company',
    },
  },
});
