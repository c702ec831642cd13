import type { Language } from '@mosty/kernel/operation';

export type { Language };

const ru = {
  register: 'Реестр выплат',
  statement: 'Отчёт партнёра',
  company: 'Компания',
  partner: 'Партнёр',
  month: 'Месяц',
  payOn: 'День выплаты',
  through: 'Начислено по',
  batch: 'Номер',
  madeBy: 'Собрал',
  approvedBy: 'Утвердил',
  secondBy: 'Утвердил второй',
  payouts: 'Выплат',
  total: 'Итого',
  reference: 'Номер для банка',
  payee: 'Получатель',
  taxNumber: 'ИНН',
  account: 'Счёт',
  bank: 'Банк',
  amount: 'К выплате',
  earned: 'Начислено',
  setOff: 'Удержано по возвратам',
  state: 'Состояние',
  states: {
    draft: 'Черновик',
    approved: 'Утверждена',
    paid: 'Оплачена',
    failed: 'Отклонена банком',
    cancelled: 'Отменена',
  },
  opening: 'Были должны на начало',
  accrued: 'Начислено',
  clawedBack: 'Удержано по возвратам',
  corrected: 'Исправлено',
  writtenOff: 'Списано нами',
  paid: 'Выплачено',
  closing: 'Должны на конец',
  owesUs: 'Партнёр должен нам',
  day: 'Дата',
  sale: 'Сделка',
  client: 'Кого привёл',
  saleAmount: 'На какую сумму',
  what: 'Что это',
  base: 'База',
  rate: 'Ставка, %',
  rule: 'Правило',
  sum: 'Сумма',
  late: 'за закрытый месяц',
  kinds: {
    commission: 'Процент',
    fixed_fee: 'Фикс',
    bonus: 'Премия',
    clawback: 'Удержание по возврату',
    correction: 'Исправление',
  },
};

export type DocumentWords = typeof ru;

const en: DocumentWords = {
  register: 'Payout register',
  statement: 'Partner statement',
  company: 'Company',
  partner: 'Partner',
  month: 'Month',
  payOn: 'Pay day',
  through: 'Earned through',
  batch: 'Number',
  madeBy: 'Made by',
  approvedBy: 'Approved by',
  secondBy: 'Second approval',
  payouts: 'Payouts',
  total: 'Total',
  reference: 'Bank reference',
  payee: 'Payee',
  taxNumber: 'Tax number',
  account: 'Account',
  bank: 'Bank',
  amount: 'To pay',
  earned: 'Earned',
  setOff: 'Set off for refunds',
  state: 'State',
  states: {
    draft: 'Draft',
    approved: 'Approved',
    paid: 'Paid',
    failed: 'Refused by the bank',
    cancelled: 'Cancelled',
  },
  opening: 'Owed at the start',
  accrued: 'Accrued',
  clawedBack: 'Clawed back',
  corrected: 'Corrected',
  writtenOff: 'Written off by us',
  paid: 'Paid',
  closing: 'Owed at the end',
  owesUs: 'The partner owes us',
  day: 'Date',
  sale: 'Deal',
  client: 'Whom',
  saleAmount: 'For how much',
  what: 'What it is',
  base: 'Base',
  rate: 'Rate, %',
  rule: 'Rule',
  sum: 'Amount',
  late: 'for a closed month',
  kinds: {
    commission: 'Commission',
    fixed_fee: 'Fixed fee',
    bonus: 'Bonus',
    clawback: 'Clawback',
    correction: 'Correction',
  },
};

export const WORDS: Readonly<Record<Language, DocumentWords>> = { ru, en };

/** «30.11.2026», “30/11/2026”. */
export function dayName(day: string, language: Language): string {
  return day
    .split('-')
    .reverse()
    .join(language === 'ru' ? '.' : '/');
}
