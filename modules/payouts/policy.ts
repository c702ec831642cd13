import { defineRights } from '@mosty/identity';

const TEAM_OF_MONEY = ['owner', 'head', 'manager', 'finance', 'analyst'] as const;

/** An analyst looks and counts, and takes nothing out of names and sums. */
const TAKES_OUT = ['owner', 'head', 'manager', 'finance'] as const;

export const rights = defineRights({
  'money.read': {
    roles: [...TEAM_OF_MONEY, 'partner_owner', 'partner_staff'],
    scope: 'read',
    money: true,
    says: {
      ru: 'Видит, сколько мы должны партнёру и что мешает выплате; люди партнёра – только о своём',
      en: 'Sees what we owe a partner and what blocks it; people of a partner only their own',
    },
  },
  'money.read_all': {
    roles: TEAM_OF_MONEY,
    scope: 'read',
    says: {
      ru: 'Видит взаиморасчёты со всеми партнёрами и сверяет их',
      en: 'Sees what is owed to everybody, and verifies it',
    },
  },
  'money.export': {
    roles: TAKES_OUT,
    scope: 'read',
    says: { ru: 'Выгружает взаиморасчёты с партнёрами', en: 'Exports what is owed to everybody' },
  },
  'payout_policy.read': {
    roles: TEAM_OF_MONEY,
    says: { ru: 'Видит порядок выплат', en: 'Sees how the company pays' },
  },
  'payout_policy.change': {
    roles: ['owner'],
    says: { ru: 'Меняет порядок выплат', en: 'Changes how the company pays' },
  },
  'period.read': {
    roles: TEAM_OF_MONEY,
    says: { ru: 'Видит закрытые и открытые месяцы', en: 'Sees closed and open months' },
  },
  'period.close': {
    roles: ['owner', 'finance'],
    says: { ru: 'Закрывает месяц', en: 'Closes a month' },
  },
  'statement.read': {
    roles: [...TEAM_OF_MONEY, 'partner_owner', 'partner_staff'],
    scope: 'read',
    money: true,
    says: {
      ru: 'Читает отчёты партнёров; люди партнёра – присланные им',
      en: 'Reads statements; people of a partner those sent to them',
    },
  },
  'statement.export': {
    roles: TAKES_OUT,
    scope: 'read',
    says: { ru: 'Выгружает список отчётов', en: 'Exports the list of statements' },
  },
  'statement.send': {
    roles: ['owner', 'head', 'finance'],
    says: { ru: 'Отправляет отчёты партнёрам', en: 'Sends statements to partners' },
  },
  'statement.answer': {
    roles: ['owner', 'head', 'finance', 'partner_owner'],
    says: { ru: 'Принимает отчёт или возражает', en: 'Accepts a statement or objects to it' },
  },
  'statement.resolve': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Отвечает на возражение словами или исправляющей записью',
      en: 'Answers an objection by words or by a correcting entry',
    },
  },
  'payout.read': {
    roles: TEAM_OF_MONEY,
    says: { ru: 'Видит реестры выплат', en: 'Sees payout batches' },
  },
  'payout.export': {
    roles: TAKES_OUT,
    scope: 'read',
    says: { ru: 'Выгружает список выплат', en: 'Exports the list of payouts' },
  },
  'payout.make': {
    roles: ['owner', 'finance'],
    says: { ru: 'Собирает реестр выплат', en: 'Makes a payout batch' },
  },
  'payout.approve': {
    roles: ['owner', 'finance'],
    says: {
      ru: 'Утверждает реестр, который собрал другой',
      en: 'Approves a payout batch that somebody else made',
    },
  },
  'payout.pay': {
    roles: ['owner', 'finance'],
    says: { ru: 'Выгружает реестр и отмечает оплату', en: 'Takes the register and marks what was paid' },
  },
  'document.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'partner_owner', 'partner_staff'],
    scope: 'read',
    money: true,
    says: {
      ru: 'Видит чеки и акты; люди партнёра – свои',
      en: 'Sees receipts and acts; people of a partner their own',
    },
  },
  'document.attach': {
    roles: ['owner', 'manager', 'finance', 'partner_owner', 'partner_staff'],
    money: true,
    says: {
      ru: 'Прикладывает чек или акт к выплате или отчёту',
      en: 'Attaches a receipt or an act to a payout or a statement',
    },
  },
  'document.withdraw': {
    roles: ['owner', 'finance'],
    says: {
      ru: 'Снимает чек или акт, приложенный по ошибке',
      en: 'Withdraws a receipt or an act that was attached by mistake',
    },
  },
  'write_off.read': {
    roles: TEAM_OF_MONEY,
    says: { ru: 'Видит списанные долги партнёров', en: 'Sees debts of partners that were written off' },
  },
  'write_off.propose': {
    roles: ['owner', 'head', 'finance'],
    says: { ru: 'Предлагает списать долг партнёра', en: 'Proposes to write a partner’s debt off' },
  },
  'write_off.decide': {
    roles: ['owner', 'finance'],
    says: {
      ru: 'Решает о списании, которое предложил другой',
      en: 'Decides on a write-off that somebody else proposed',
    },
  },
  'waiver.read': {
    roles: TEAM_OF_MONEY,
    says: {
      ru: 'Видит, от какого остатка отказались ушедшие партнёры',
      en: 'Sees what partners that left gave up of what we owed',
    },
  },
  'waiver.note': {
    roles: ['owner', 'head', 'finance'],
    says: {
      ru: 'Записывает отказ уходящего партнёра от остатка и где его слово видно',
      en: 'Writes down that a partner that leaves gave up the rest, and where its word is seen',
    },
  },
  'waiver.decide': {
    roles: ['owner', 'finance'],
    says: {
      ru: 'Подтверждает отказ от остатка, который записал другой',
      en: 'Confirms a waiver that somebody else wrote down',
    },
  },
  'waiver.give': {
    roles: ['partner_owner'],
    says: {
      ru: 'Уходя, отказывается от остатка своим словом',
      en: 'On leaving, gives up the rest by its own word',
    },
  },
});
