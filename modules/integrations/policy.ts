import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'import.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: { ru: 'Видит загрузки и их ошибки', en: 'Sees imports and their errors' },
  },
  'import.prepare': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'import:write',
    says: { ru: 'Загружает файл и проверяет его', en: 'Uploads a file and checks it' },
  },
  'import.apply': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'import:write',
    says: { ru: 'Записывает проверенные строки файла', en: 'Applies the checked rows of a file' },
  },
  'import.apply_costs': {
    roles: ['owner', 'head', 'finance'],
    scope: 'import:write',
    says: { ru: 'Записывает расходы из файла', en: 'Applies a file of costs' },
  },
  'sale.play': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Играет пробную продажу и убирает её, пока нет настоящих',
      en: 'Plays a trial sale and takes it back while there are no real ones',
    },
  },
  'import.undo': {
    roles: ['owner', 'head', 'finance'],
    says: { ru: 'Отменяет загрузку обратными записями', en: 'Undoes an import by reversing entries' },
  },
  'intake.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: { ru: 'Видит, что сообщили платёжные системы', en: 'Sees what payment providers told' },
  },
  'intake.write': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Подключает приём оплат и меняет его секреты',
      en: 'Sets up the intake of payments and its secrets',
    },
  },
});
