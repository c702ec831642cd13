import { POINTS, type Difference, type Expectations, type Promised, type Run } from '../contract/version.ts';
import { exclusivityText } from './body.ts';

type Body = Omit<Expectations, 'promises'> & { readonly promises: readonly Promised[] };

/** What changed between two versions, as a reader would mark it in the margin. */
export function compareBodies(from: number, before: Body, to: number, after: Body): Difference {
  return {
    from,
    to,
    points: POINTS.map((point) => ({
      point,
      changed: before[point] !== after[point],
      runs: compareWords(before[point], after[point]),
    })),
    exclusivity: compareExclusivity(before.exclusivity ?? null, after.exclusivity ?? null),
    promises: comparePromises(before.promises, after.promises),
  };
}

function compareExclusivity(
  before: Difference['exclusivity']['before'],
  after: Difference['exclusivity']['after'],
): Difference['exclusivity'] {
  const text = (one: typeof before) => JSON.stringify(one && exclusivityText(one));
  return { changed: text(before) !== text(after), before, after };
}

/** Runs of words that stayed, went or came, by the longest common subsequence of words. */
export function compareWords(before: string, after: string): Run[] {
  const a = words(before);
  const b = words(after);
  const kept = commonLengths(a, b);
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(runs, 'same', a[i] ?? '');
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || at(kept, i + 1, j) >= at(kept, i, j + 1))) {
      push(runs, 'removed', a[i] ?? '');
      i += 1;
    } else {
      push(runs, 'added', b[j] ?? '');
      j += 1;
    }
  }
  return runs;
}

/** Words with the spaces after them, so that joining gives the text back. */
function words(text: string): string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? [];
}

/** `kept[i][j]`: how many words the tails from `i` and `j` have in common. A page of text is some 700 words. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const kept = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = kept[i];
    if (!row) continue;
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(kept, i + 1, j + 1) + 1 : Math.max(at(kept, i + 1, j), at(kept, i, j + 1));
    }
  }
  return kept;
}

function at(kept: readonly Uint16Array[], i: number, j: number): number {
  return kept[i]?.[j] ?? 0;
}

function push(runs: Run[], change: Run['change'], text: string): void {
  const last = runs.at(-1);
  if (last?.change === change) last.text += text;
  else runs.push({ change, text });
}

export function samePromise(a: Promised, b: Promised): boolean {
  return a.side === b.side && a.words === b.words && a.dueOn === b.dueOn;
}

/** In the order of the later version, what went at the end. A promise said twice counts twice. */
function comparePromises(before: readonly Promised[], after: readonly Promised[]): Difference['promises'] {
  const left = [...before];
  const now = after.map((promise) => {
    const place = left.findIndex((one) => samePromise(one, promise));
    if (place >= 0) left.splice(place, 1);
    return { change: place >= 0 ? ('same' as const) : ('added' as const), ...promise };
  });
  return [...now, ...left.map((promise) => ({ change: 'removed' as const, ...promise }))];
}
