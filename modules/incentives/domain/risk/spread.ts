/** Nine of ten imagined futures lie above `p10`, half above `p50`, one of ten above `p90`. */
export interface Spread {
  readonly p10: bigint;
  readonly p50: bigint;
  readonly p90: bigint;
  readonly mean: bigint;
}

/** By the nearest rank: every figure named is one that came up. Values are whole numbers. */
export function spreadOf(values: Float64Array): Spread {
  const inOrder = values.toSorted();
  const at = (share: number) => BigInt(inOrder[Math.max(0, Math.ceil(inOrder.length * share) - 1)] ?? 0);
  const sum = values.reduce((total, value) => total + BigInt(value), 0n);
  return {
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    mean: values.length === 0 ? 0n : sum / BigInt(values.length),
  };
}

export interface Bar<K extends string> {
  readonly fromMinor: bigint;
  readonly toMinor: bigint;
  /** How many futures fell between them. */
  readonly runs: Readonly<Record<K, number>>;
}

/** Bars of the same width over everything that came up, for both at once. */
export function barsOf<K extends string>(of: Readonly<Record<K, Float64Array>>, count: number): Bar<K>[] {
  const names = Object.keys(of) as K[];
  const all = names.map((name) => of[name]);
  const least = Math.min(...all.map((values) => values.reduce((a, b) => Math.min(a, b), Infinity)));
  const most = Math.max(...all.map((values) => values.reduce((a, b) => Math.max(a, b), 0)));
  if (!Number.isFinite(least)) return [];
  const width = Math.max(1, Math.ceil((most - least + 1) / count));
  const runs = names.map((name) => {
    const fallen = Array.from({ length: count }, () => 0);
    for (const value of of[name]) {
      const place = Math.min(count - 1, Math.floor((value - least) / width));
      fallen[place] = (fallen[place] ?? 0) + 1;
    }
    return [name, fallen] as const;
  });
  return Array.from({ length: count }, (_none, place) => ({
    fromMinor: BigInt(least + place * width),
    toMinor: BigInt(least + (place + 1) * width),
    runs: Object.fromEntries(runs.map(([name, fallen]) => [name, fallen[place] ?? 0])) as Record<K, number>,
  }));
}
