/** The words a module is made of, in every spelling its files need. */
export interface Names {
  /** `warranties`: the module, its folder, its PostgreSQL schema, its words. */
  readonly module: string;
  /** `warranty`: what its first table holds. */
  readonly noun: string;
  readonly nouns: string;
  /** `Warranty`, `Warranties`. */
  readonly Noun: string;
  readonly Nouns: string;
  /** Of ids: `war`. */
  readonly prefix: string;
  /** Modules it may know besides identity. */
  readonly neighbours: readonly string[];
}

const WORD = /^[a-z][a-z]*$/;

/** @throws naming the word that will not do */
export function namesOf(given: {
  module: string;
  noun: string;
  prefix?: string | undefined;
  neighbours?: readonly string[];
}): Names {
  const { module, noun, prefix = noun.slice(0, 3), neighbours = [] } = given;
  for (const [what, word] of Object.entries({ module, noun, prefix })) {
    if (!WORD.test(word)) throw new Error(`${what} "${word}": one English word in small letters, please`);
  }
  const nouns = plural(noun);
  const big = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return { module, noun, nouns, Noun: big(noun), Nouns: big(nouns), prefix, neighbours };
}

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
