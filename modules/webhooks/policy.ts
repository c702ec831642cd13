import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'endpoint.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    says: { ru: 'Видит: endpoints', en: 'Sees endpoints' },
  },
  'endpoint.write': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Заводит: endpoints', en: 'Creates endpoints' },
  },
});
