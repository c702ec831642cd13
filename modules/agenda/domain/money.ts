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
  const byKind = new Map<string, bigint[]>();
  const all: bigint[] = [];
  for (const { partnerId, marginMinor } of margins) {
    const known = largest.get(partnerId) ?? 0n;
    if (marginMinor > known) largest.set(partnerId, marginMinor);
  }
  for (const [partnerId, marginMinor] of largest) {
    all.push(marginMinor);
    const kind = margins.find((one) => one.partnerId === partnerId && one.kind !== null)?.kind;
    if (kind) byKind.set(kind, [...(byKind.get(kind) ?? []), marginMinor]);
  }
  return {
    of: (partnerId) => largest.get(partnerId) ?? 0n,
    medianOf: (kind) => median(byKind.get(kind ?? '') ?? all),
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
