import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'department.read': {
    roles: ['owner', 'head', 'finance', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит экономику отдела: план, факт, затраты, окупаемость',
      en: 'Sees the economics of the department: plan, fact, costs, payback',
    },
  },
  'department.export': {
    roles: ['owner', 'head', 'finance', 'analyst'],
    says: { ru: 'Выгружает экономику отдела', en: 'Takes the economics of the department out as a file' },
  },
  'department.plan': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Задаёт план месяца и записывает часы команды в затраты',
      en: 'Sets the plan of a month and writes hours of the team as costs',
    },
  },
  'department.rates': {
    roles: ['owner', 'head', 'finance'],
    says: {
      ru: 'Видит и задаёт ставки часа сотрудников',
      en: 'Sees and sets what an hour of a colleague costs',
    },
  },
  'department.close': {
    roles: ['owner', 'finance'],
    says: { ru: 'Закрывает месяц экономики', en: 'Closes a month of the economics' },
  },
});
