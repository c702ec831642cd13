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
  'sale.reverse': {
    roles: ['owner', 'head', 'finance'],
    says: {
      ru: 'Отменяет загрузку продаж обратными записями',
      en: 'Undoes an import of sales by reversing entries',
    },
  },
});
