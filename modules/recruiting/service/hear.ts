import { nameKey } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { SaidName } from '../domain/read-names.ts';
import { insertMentions, type MentionRecord } from '../store/mentions.ts';
import { addLinks, ensureNames } from '../store/names.ts';

/** One name said once; everything of the mention but what writing it down decides. */
export interface Heard extends Omit<MentionRecord, 'id' | 'nameId' | 'link'> {
  readonly name: SaidName;
}

/**
 * Writes mentions down. Each spelling is a name of its own until a person merges it; only letter case, quotes and spaces
 * do not make another.
 */
export async function hear(tx: Tx, heard: readonly Heard[]): Promise<MentionRecord[]> {
  const spellings = new Map<string, { id: MentionRecord['nameId']; spoken: string; key: string }>();
  for (const { name } of heard) {
    const key = nameKey(name.spoken);
    if (!spellings.has(key)) spellings.set(key, { id: tx.id('heard_name'), spoken: name.spoken, key });
  }
  const names = await ensureNames(tx, [...spellings.values()]);
  const mentions = heard.map(({ name, ...mention }): MentionRecord => {
    const known = names.get(nameKey(name.spoken));
    if (!known) throw new Error('a name was neither written nor found');
    return { ...mention, id: tx.id('mention'), nameId: known.id, link: name.link };
  });
  await insertMentions(tx, mentions);
  await addLinks(
    tx,
    mentions.flatMap(({ nameId, link }) => (link === null ? [] : [{ id: nameId, link }])),
  );
  return mentions;
}
