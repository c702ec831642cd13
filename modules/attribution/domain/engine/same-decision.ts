import type { Decision, Lost, Step } from './decision.ts';

/** A part as it stands and as it would be; what money depends on. */
export interface PartKey {
  readonly agreementId: string;
  readonly role: string;
  readonly leads: boolean;
  readonly sharePpm: number;
  readonly capMinor: number | null;
}

export function samePart(a: PartKey, b: PartKey): boolean {
  return (
    a.agreementId === b.agreementId &&
    a.role === b.role &&
    a.leads === b.leads &&
    a.sharePpm === b.sharePpm &&
    a.capMinor === b.capMinor
  );
}

interface Told {
  readonly kind: string;
  readonly rule: string | null;
  readonly steps: readonly Step[];
  readonly lost: readonly Lost[];
}

const NOTHING_TOLD: Told = { kind: 'direct', rule: null, steps: [], lost: [] };

/** Whether the new decision says the same as the one that stands, word for word. */
export function saysTheSame(standing: Told | undefined, decision: Decision): boolean {
  const was = standing ?? NOTHING_TOLD;
  const rule = decision.kind === 'direct' ? null : decision.rule;
  if (was.kind !== decision.kind || was.rule !== rule) return false;
  // A direct sale with nobody to explain it to is not kept, so its steps were never told.
  if (!standing) return decision.lost.length === 0 && !decision.steps.some(({ rule: by }) => by === 'ruling');
  return (
    textOf(was.steps) === textOf(decision.steps) &&
    textOf(was.lost.map(plain)) === textOf(decision.lost.map(plain))
  );
}

const plain = ({ partnerId, rule, reason }: Lost) => ({ partnerId, rule, reason });

/** Kept as jsonb, keys come back in another order. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
