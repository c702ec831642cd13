import { LIKENESS, type Likeness } from '../contract/names.ts';

export interface Spelling {
  readonly id: string;
  /** As search folds it: one alphabet, sounds written one way. */
  readonly folded: string;
  /** Keys of its addresses. */
  readonly links: readonly string[];
  /** Under which it writes at those addresses, folded. */
  readonly handles: readonly string[];
}

export interface AlikePair {
  readonly oneId: string;
  readonly otherId: string;
  readonly why: Likeness;
}

/** Half of the letters in threes: «Оптовик Денис» and «Оптовик Дэнис» are .8, «Денис Опт» and «Борис Опт» .4. */
const CLOSE = 0.6;
/** A piece of writing that so many share («канал», «клуб») tells nobody apart. */
const SHARED_MAX = 60;

/**
 * Pairs of spellings that may be one name, each with its strongest reason. Only proposes: two people may be called
 * alike, and a person decides.
 */
export function alikePairs(spellings: readonly Spelling[]): AlikePair[] {
  const found = new Map<string, AlikePair>();
  const met = (one: Spelling, other: Spelling, why: Likeness) => {
    if (one.id === other.id) return;
    const [oneId, otherId] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
    const key = `${oneId} ${otherId}`;
    const known = found.get(key);
    if (!known || LIKENESS.indexOf(why) < LIKENESS.indexOf(known.why))
      found.set(key, { oneId, otherId, why });
  };
  sharing(spellings, (one) => one.links, 'same_link', met);
  sharing(spellings, handles, 'handle', met);
  sharing(spellings, (one) => [squeezed(one.folded)], 'sounds_same', met);
  sharing(spellings, (one) => [wordsOf(one.folded).toSorted().join(' ')], 'other_order', met);
  nearby(spellings, met);
  return [...found.values()].toSorted(
    (a, b) =>
      LIKENESS.indexOf(a.why) - LIKENESS.indexOf(b.why) ||
      (`${a.oneId} ${a.otherId}` < `${b.oneId} ${b.otherId}` ? -1 : 1),
  );
}

type Meet = (one: Spelling, other: Spelling, why: Likeness) => void;

const wordsOf = (folded: string) => folded.split(' ').filter(Boolean);
/** Without spaces: «Опт Денис» is «ОптДенис». */
const squeezed = (folded: string) => folded.replaceAll(' ', '');

/** A handle is written in Latin and run together; so is a name that is folded. */
function handles(one: Spelling): string[] {
  return [...new Set([...one.handles, one.folded].map(squeezed))].filter((key) => key.length >= 4);
}

function sharing(
  all: readonly Spelling[],
  keysOf: (one: Spelling) => readonly string[],
  why: Likeness,
  met: Meet,
): void {
  for (const group of groups(all, keysOf).values()) {
    for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) met(one, other, why);
  }
}

function groups(all: readonly Spelling[], keysOf: (one: Spelling) => readonly string[]) {
  const by = new Map<string, Spelling[]>();
  for (const one of all)
    for (const key of new Set(keysOf(one))) if (key) by.set(key, [...(by.get(key) ?? []), one]);
  return new Map([...by].filter(([, group]) => group.length > 1 && group.length <= SHARED_MAX));
}

/** All words of one are among the other's («Денис» alone is too little), or most of the letters in threes are the same. */
function nearby(all: readonly Spelling[], met: Meet): void {
  const triplets = new Map(all.map((one) => [one.id, tripletsOf(one.folded)]));
  const shared = new Map<string, { one: Spelling; other: Spelling; count: number }>();
  for (const group of groups(all, (one) => [...(triplets.get(one.id) ?? [])]).values()) {
    for (const [at, one] of group.entries()) {
      for (const other of group.slice(at + 1)) {
        const key = `${one.id} ${other.id}`;
        const pair = shared.get(key) ?? { one, other, count: 0 };
        pair.count += 1;
        shared.set(key, pair);
      }
    }
  }
  for (const { one, other, count } of shared.values()) {
    if (isPart(wordsOf(one.folded), wordsOf(other.folded))) met(one, other, 'part');
    const sum = (triplets.get(one.id)?.size ?? 0) + (triplets.get(other.id)?.size ?? 0);
    if ((2 * count) / sum >= CLOSE) met(one, other, 'close');
  }
}

function isPart(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
  const letters = fewer.join('').length;
  return (fewer.length > 1 || letters >= 6) && fewer.every((word) => more.includes(word));
}

function tripletsOf(folded: string): Set<string> {
  return new Set(
    wordsOf(folded).flatMap((word) => {
      const padded = ` ${word} `;
      return Array.from({ length: Math.max(0, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
    }),
  );
}
