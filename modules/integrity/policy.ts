import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'flag.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит красные флаги, их доказательства, инциденты и нарушения кодекса',
      en: 'Sees red flags, their evidence, incidents and breaches of the code',
    },
  },
  'flag.export': {
    // It takes reasons in free words out with it: an analyst looks and takes none.
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'read',
    says: {
      ru: 'Выгружает список красных флагов с причинами',
      en: 'Exports the list of red flags with their reasons',
    },
  },
  'flag.raise': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Поднимает флаг вручную, отвечает на вопросы о партнёре, записывает нарушение кодекса',
      en: 'Raises a flag by hand, answers questions about a partner, writes down a breach of the code',
    },
  },
  'flag.ask': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Спрашивает партнёра о флаге и записывает четыре ответа об инциденте',
      en: 'Asks a partner about a flag and writes down the four answers of an incident',
    },
  },
  'flag.hold': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Замораживает начисления партнёра из-за флага',
      en: 'Holds accruals of a partner because of a flag',
    },
  },
  'flag.decide': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Снимает флаг с объяснением, признаёт инцидент и закрывает его',
      en: 'Lifts a flag with an explanation, makes it an incident and closes it',
    },
  },
  'flag.look': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Запускает проверку на флаги сейчас', en: 'Makes the detectors look now' },
  },
  'flag.settings': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Настраивает детекторы, слова бренда, свои домены и сезоны',
      en: 'Sets detectors, brand words, own domains and seasons',
    },
  },
  'question.read': {
    roles: ['partner_owner', 'partner_staff'],
    says: { ru: 'Видит вопросы компании к партнёру', en: 'Sees what the company asks the partner' },
  },
  'question.answer': {
    roles: ['partner_owner'],
    says: { ru: 'Отвечает компании на её вопросы', en: 'Answers what the company asks' },
  },
});
