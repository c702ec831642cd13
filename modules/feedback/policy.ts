import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'thread.read': {
    roles: ['owner', 'head', 'manager', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Читает вопросы и идеи партнёров; люди партнёра – свои',
      en: 'Reads questions and ideas of partners; people of a partner their own',
    },
  },
  'thread.write': {
    roles: ['owner', 'head', 'manager', 'partner_owner', 'partner_staff'],
    says: {
      ru: 'Задаёт вопросы, приносит идеи и отвечает на них',
      en: 'Asks questions, brings ideas and answers them',
    },
  },
  'thread.decide': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Решает, что будет с идеей партнёра, и объясняет почему',
      en: 'Decides what becomes of a partner’s idea, and explains why',
    },
  },
  'poll.read': {
    roles: ['owner', 'head', 'manager', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Читает, что партнёры ответили на опрос за полугодие',
      en: 'Reads what partners answered to the half-year poll',
    },
  },
  'poll.export': {
    // People, partners and what they wrote leave the company's hands with it.
    roles: ['owner', 'head'],
    scope: 'read',
    says: {
      ru: 'Выгружает ответы партнёров на опрос',
      en: 'Exports what partners answered to the poll',
    },
  },
  'poll.run': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Начинает опрос партнёров, решает, с именами ли он, и пишет, что сделано после него',
      en: 'Begins a poll of partners, decides whether it has names, and tells what was done after it',
    },
  },
  'poll.answer': {
    roles: ['partner_owner', 'partner_staff'],
    says: {
      ru: 'Отвечает на опрос компании от себя',
      en: 'Answers the company’s poll for themselves',
    },
  },
});
