const KEY_CHARACTERS_MAX = 256;

/** The letters keys are compared by: a poster says «МАРТ», a hand types «март». */
export function linkKey(key: string): string {
  return key.normalize('NFKC').trim().toLowerCase().slice(0, KEY_CHARACTERS_MAX).toWellFormed();
}

interface Named {
  readonly key: string;
  readonly destination: string;
  readonly medium: string;
  readonly campaign: string | null;
  readonly content: string | null;
  readonly erid: string | null;
}

/** What a visitor's own query may bring along untouched: counters and the advertising register rely on them. */
export const PASSED_THROUGH = ['yclid', 'erid', '_openstat'] as const;

/**
 * Where a link leads: the destination with its own query, the marks of the Russian convention and whose link it was
 * (`p`). What the destination says by itself is not said twice; what the visitor brought is passed on.
 */
export function addressOf(link: Named, brought: Iterable<readonly [string, string]> = []): string {
  const url = new URL(link.destination);
  const marks: readonly (readonly [string, string | null])[] = [
    ['utm_source', 'partner'],
    ['utm_medium', link.medium],
    ['utm_campaign', link.campaign],
    ['utm_content', link.content],
    ['p', link.key],
    ['erid', link.erid],
  ];
  for (const [name, value] of marks)
    if (value !== null && !url.searchParams.has(name)) url.searchParams.set(name, value);
  for (const [name, value] of brought)
    if ((PASSED_THROUGH as readonly string[]).includes(name) && value !== '')
      url.searchParams.set(name, value);
  return url.href;
}
