import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'scenario.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит сценарии: задачи клиентов, кто что делает и где не хватает партнёра',
      en: 'Sees scenarios: clients’ tasks, who does what and where a partner is wanting',
    },
  },
  'scenario.write': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Составляет сценарии, предлагает партнёров в пробелы, записывает результат у клиента',
      en: 'Writes scenarios, suggests partners for gaps, records what it gave the client',
    },
  },
});
