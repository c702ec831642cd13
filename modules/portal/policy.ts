import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'portal.read': {
    roles: ['partner_owner', 'partner_staff'],
    says: {
      ru: 'Работает в кабинете партнёра: видит только своё',
      en: 'Works in the partner’s portal and sees only what is theirs',
    },
  },
});
