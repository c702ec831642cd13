import type { Language } from '../contract/me.ts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

interface Invitation {
  readonly name: string;
  readonly workspace: string;
  readonly invitedBy: string | null;
  readonly link: string;
  readonly days: number;
}

/** Plain text: it reads the same everywhere, and a link in it is what it seems to be. */
export function invitationLetter(language: Language, about: Invitation): Letter {
  const { name, workspace, invitedBy, link, days } = about;
  if (language === 'en') {
    return {
      subject: `You are invited to ${workspace}`,
      text: `Hello, ${name}!

${invitedBy ?? 'The team'} invites you to work with partners in ${workspace}.
Open the link and choose a password:

${link}

The link works once, for ${days} days. If you did not expect this letter, just leave it.
`,
    };
  }
  return {
    subject: `Приглашение в «${workspace}»`,
    text: `Здравствуйте, ${name}!

${invitedBy ?? 'Команда'} приглашает вас работать с партнёрами компании «${workspace}».
Откройте ссылку и придумайте пароль:

${link}

Ссылка сработает один раз, в течение ${days} дней. Если вы не ждали этого письма, ничего делать не нужно.
`,
  };
}

export function signInLetter(language: Language, link: string, minutes: number): Letter {
  if (language === 'en') {
    return {
      subject: 'Your link to sign in to Mosty',
      text: `Open the link to sign in:

${link}

It works once, for ${minutes} minutes. If it was not you who asked, leave it: without the link nobody gets in.
`,
    };
  }
  return {
    subject: 'Ссылка для входа в Mosty',
    text: `Откройте ссылку, чтобы войти:

${link}

Она сработает один раз, в течение ${minutes} минут. Если вы её не просили, ничего не делайте: без ссылки никто не войдёт.
`,
  };
}

export function passwordLetter(language: Language, link: string, minutes: number): Letter {
  if (language === 'en') {
    return {
      subject: 'A new password for Mosty',
      text: `Open the link to choose a new password:

${link}

It works once, for ${minutes} minutes. All devices will be signed out. If it was not you who asked, leave it: the old password stays.
`,
    };
  }
  return {
    subject: 'Новый пароль для Mosty',
    text: `Откройте ссылку, чтобы придумать новый пароль:

${link}

Она сработает один раз, в течение ${minutes} минут. После смены пароля все устройства будут отключены. Если вы об этом не просили, ничего не делайте: старый пароль останется.
`,
  };
}

/** Sent after the fact, so that a stranger's change does not stay unnoticed. */
export function securityLetter(
  language: Language,
  what: 'password' | 'totp_off' | 'passkey',
  when: string,
): Letter {
  const ru = {
    password: 'пароль для входа изменён',
    totp_off: 'вход по коду из приложения отключён',
    passkey: 'добавлен новый ключ доступа (passkey)',
  };
  const en = {
    password: 'your password was changed',
    totp_off: 'sign-in codes from the app were turned off',
    passkey: 'a new passkey was added',
  };
  if (language === 'en') {
    return {
      subject: `Mosty: ${en[what]}`,
      text: `${when}: ${en[what]}.

If it was you, nothing needs to be done. If not, ask for a new password on the sign-in page at once and tell the owner of the company.
`,
    };
  }
  return {
    subject: `Mosty: ${ru[what]}`,
    text: `${when}: ${ru[what]}.

Если это были вы, ничего делать не нужно. Если нет, сразу запросите новый пароль на странице входа и сообщите собственнику компании.
`,
  };
}
