import { nameKey } from './fold.ts';

export interface Tagged {
  readonly memberId: string;
  readonly tag: string;
  readonly tagKey: string;
}

/** One thing once, however it is spelt: the first spelling stays. */
export function tagsByKey(tags: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const tag of tags) {
    const key = nameKey(tag).slice(0, 60);
    if (!found.has(key)) found.set(key, tag);
  }
  return found;
}

/** Who knows the partner's world: whoever knows more of it comes first; among equals those who answer for it already. */
export function guidesOf(
  world: ReadonlySet<string>,
  team: readonly Tagged[],
  faces: ReadonlySet<string>,
): { memberId: string; matches: string[]; isFace: boolean }[] {
  const known = team.filter(({ tagKey }) => world.has(tagKey));
  return [...Map.groupBy(known, ({ memberId }) => memberId)]
    .map(([memberId, own]) => ({
      memberId,
      matches: own.map(({ tag }) => tag),
      isFace: faces.has(memberId),
    }))
    .toSorted(
      (a, b) =>
        b.matches.length - a.matches.length ||
        Number(b.isFace) - Number(a.isFace) ||
        a.memberId.localeCompare(b.memberId),
    );
}
