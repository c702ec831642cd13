import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'scenario.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    says: { ru: 'Видит: scenarios', en: 'Sees scenarios' },
  },
  'scenario.write': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Заводит: scenarios', en: 'Creates scenarios' },
  },
});
