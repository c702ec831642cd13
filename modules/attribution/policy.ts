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
  'policy.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит правила «кто привёл» и что сказали бы другие модели',
      en: 'Sees the rules of who brought and what other models would say',
    },
  },
  'policy.draft': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Предлагает другие правила «кто привёл»',
      en: 'Proposes other rules of who brought',
    },
  },
  'policy.publish': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Вводит правила «кто привёл», которые написал другой',
      en: 'Puts rules of who brought in force that somebody else wrote',
    },
  },
  'claim.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'voice', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Видит споры о том, кто привёл; люди партнёра – те, что касаются его',
      en: 'Sees claims about who brought; people of a partner those that concern it',
    },
  },
  'claim.open': {
    roles: ['owner', 'head', 'manager', 'partner_owner', 'partner_staff'],
    says: {
      ru: 'Оспаривает, кто привёл: за себя, а люди компании и за партнёра',
      en: 'Contests who brought: for oneself, people of the company also for a partner',
    },
  },
  'claim.answer': {
    roles: ['owner', 'head', 'manager', 'voice', 'partner_owner', 'partner_staff'],
    says: { ru: 'Отвечает в споре за свою сторону', en: 'Answers a claim for one’s side' },
  },
  'claim.decide': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Решает спор с объяснением обеим сторонам',
      en: 'Decides a claim with an explanation to both sides',
    },
  },
});
