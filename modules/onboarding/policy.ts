import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'launch.read': {
    roles: ['owner', 'head', 'manager', 'analyst', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Видит путь партнёра к первому результату; люди партнёра – свой',
      en: 'Sees a partner’s way to the first result; people of a partner their own',
    },
  },
  'launch.read_all': {
    roles: ['owner', 'head', 'manager', 'analyst'],
    says: {
      ru: 'Видит, кто в запуске и кого давно не трогали',
      en: 'Sees who is being launched and who is left alone',
    },
  },
  'launch.walk': {
    roles: ['owner', 'head', 'manager', 'partner_owner', 'partner_staff'],
    says: {
      ru: 'Отмечает шаги запуска; люди партнёра – свои',
      en: 'Marks steps of a launch; people of a partner their own',
    },
  },
  'launch.lead': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Планирует запуск, меняет сроки и записывает встречи',
      en: 'Plans a launch, changes its days and writes down talks',
    },
  },
  'launch.publish_path': {
    roles: ['owner', 'head'],
    says: { ru: 'Меняет путь запуска', en: 'Changes the path of launches' },
  },
  'pilot.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: { ru: 'Видит пилоты и их деньги', en: 'Sees pilots and their money' },
  },
  'pilot.write': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Готовит пилот и фиксирует его условия', en: 'Prepares a pilot and locks its terms' },
  },
  'pilot.decide': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Решает, чем кончился пилот, в пределах своих ворот',
      en: 'Decides what a pilot came to, within the gates of the role',
    },
  },
});
