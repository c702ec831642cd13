import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'score.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит доверие, пульс и молчание партнёров с причинами',
      en: 'Sees trust, pulse and silence of partners with their reasons',
    },
  },
  'score.read_own': {
    roles: ['partner_owner', 'partner_staff'],
    says: {
      ru: 'Видит доверие и пульс своей компании – те же, что видим мы',
      en: 'Sees trust and pulse of the own company, the same as we see',
    },
  },
  'score_evidence.read': {
    roles: ['owner', 'head', 'manager', 'analyst'],
    says: { ru: 'Видит подтверждения о партнёре', en: 'Sees what was shown of a partner' },
  },
  'score_evidence.write': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Добавляет подтверждение о партнёре', en: 'Shows something of a partner' },
  },
  'score_evidence.verify': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Проверяет подтверждение, добавленное другим человеком',
      en: 'Verifies what another person showed',
    },
  },
  'outcome.read': {
    roles: ['owner', 'head', 'manager', 'analyst', 'voice'],
    scope: 'read',
    says: {
      ru: 'Видит, кого пора спросить «стало лучше?» и что ответили',
      en: 'Sees whom to ask whether it got better, and the answers',
    },
  },
  'outcome.answer': {
    roles: ['owner', 'head', 'manager', 'voice'],
    scope: 'directory:write',
    says: {
      ru: 'Записывает ответ клиента на вопрос «стало лучше?»',
      en: 'Writes down what a client answered to «did it get better?»',
    },
  },
});
