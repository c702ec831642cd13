import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'agenda.read': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Видит повестку недели; чужую – руководитель и собственник',
      en: 'Sees the agenda of the week; those of others the head and the owner',
    },
  },
  'agenda.answer': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Отвечает на карточки повестки', en: 'Answers cards of the agenda' },
  },
  'agenda.team': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Видит неделю команды и задаёт минуты каждому',
      en: 'Sees the week of the team and sets the minutes of each',
    },
  },
  'agenda.build': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Пересобирает повестку', en: 'Builds the agenda anew' },
  },
});
