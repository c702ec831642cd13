import type { Tx } from '@mosty/kernel/context';
import { PREFIXES, type Noun } from '@mosty/kernel/id';
import { namesOfApiKeys } from '../store/api-keys.ts';
import { namesOfInvitations } from '../store/invitations.ts';
import { namesOfMembers } from '../store/members.ts';

/** Names of things by id. What is not there (any more), or not for this reader, is left out. */
export type FindNames = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const known = new Map<string, FindNames>();

/**
 * Tells how things of a noun are called, so that the journal, which keeps opaque ids only, can be read by people.
 * @throws when the noun was told already
 */
export function defineNames(noun: Noun, find: FindNames): void {
  const prefix = PREFIXES[noun];
  if (known.has(prefix)) throw new Error(`names of ${noun} are defined twice`);
  known.set(prefix, find);
}

export async function namesOf(tx: Tx, ids: Iterable<string>): Promise<Map<string, string>> {
  const byPrefix = Map.groupBy(new Set(ids), (id) => id.slice(0, Math.max(0, id.indexOf('_'))));
  const names = new Map<string, string>();
  for (const [prefix, some] of byPrefix) {
    for (const [id, name] of (await known.get(prefix)?.(tx, some)) ?? []) names.set(id, name);
  }
  return names;
}

defineNames('member', namesOfMembers);
defineNames('api_key', namesOfApiKeys);
defineNames('invitation', namesOfInvitations);
