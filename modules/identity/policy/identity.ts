import { defineRights } from './rights.ts';

const TEAM = ['owner', 'head', 'manager', 'finance', 'analyst', 'voice'] as const;

export const rights = defineRights({
  'workspace.read': {
    roles: TEAM,
    scope: 'read',
    says: {
      ru: 'Видит название, часовой пояс и валюту компании',
      en: 'Sees the company’s name, time zone and currency',
    },
  },
  'workspace.change': {
    roles: ['owner', 'head'],
    says: { ru: 'Меняет данные компании', en: 'Changes the company’s details' },
  },
  'member.read': {
    roles: [...TEAM, 'partner_owner'],
    scope: 'read',
    says: {
      ru: 'Видит, кто работает в компании и в какой роли; партнёр – только своих людей',
      en: 'Sees who works in the company and in what role; a partner, its own people only',
    },
  },
  'member.invite': {
    roles: ['owner', 'head', 'partner_owner'],
    says: {
      ru: 'Приглашает людей; партнёр – своих сотрудников',
      en: 'Invites people; a partner, its own employees',
    },
  },
  'member.change_role': {
    roles: ['owner', 'head'],
    says: {
      ru: 'Меняет роли; роль собственника – только собственник',
      en: 'Changes roles; that of an owner only an owner',
    },
  },
  'member.grant_money': {
    roles: ['owner', 'head', 'partner_owner'],
    says: {
      ru: 'Открывает деньги сотруднику партнёра и закрывает их',
      en: 'Opens money to an employee of a partner, and closes it',
    },
  },
  'member.remove': {
    roles: ['owner', 'head', 'partner_owner'],
    says: {
      ru: 'Закрывает доступ человеку, с причиной; партнёр – своему сотруднику',
      en: 'Ends a person’s access, with a reason; a partner, that of its own employee',
    },
  },
  'api_key.read': {
    roles: ['owner', 'head'],
    says: { ru: 'Видит ключи API', en: 'Sees API keys' },
  },
  'api_key.create': {
    roles: ['owner', 'head'],
    says: { ru: 'Выпускает ключи API', en: 'Issues API keys' },
  },
  'api_key.revoke': {
    roles: ['owner', 'head'],
    says: { ru: 'Отзывает ключи API', en: 'Revokes API keys' },
  },
  'message.read': {
    roles: ['owner', 'head'],
    says: { ru: 'Видит исходящие письма', en: 'Sees outgoing messages' },
  },
  'message.retry': {
    roles: ['owner', 'head'],
    says: { ru: 'Отправляет неотправленное письмо ещё раз', en: 'Sends a failed message again' },
  },
  'portal.look_as': {
    roles: ['owner', 'head', 'manager'],
    says: {
      ru: 'Смотрит кабинет глазами партнёра: только чтение, с записью в журнал',
      en: 'Looks at the portal with a partner’s eyes: reads only, kept in the journal',
    },
  },
  'audit.read': {
    roles: ['owner', 'head', 'finance', 'analyst'],
    says: { ru: 'Читает журнал и проверяет его цепочку', en: 'Reads the journal and verifies its chain' },
  },
  'audit.export': {
    roles: ['owner', 'head', 'finance'],
    says: { ru: 'Выгружает журнал в файл', en: 'Takes the journal out as a file' },
  },
});
