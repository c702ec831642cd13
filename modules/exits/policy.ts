import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'exit.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит, как идёт расставание с партнёром и что ещё открыто',
      en: 'Sees how a parting with a partner goes and what is still open',
    },
  },
  'exit.write': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Ведёт расставание: благодарит, показывает итоги, записывает договорённости',
      en: 'Leads a parting: thanks, shows the summary, writes down what was agreed',
    },
  },
  'exit.hand_over': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Передаёт клиентов и сделки уходящего партнёра',
      en: 'Hands over clients and deals of a partner that leaves',
    },
  },
  'exit.close_access': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Закрывает вход людям ушедшего партнёра',
      en: 'Ends the sign-ins of people of a partner that leaves',
    },
  },
  'exit.agree': {
    roles: ['partner_owner'],
    says: {
      ru: 'Видит итоги совместной работы и соглашается с ними',
      en: 'Sees the summary of working together and agrees to it',
    },
  },
});
