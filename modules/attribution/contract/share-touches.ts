import { shareOut } from '@mosty/kernel/money';
import type { Sharing } from './policy.ts';

const WHOLE_PPM = 1_000_000n;
const DAY_MS = 86_400_000;

/** A click or a lead, as far as sharing looks at it. */
export interface Touched {
  readonly partnerId: string;
  readonly agreementId: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What one partner's touches earned of a sale. */
export interface TouchShare {
  readonly partnerId: string;
  readonly agreementId: string;
  readonly sharePpm: bigint;
  readonly touches: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/**
 * Shares of a sale by its touches, oldest first; they sum to exactly one million ppm (largest remainder). Touches of
 * one agreement are added up. Sorted by share, ties to the earlier first touch.
 */
export function shareTouches(touches: readonly Touched[], sharing: Sharing, until: string): TouchShare[] {
  if (touches.length === 0) return [];
  const ordered = touches.toSorted((a, b) => byText(a.at, b.at) || byText(a.agreementId, b.agreementId));
  const weights = weightsOf(ordered, sharing, until);
  const byAgreement = new Map<string, { weight: bigint; touches: Touched[] }>();
  ordered.forEach((touch, place) => {
    const known = byAgreement.get(touch.agreementId) ?? { weight: 0n, touches: [] };
    known.touches.push(touch);
    byAgreement.set(touch.agreementId, { ...known, weight: known.weight + (weights[place] as bigint) });
  });
  const groups = [...byAgreement.values()];
  const parts = shareOut(
    WHOLE_PPM,
    groups.map(({ weight }) => weight),
  );
  return groups
    .map(({ touches: own }, place) => ({
      partnerId: (own[0] as Touched).partnerId,
      agreementId: (own[0] as Touched).agreementId,
      sharePpm: parts[place] as bigint,
      touches: own.length,
      firstAt: (own[0] as Touched).at,
      lastAt: (own.at(-1) as Touched).at,
    }))
    .sort((a, b) =>
      a.sharePpm === b.sharePpm ? byText(a.firstAt, b.firstAt) : a.sharePpm > b.sharePpm ? -1 : 1,
    );
}

function weightsOf(ordered: readonly Touched[], sharing: Sharing, until: string): bigint[] {
  const last = ordered.length - 1;
  switch (sharing.model) {
    case 'first':
      return ordered.map((_, place) => (place === 0 ? 1n : 0n));
    case 'last':
      return ordered.map((_, place) => (place === last ? 1n : 0n));
    case 'linear':
      return ordered.map(() => 1n);
    case 'position': {
      const [first, end] = [BigInt(sharing.firstPpm), BigInt(sharing.lastPpm)];
      if (last <= 1) return ordered.map(() => 1n);
      const middle = BigInt(last - 1);
      return ordered.map((_, place) =>
        place === 0 ? first * middle : place === last ? end * middle : WHOLE_PPM - first - end,
      );
    }
    case 'time_decay':
      return ordered.map(({ at }) => decayed(at, until, sharing.halfLifeDays));
  }
}

/** Whole days, and parts of a million million, so that the same facts give the same shares on every machine. */
function decayed(at: string, until: string, halfLifeDays: number): bigint {
  const days = Math.max(0, Math.floor((Date.parse(until) - Date.parse(at)) / DAY_MS));
  return BigInt(Math.max(1, Math.round(1e12 * 0.5 ** (days / halfLifeDays))));
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
