import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'sale.record': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'sales:write',
    says: { ru: 'Вносит оплаченные продажи', en: 'Records paid sales' },
  },
  'refund.record': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'sales:write',
    says: { ru: 'Вносит возвраты', en: 'Records refunds' },
  },
  'cost.record': {
    roles: ['owner', 'head', 'finance'],
    scope: 'sales:write',
    says: { ru: 'Вносит расходы на канал', en: 'Records what the channel costs' },
  },
  'cost.reverse': {
    roles: ['owner', 'head', 'finance'],
    scope: 'sales:write',
    says: {
      ru: 'Отменяет расход, внесённый по ошибке, с причиной',
      en: 'Takes back a cost recorded by mistake, with a reason',
    },
  },
  'sale.reverse': {
    roles: ['owner', 'head', 'finance'],
    says: {
      ru: 'Отменяет загрузку продаж обратными записями',
      en: 'Undoes an import of sales by reversing entries',
    },
  },
  'deal.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Видит сделки в работе; владелец партнёра – своего партнёра, его сотрудник – только свои',
      en: 'Sees deals in progress; a partner’s owner those of the partner, its staff only their own',
    },
  },
  'deal.register': {
    roles: ['owner', 'head', 'manager', 'partner_owner', 'partner_staff'],
    scope: 'sales:write',
    says: { ru: 'Передаёт клиента: заводит сделку', en: 'Hands over a client: registers a deal' },
  },
  'deal.decide': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Принимает переданных клиентов и отказывает; продлевает защиту',
      en: 'Approves and refuses registrations; extends protection',
    },
  },
  'deal.write': {
    roles: ['owner', 'head', 'manager'],
    scope: 'sales:write',
    says: {
      ru: 'Ведёт сделки: этап, сумма, следующий шаг, роли, продажи',
      en: 'Keeps deals: stage, sum, next step, roles, sales',
    },
  },
  'deal.export': {
    roles: ['owner', 'head', 'finance', 'analyst'],
    scope: 'read',
    says: { ru: 'Выгружает сделки в файл', en: 'Takes deals out as a file' },
  },
  'deal.import': {
    roles: ['owner', 'head', 'manager'],
    scope: 'import:write',
    says: { ru: 'Загружает сделки списком из CRM', en: 'Loads deals as a list from a CRM' },
  },
  'deal.set_up': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Меняет этапы сделок, сроки защиты и ответа',
      en: 'Changes stages of deals, periods of protection and of answering',
    },
  },
});
