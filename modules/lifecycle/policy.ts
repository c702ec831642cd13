import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'lifecycle.read': {
    roles: ['owner', 'head', 'manager', 'finance', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит воронку: кто на каком этапе и чего не хватает',
      en: 'Sees the pipeline: who is at which stage and what is missing',
    },
  },
  'lifecycle.export': {
    roles: ['owner', 'head', 'manager', 'finance'],
    scope: 'read',
    says: { ru: 'Выгружает список партнёров этапа', en: 'Exports the list of partners in a stage' },
  },
  'lifecycle.enter': {
    roles: ['owner', 'head', 'manager'],
    scope: 'directory:write',
    says: { ru: 'Заводит партнёра в воронку', en: 'Puts a partner into the pipeline' },
  },
  'lifecycle.move': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Переводит партнёра на другой этап, когда ворота открыты',
      en: 'Moves a partner to another stage when its gate is open',
    },
  },
  'lifecycle.take_over': {
    roles: ['owner', 'head'],
    scope: 'import:write',
    says: {
      ru: 'Принимает партнёра «как есть»: он работал с нами раньше и ворота не проходил',
      en: 'Takes a partner as it is: it worked with us before and went through no gates',
    },
  },
  'lifecycle.set_norms': {
    roles: ['owner', 'head'],
    says: { ru: 'Задаёт нормы дней на этапах', en: 'Sets the norms of days in stages' },
  },
  'lifecycle.set_limits': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Задаёт, сколько можно партнёру, пока он в запуске и пилоте',
      en: 'Sets how much a partner may do in launch and pilot',
    },
  },
  'lifecycle.lift_limits': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Посмотрел и снимает стартовые ограничения партнёра',
      en: 'Has looked and lifts the starting limits of a partner',
    },
  },
  'lifecycle.read_own': {
    roles: ['partner_owner', 'partner_staff'],
    says: {
      ru: 'Видит, чем ограничен его партнёр, пока он новый',
      en: 'Sees what holds its partner back while it is new',
    },
  },
});
