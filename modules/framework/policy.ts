import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'framework.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst', 'voice', 'partner_owner', 'partner_staff'],
    scope: 'read',
    says: {
      ru: 'Читает виды партнёров, ожидания и пороги',
      en: 'Reads the kinds of partners, expectations and thresholds',
    },
  },
  'framework.publish': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Меняет виды партнёров, сопровождение и пороги',
      en: 'Changes kinds of partners, tracks and thresholds',
    },
  },
  'package.read': {
    roles: ['owner', 'head', 'manager', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит, что из своего сопровождения получил партнёр',
      en: 'Sees what of its track a partner was given',
    },
  },
  'package.note': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Записывает, что, когда и кому дали из сопровождения',
      en: 'Writes down what of a track was given, when and to whom',
    },
  },
  'crossing.read': {
    roles: ['owner', 'head', 'manager', 'analyst'],
    says: { ru: 'Видит, кто перешёл порог', en: 'Sees who crossed a threshold' },
  },
  'crossing.decide': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Решает, что будет с тем, кто перешёл порог',
      en: 'Decides what becomes of whoever crossed a threshold',
    },
  },
});
