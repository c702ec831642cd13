import { fold } from './fold.ts';

/** What a client is recognised by, the surest first. */
export const KEY_KINDS = ['tax_number', 'domain', 'email', 'phone', 'name', 'person'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

export interface ClientKey {
  readonly kind: KeyKind;
  readonly key: string;
}

/** What is known of a company and of the person one speaks with there. */
export interface Described {
  readonly name?: string | null | undefined;
  readonly externalId?: string | null | undefined;
  readonly taxNumber?: string | null | undefined;
  readonly site?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly person?: string | null | undefined;
}

/** One spelling for many of everything a client may be recognised by; the same client gives the same keys for ever. */
export function clientKeys(client: Described): ClientKey[] {
  const email = emailKey(client.email);
  const domains = new Set([domainKey(client.site), workDomain(email)]);
  return [
    ...key('tax_number', (client.taxNumber ?? '').toUpperCase().replace(/[^0-9A-Z]/g, '')),
    ...[...domains].flatMap((domain) => key('domain', domain)),
    ...key('email', email),
    ...key('phone', phoneKey(client.phone)),
    // A client that is known by its number only has no name to be like.
    ...key('name', client.name === client.externalId ? '' : companyKey(client.name)),
    ...key('person', personKey(client.person)),
  ];
}

const KEY_CHARACTERS_MAX = 300;

function key(kind: KeyKind, text: string): ClientKey[] {
  return text === '' ? [] : [{ kind, key: text.slice(0, KEY_CHARACTERS_MAX).toWellFormed() }];
}

/** Folded as `fold` writes them: «ООО» is «o», «LLC» is «lk». They tell nothing of who it is. */
const LEGAL_FORMS = new Set(
  ['ООО', 'ОАО', 'ЗАО', 'ПАО', 'АО', 'ИП', 'ТОО', 'LLC', 'Ltd', 'Inc', 'GmbH', 'Corp', 'Limited'].map(fold),
);

function companyKey(name: string | null | undefined): string {
  const words = fold(name ?? '').split(' ');
  const telling = words.filter((word) => !LEGAL_FORMS.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** «Иван Петров» and «Петров Иван» are one; a first name alone is nobody. */
function personKey(person: string | null | undefined): string {
  const words = fold(person ?? '').split(' ');
  return words.length < 2 ? '' : words.toSorted().join(' ');
}

/** The last ten digits: +7 916…, 8 (916)… and 916… are one number. */
function phoneKey(phone: string | null | undefined): string {
  const digits = (phone ?? '').replace(/\D/g, '');
  return digits.length < 7 ? '' : digits.slice(-10);
}

function emailKey(email: string | null | undefined): string {
  const [box = '', host = ''] = (email ?? '').trim().toLowerCase().split('@');
  return host === '' ? '' : `${box.replace(/\+.*$/, '')}@${host}`;
}

function domainKey(site: string | null | undefined): string {
  const text = (site ?? '').trim().toLowerCase();
  if (text === '') return '';
  const address = /^[a-z]+:\/\//.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return '';
  const host = new URL(address).hostname.replace(/^www\./, '');
  return host.includes('.') && !EVERYBODYS.has(host) ? host : '';
}

/** Of a work address; a box at a public mail service says nothing of the company. */
function workDomain(email: string): string {
  return email === '' ? '' : domainKey(email.split('@')[1]);
}

/** Where people of any company have their mail or page. */
const EVERYBODYS = new Set([
  'mail.ru',
  'bk.ru',
  'inbox.ru',
  'list.ru',
  'internet.ru',
  'yandex.ru',
  'ya.ru',
  'yandex.com',
  'rambler.ru',
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'icloud.com',
  'me.com',
  'yahoo.com',
  'proton.me',
  'protonmail.com',
  'vk.com',
  'vk.ru',
  't.me',
  'telegram.me',
  'instagram.com',
  'facebook.com',
  'taplink.cc',
  'avito.ru',
  'tilda.ws',
  'wixsite.com',
  'github.io',
]);
