import { defineRights } from '@mosty/identity';

export const rights = defineRights({
  'survey.read': {
    roles: ['owner', 'head', 'manager', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Читает ответы опроса клиентов; подписи видят те, кто ведёт опрос',
      en: 'Reads the answers of customer surveys; signatures are seen by those who keep surveys',
    },
  },
  'survey.write': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Открывает и закрывает опросы клиентов, загружает ответы',
      en: 'Opens and closes customer surveys, loads answers',
    },
  },
  'mention.log': {
    roles: ['owner', 'head', 'manager', 'finance', 'voice'],
    scope: 'directory:write',
    says: {
      ru: 'Записывает услышанное имя: кого и где назвали',
      en: 'Writes down a name heard: who was named and where',
    },
  },
  'mention.read': {
    roles: ['owner', 'head', 'manager', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит журнал упоминаний и чьё влияние называют клиенты',
      en: 'Sees the log of mentions and whose influence clients name',
    },
  },
  'mention.take_back': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Отзывает ошибочное упоминание с объяснением',
      en: 'Takes a mistaken mention back, with a reason',
    },
  },
  'name.write': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Объединяет и разделяет имена, дополняет их, откладывает лишние',
      en: 'Merges and parts names, completes them, sets aside those not for us',
    },
  },
  'name.take': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Берёт имя в работу: заводит партнёра и ставит его в воронку',
      en: 'Takes a name into work: makes a partner of it and puts it into the pipeline',
    },
  },
  'check.read': {
    roles: ['owner', 'head', 'manager', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит портрет партнёра и проверку: критерии, победы, подтверждения',
      en: 'Sees the partner profile and the check: criteria, wins, evidence',
    },
  },
  'check.write': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Ведёт проверку своего партнёра: отвечает на вопросы, добавляет подтверждения, цели и ответ партнёра',
      en: 'Keeps the check of own partners: answers questions, adds evidence, goals and the partner’s reply',
    },
  },
  'check.verify': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Подтверждает чужое доказательство, увидев само дело; своё – никогда',
      en: 'Verifies evidence that another brought, having seen the thing itself; never one’s own',
    },
  },
  'profile.publish': {
    roles: ['owner', 'head'],
    says: { ru: 'Меняет портрет идеального партнёра', en: 'Changes the ideal partner profile' },
  },
  'programme.write': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Пишет страницу программы для тех, кто хочет стать партнёром',
      en: 'Writes the programme page for those who want to become partners',
    },
  },
  'application.read': {
    roles: ['owner', 'head', 'manager'],
    says: { ru: 'Читает заявки в партнёры', en: 'Reads the applications of would-be partners' },
  },
  'application.decide': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Берёт заявку в работу или отказывает добрым письмом',
      en: 'Takes an application into work or declines with a kind letter',
    },
  },
  'introduction.read': {
    roles: ['owner', 'head', 'manager', 'analyst'],
    scope: 'read',
    says: {
      ru: 'Видит, какие партнёры пришли от партнёров и что принесли',
      en: 'Sees which partners came by partners, and what they brought',
    },
  },
  'introduction.reward': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Назначает награду партнёру, который привёл партнёра',
      en: 'Sets the reward of a partner that brought a partner',
    },
  },
  'stop_list.read': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Видит стоп-лист и проверяет, нет ли там того, с кем говорит',
      en: 'Sees the stop list and checks whether somebody is on it',
    },
  },
  'stop_list.decide': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Предлагает в стоп-лист и решает вторым: двое, один из них – собственник',
      en: 'Proposes for the stop list and decides as the second: two people, one of them an owner',
    },
  },
});
