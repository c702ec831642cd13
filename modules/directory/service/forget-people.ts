import { addressesAtWork, findWorkspace, forgetMessagesTo, forgetPeopleOf } from '@mosty/identity';
import type { Tx } from '@mosty/kernel/context';
import { forgetAnswers } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { contactsOfOthers, facesEverOf, forgetFacesOf } from '../store/forget-people.ts';
import { lockPartner, savePartners } from '../store/partners.ts';

/** Who is forgotten, by everything another module may know them by. */
export interface Forgotten {
  readonly partnerId: Id<'partner'>;
  /** Ids of members and invitations. */
  readonly memberIds: readonly string[];
  readonly names: readonly string[];
  /** Without those that also lead to somebody who is not forgotten. In small letters. */
  readonly emails: readonly string[];
  /** As they were written; without those of others, however written. */
  readonly phones: readonly string[];
  /** The name that stands instead of theirs. */
  readonly called: string;
}
export type Forget = (tx: Tx, who: Forgotten) => Promise<void>;

const known = new Map<string, Forget>();

/**
 * Tells how a module forgets the people of a partner. Who keeps their names stands above the directory, and arrows do not
 * point up: so those who keep them say it here, and all of them are asked at once.
 * @throws when the module told it already
 */
export function defineForgetting(module: string, forget: Forget): void {
  if (known.has(module)) throw new Error(`${module} forgets people twice`);
  known.set(module, forget);
}

/** Stands where a name stood, in the company's language. */
const CALLED = { ru: 'имя удалено', en: 'name erased' } as const;

/**
 * Erases the people of a partner: who spoke for it, who signed in, how they were reached. The partner itself, its money
 * and what was signed stay: the books and the law ask for them. Whoever calls has asked whether the day has come.
 */
export async function forgetPeople(
  tx: Tx,
  partnerId: Id<'partner'>,
  reason: string,
): Promise<{ faces: number; people: number }> {
  const partner = await lockPartner(tx, partnerId);
  if (!partner) return { faces: 0, people: 0 };
  const called = CALLED[(await findWorkspace(tx))?.language ?? 'ru'];
  const faces = await facesEverOf(tx, partnerId);
  const contacts = [...faces, partner];
  const people = await forgetPeopleOf(tx, partnerId, { called, reason });
  const own = await onlyTheirs(tx, partnerId, {
    emails: [...contacts, ...people].flatMap(({ email }) => email ?? []),
    phones: contacts.flatMap(({ phone }) => phone ?? []),
  });
  await forgetMessagesTo(tx, own.emails);
  await forgetFacesOf(tx, partnerId, called);
  await savePartners(tx, [{ ...partner, email: null, phone: null, note: null }]);
  const who: Forgotten = {
    partnerId,
    called,
    memberIds: people.map(({ id }) => id),
    names: [...new Set([...faces, ...people].map(({ name }) => name))],
    ...own,
  };
  for (const forget of known.values()) await forget(tx, who);
  // A first name alone is anybody's: only what surely stands for them is looked for in answers.
  const telling = who.names.filter((name) => name.includes(' '));
  await forgetAnswers(tx, [...telling, ...who.emails, ...who.phones]);
  return { faces: faces.length, people: people.length };
}

/** One person may speak for two partners, and one office telephone may be everybody's: what leads to others too is theirs to keep. */
async function onlyTheirs(
  tx: Tx,
  partnerId: Id<'partner'>,
  known: { readonly emails: readonly string[]; readonly phones: readonly string[] },
): Promise<Pick<Forgotten, 'emails' | 'phones'>> {
  const emails = [...new Set(known.emails.map((email) => email.toLowerCase()))].filter(Boolean);
  const phones = [...new Set(known.phones)];
  const others = await contactsOfOthers(tx, partnerId, { emails, phones });
  const kept = new Set([...others.emails, ...(await addressesAtWork(tx, emails))]);
  return {
    emails: emails.filter((email) => !kept.has(email)),
    phones: phones.filter((phone) => !others.phones.includes(phone)),
  };
}
