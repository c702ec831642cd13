import { fold } from '@mosty/directory';
import type { Tx } from '@mosty/kernel/context';
import type { NameLikeness } from '../contract/names.ts';
import { alikePairs } from '../domain/alike.ts';
import { handleOf, linkKey } from '../domain/link-key.ts';
import { weighedNames } from '../store/influence.ts';
import { apartPairs } from '../store/names.ts';

/** Names that may be one, surest first; pairs a person kept apart are not proposed again. */
export async function alikeNames(tx: Tx): Promise<NameLikeness[]> {
  const names = await weighedNames(tx, {});
  const apart = await apartPairs(tx);
  const briefs = new Map(names.map(({ id, spoken, speakers }) => [id as string, { id, spoken, speakers }]));
  // A name that was merged before is looked for under each of its spellings.
  const spellings = names.flatMap(({ id, spoken, aliases, links }) =>
    [spoken, ...aliases.map((alias) => alias.spoken)].map((text) => ({
      id,
      folded: fold(text),
      links: links.map(linkKey),
      handles: links.flatMap((link) => handleOf(link) ?? []).map(fold),
    })),
  );
  return alikePairs(spellings).flatMap(({ oneId, otherId, why }) => {
    const [one, other] = [briefs.get(oneId), briefs.get(otherId)];
    return one && other && !apart.has(`${oneId} ${otherId}`) ? [{ one, other, why }] : [];
  });
}
