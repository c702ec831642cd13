import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'portal.read': {
    roles: ['partner_owner', 'partner_staff'],
    says: {
      ru: 'Работает в кабинете партнёра: видит только своё',
      en: 'Works in the partner’s portal and sees only what is theirs',
    },
  },
  'portal.export_own': {
    roles: ['partner_owner'],
    says: {
      ru: 'Забирает одним файлом всё, что кабинет знает о его партнёрстве',
      en: 'Takes out in one file everything the portal knows of their partnership',
    },
  },
});
