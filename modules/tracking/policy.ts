import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'code.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: { ru: 'Видит промокоды; люди партнёра – свои', en: 'Sees codes; people of a partner their own' },
  },
  'code.export': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'read',
    says: { ru: 'Выгружает список промокодов', en: 'Exports the list of codes' },
  },
  'code.write': {
    roles: ['owner', 'head', 'manager'],
    scope: 'directory:write',
    says: { ru: 'Выдаёт и останавливает промокоды', en: 'Gives and stops codes' },
  },
  'link.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: { ru: 'Видит ссылки; люди партнёра – свои', en: 'Sees links; people of a partner their own' },
  },
  'link.write': {
    roles: ['owner', 'head', 'manager'],
    scope: 'directory:write',
    says: { ru: 'Даёт и убирает ссылки', en: 'Gives and archives links' },
  },
  'link.create_own': {
    roles: ['partner_owner', 'partner_staff'],
    says: {
      ru: 'Делает себе ссылки на сайты, которые разрешила компания',
      en: 'Makes links for themselves to sites the company allows',
    },
  },
  'link_settings.set': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Задаёт, куда могут вести ссылки и ниже какой цены не опускаются скидки',
      en: 'Sets where links may lead and the price discounts never go below',
    },
  },
  'click.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Видит переходы по ссылкам; люди партнёра – по своим',
      en: 'Sees clicks on links; people of a partner on their own',
    },
  },
  'click.export': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: { ru: 'Выгружает переходы', en: 'Exports clicks' },
  },
  'visitor_policy.set': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Решает, спрашивать ли согласие посетителей и сколько помнить переходы',
      en: 'Decides whether visitors are asked for consent and how long clicks are remembered',
    },
  },
  'click.record': {
    roles: ['owner', 'head', 'manager'],
    scope: 'click:write',
    says: { ru: 'Сообщает о переходах', en: 'Tells clicks' },
  },
  'lead.record': {
    roles: ['owner', 'head', 'manager'],
    scope: 'sales:write',
    says: { ru: 'Записывает лиды', en: 'Records leads' },
  },
  'discount_ceiling.set': {
    roles: ['owner', 'head'],
    says: { ru: 'Задаёт наибольшую скидку по соглашению', en: 'Sets the greatest discount of an agreement' },
  },
});
