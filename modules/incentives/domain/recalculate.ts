import type { AccrualKind, AccrualSubject, NewAccrual, StoredAccrual } from './accrual.ts';
import { lifeAtBirth } from './life.ts';
import { mend, type Beside, type Why } from './take-back.ts';
import type { World } from './accrue.ts';

/** What one part of a sale has earned, and what it would earn if it were priced now. */
export interface Recalculated {
  readonly subject: AccrualSubject;
  readonly kind: AccrualKind;
  readonly currency: string;
  readonly wasMinor: bigint;
  readonly becomesMinor: bigint;
  /** Null: nothing was accrued for it yet. */
  readonly stored: StoredAccrual | null;
  /** Null: it takes no part any more, or the terms do not pay it. */
  readonly priced: NewAccrual | null;
  /** Corrections that count into `wasMinor`. */
  readonly corrections: readonly StoredAccrual[];
}

const keyOf = (row: Pick<NewAccrual, 'saleId' | 'participantId' | 'kind'>) =>
  `${row.saleId} ${row.participantId} ${row.kind}`;

/** Compares what stands (without clawbacks) with what the rules say now; only what differs. */
export function compareWithRules(
  stored: readonly StoredAccrual[],
  priced: readonly NewAccrual[],
): Recalculated[] {
  const corrections = Map.groupBy(
    stored.filter((row) => row.kind === 'correction'),
    (row) => row.reversesAccrualId,
  );
  const standing = stored.filter(
    (row) =>
      (row.kind === 'commission' || row.kind === 'bonus') &&
      !corrections.get(row.id)?.some((other) => other.isReversal),
  );
  const byKey = new Map(standing.map((row) => [keyOf(row), row]));
  const toPriced = priced.map((row) => [byKey.get(keyOf(row)) ?? null, row] as const);
  const pricedKeys = new Set(priced.map(keyOf));
  const gone = standing.filter((row) => !pricedKeys.has(keyOf(row))).map((row) => [row, null] as const);
  return [...toPriced, ...gone].flatMap(([row, to]) => {
    const one = row ?? to;
    if (!one) return [];
    const mended = (row && corrections.get(row.id)) ?? [];
    const wasMinor = mended.reduce((sum, other) => sum + other.amountMinor, row?.amountMinor ?? 0n);
    const becomesMinor = to?.amountMinor ?? 0n;
    if (row && wasMinor === becomesMinor) return [];
    const { kind, currency } = one;
    return [
      { subject: one, kind, currency, wasMinor, becomesMinor, stored: row, priced: to, corrections: mended },
    ];
  });
}

/** The entry that posts the difference. A part that was not accrued yet is accrued now. */
export function entryFor(
  one: Recalculated,
  why: Why,
  world: Pick<World, 'now' | 'periodOf'>,
): Beside | { row: NewAccrual } | null {
  const { stored, priced, wasMinor, becomesMinor, corrections } = one;
  if (!stored) return priced && { row: priced };
  const entry = mend(
    stored,
    { wasMinor, becomesMinor, code: 'recalculated' },
    why,
    world.periodOf(stored.effectiveAt),
  );
  const measured = corrections.reduce((total, row) => total + row.tallyMicro, stored.tallyMicro);
  const counted = corrections.reduce((total, row) => total + row.tallyCount, stored.tallyCount);
  const row: NewAccrual = {
    ...entry.row,
    tallyMicro: (priced?.tallyMicro ?? 0n) - measured,
    tallyCount: (priced?.tallyCount ?? 0) - counted,
  };
  // It had no terms, so nobody has validated anything: the terms that pay it now say how long to wait.
  if (stored.schemeVersionId !== null || !priced) return { ...entry, row };
  const { schemeVersionId, approval, maturesOn } = priced;
  const fresh = { ...row, schemeVersionId, approval, maturesOn, ...lifeAtBirth(priced, world.now) };
  return { ...entry, row: fresh, lies: fresh.state };
}
