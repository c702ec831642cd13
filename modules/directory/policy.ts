import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'partner.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Видит партнёров; люди партнёра – только своего',
      en: 'Sees partners; people of a partner only their own',
    },
  },
  'partner.timeline': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: { ru: 'Видит историю партнёра и клиента', en: 'Sees the history of a partner and of a client' },
  },
  'partner.write': {
    roles: ['owner', 'head', 'manager'],
    scope: 'directory:write',
    says: {
      ru: 'Ведёт партнёров; менеджер – своих и ничьих',
      en: 'Keeps partners; a manager, own ones and nobody’s',
    },
  },
  'expertise.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: { ru: 'Видит, кто из команды что знает', en: 'Sees what each colleague knows' },
  },
  'expertise.write': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Пишет, кто из команды что знает', en: 'Writes what each colleague knows' },
  },
  'partner.export': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'read',
    says: { ru: 'Выгружает список партнёров', en: 'Exports the list of partners' },
  },
  'partner.import': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'import:write',
    says: { ru: 'Загружает партнёров списком', en: 'Loads partners as a list' },
  },
  'client.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Видит клиентов; люди партнёра – только закреплённых за ним',
      en: 'Sees clients; people of a partner only those it keeps',
    },
  },
  'client.write': {
    roles: ['owner', 'head', 'manager'],
    scope: 'directory:write',
    says: {
      ru: 'Записывает клиентов и подтверждает их результат',
      en: 'Writes clients down and confirms their results',
    },
  },
  'client.merge': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Объединяет переданного клиента с известным и разъединяет',
      en: 'Merges a client handed over into one we know, and takes that back',
    },
  },
  'client.export': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'read',
    says: { ru: 'Выгружает список клиентов', en: 'Exports the list of clients' },
  },
  'client.import': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'import:write',
    says: { ru: 'Загружает клиентов списком', en: 'Loads clients as a list' },
  },
  'client.change_keeper': {
    roles: ['owner', 'head'],
    scope: 'directory:write',
    says: { ru: 'Передаёт клиента другому партнёру', en: 'Gives a client to another partner' },
  },
  'requisites.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'partner_owner'],
    says: { ru: 'Видит реквизиты', en: 'Sees where the money goes' },
  },
  'requisites.write': {
    roles: ['owner', 'head', 'manager', 'partner_owner'],
    says: { ru: 'Меняет реквизиты партнёра', en: 'Changes where a partner’s money goes' },
  },
  'requisites.verify': {
    roles: ['owner', 'finance'],
    says: {
      ru: 'Проверяет реквизиты, записанные другим',
      en: 'Verifies requisites that somebody else wrote',
    },
  },
  'directory.search': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'voice'],
    scope: 'read',
    says: { ru: 'Ищет партнёров и клиентов', en: 'Searches partners and clients' },
  },
});
