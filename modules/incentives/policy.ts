import { defineRights } from '@mosty/identity';

const TEAM_OF_MONEY = ['owner', 'head', 'manager', 'finance', 'analyst'] as const;

export const rights = defineRights({
  'scheme.read': {
    roles: TEAM_OF_MONEY,
    scope: 'read',
    says: {
      ru: 'Видит схемы вознаграждения и кто по ним работает',
      en: 'Sees reward schemes and who is paid by them',
    },
  },
  'scheme.draft': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Предлагает схемы: пишет и меняет черновики',
      en: 'Proposes schemes: writes and changes drafts',
    },
  },
  'scheme.publish': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Утверждает версию схемы, которую написал другой',
      en: 'Approves a version that somebody else wrote',
    },
  },
  'scheme.assign': {
    roles: ['owner', 'head'],
    says: { ru: 'Назначает схему соглашению', en: 'Assigns a scheme to an agreement' },
  },
  'scheme.keep_trial': {
    roles: ['owner', 'head', 'manager', 'finance'],
    says: {
      ru: 'Сохраняет сравнения схем на истории',
      en: 'Keeps comparisons of schemes on history',
    },
  },
  'scheme.export': {
    roles: ['owner', 'head', 'finance'],
    scope: 'read',
    says: {
      ru: 'Выгружает сравнения схем с именами партнёров',
      en: 'Exports comparisons of schemes with the names of partners',
    },
  },
  'accrual.read': {
    roles: [...TEAM_OF_MONEY, 'partner_owner', 'partner_staff'],
    scope: 'read',
    money: true,
    says: {
      ru: 'Видит начисления с объяснением; люди партнёра – свои',
      en: 'Sees accruals explained; people of a partner their own',
    },
  },
  'accrual.export': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'read',
    says: {
      ru: 'Выгружает начисления с именами клиентов',
      en: 'Exports accruals with the names of clients',
    },
  },
  'accrual.record': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'sales:write',
    says: { ru: 'Запускает начисление по новым продажам и возвратам', en: 'Prices new sales and refunds' },
  },
  'accrual.approve': {
    roles: ['owner', 'head', 'finance'],
    says: { ru: 'Утверждает начисления', en: 'Approves accruals' },
  },
  'accrual.hold': {
    roles: ['owner', 'head', 'finance'],
    says: {
      ru: 'Замораживает начисления с причиной и снимает заморозку',
      en: 'Holds accruals with a reason, and releases them',
    },
  },
  'accrual.correct': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Исправляет начисление новой записью, пересчитывает',
      en: 'Corrects an accrual by a new entry, recalculates',
    },
  },
  'accrual.reverse': {
    roles: ['owner', 'head', 'finance'],
    says: {
      ru: 'Снимает начисления отменённых продаж и возвратов',
      en: 'Takes back accruals of sales and refunds that were taken back',
    },
  },
  'accrual.pay': {
    roles: ['owner', 'finance'],
    says: {
      ru: 'Включает начисления в выплату и отмечает оплаченными',
      en: 'Puts accruals into a payout and marks them paid',
    },
  },
});
