import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'channel.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит деньги канала и строки за каждым числом',
      en: 'Sees the money of the channel and the rows behind every number',
    },
  },
  'channel.export': {
    roles: ['owner', 'head', 'finance', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Выгружает строки отчёта; аналитик – без имён',
      en: 'Exports rows of the report; an analyst without names',
    },
  },
  'economics.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит, сколько партнёр принёс, стоил и сколько ему должны',
      en: 'Sees what a partner brought, cost and is owed',
    },
  },
  'rollup.rebuild': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Пересчитывает отчёт заново из исходных строк',
      en: 'Builds the report again from the original rows',
    },
  },
});
