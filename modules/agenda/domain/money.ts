import { divide } from '@mosty/kernel/money';

/** What a partner brought in 90 days, class by class; classes are never summed, the largest speaks for the partner. */
export interface Margin {
  readonly partnerId: string;
  readonly kind: string | null;
  readonly marginMinor: bigint;
}

export interface Money90 {
  /** Not below zero: a partner who costs more than it brings has nothing at stake here, other rules speak of it. */
  of(partnerId: string): bigint;
  /** Median of the partners of this kind who brought something; of all of them where nobody of the kind did. */
  medianOf(kind: string | null): bigint;
  /** Margin in paid money of the whole channel, parts per million. */
  readonly marginPpm: number;
}

export function money90(margins: readonly Margin[], marginPpm: number): Money90 {
  const largest = new Map<string, bigint>();
  const kindOf = new Map<string, string>();
  for (const { partnerId, kind, marginMinor } of margins) {
    const known = largest.get(partnerId) ?? 0n;
    if (marginMinor > known) largest.set(partnerId, marginMinor);
    if (kind !== null && !kindOf.has(partnerId)) kindOf.set(partnerId, kind);
  }
  const brought = [...largest].map(([partnerId, minor]) => ({ kind: kindOf.get(partnerId) ?? null, minor }));
  const medianOf = (some: typeof brought) => median(some.map(({ minor }) => minor));
  const ofAll = medianOf(brought);
  // Asked for every card: found once.
  const ofKind = new Map(
    [...Map.groupBy(brought, ({ kind }) => kind)].map(([kind, some]) => [kind, medianOf(some)]),
  );
  return {
    of: (partnerId) => largest.get(partnerId) ?? 0n,
    medianOf: (kind) => (kind === null ? undefined : ofKind.get(kind)) ?? ofAll,
    marginPpm,
  };
}

function median(values: readonly bigint[]): bigint {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return 0n;
  const lower = sorted[middle - 1];
  return sorted.length % 2 === 1 || lower === undefined
    ? upper
    : divide(lower + upper, 2n, 'half_away_from_zero');
}
