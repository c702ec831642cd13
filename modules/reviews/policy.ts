import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'review.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'partner_owner'],
    scope: 'read',
    says: {
      ru: 'Читает квартальные разборы; партнёр – свои, показанные ему',
      en: 'Reads quarterly reviews; a partner its own, once shown',
    },
  },
  'review.write': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Собирает разбор и показывает его партнёру',
      en: 'Assembles a review and shows it to the partner',
    },
  },
  'review.remark': {
    roles: ['owner', 'head', 'manager', 'partner_owner'],
    says: { ru: 'Пишет к пунктам разбора', en: 'Writes remarks on points of a review' },
  },
  'review.decide': {
    roles: ['owner', 'head'],
    says: { ru: 'Решает: продолжаем, меняем или расходимся', en: 'Decides to continue, change or part' },
  },
  'review.sign': {
    roles: ['partner_owner'],
    says: {
      ru: 'Подписывает решение разбора со стороны партнёра',
      en: 'Signs the decision of a review for the partner',
    },
  },
});
