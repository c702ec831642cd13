import type { Id } from '@mosty/kernel/id';
import type { Instant, Month } from '@mosty/kernel/time';
import { line } from '../contract/explanation.ts';
import { PLAIN, type AccrualState, type NewAccrual, type StoredAccrual } from './accrual.ts';
import { baseReturned, clawbackLine, clawedBack } from './clawback.ts';
import { isOpen, lifeBeside } from './life.ts';

/** A row that takes from or mends another, and the state in which its money is entered. */
export interface Beside {
  readonly row: NewAccrual;
  readonly lies: AccrualState;
  readonly of: StoredAccrual;
}

export interface SaleRefund {
  readonly id: Id<'refund'>;
  readonly occurredAt: Instant;
  readonly amountMicro: bigint;
}

/** An accrual of a sale with what refunds took from it so far. */
export interface Clawable {
  readonly accrual: StoredAccrual;
  readonly saleMicro: bigint;
  readonly returnedMicro: bigint;
  readonly takenMinor: bigint;
  /** None of what was taken so far is in a payout. */
  readonly takenIsOpen: boolean;
}

export interface ClawedBack {
  readonly rows: readonly Beside[];
  /** Everything was returned before it was paid: the accrual and what was taken from it are both settled. */
  readonly closes: boolean;
}

/** Takes the share of each refund back, in their order. Nothing to take and nothing counted: nothing to write down. */
export function clawBack(
  { accrual, saleMicro, takenIsOpen, ...before }: Clawable,
  refunds: readonly SaleRefund[],
  periodOf: (at: Instant) => Month,
): ClawedBack {
  if (accrual.amountMinor === 0n && accrual.tallyMicro === 0n && accrual.tallyCount === 0)
    return { rows: [], closes: false };
  let { returnedMicro, takenMinor } = before;
  const rows = refunds.map((refund): NewAccrual => {
    const was = returnedMicro;
    returnedMicro += refund.amountMicro;
    const returned = {
      earnedMinor: accrual.amountMinor,
      saleMicro,
      returnedMicro,
      takenBeforeMinor: takenMinor,
    };
    const amountMinor = clawedBack(returned);
    takenMinor -= amountMinor;
    const completes = was < saleMicro && returnedMicro >= saleMicro;
    return {
      ...beside(accrual, amountMinor),
      kind: 'clawback',
      refundId: refund.id,
      baseMicro: baseReturned(accrual.baseMicro, saleMicro, was, returnedMicro),
      ratePpm: accrual.ratePpm,
      explanation: { lines: [clawbackLine(returned, amountMinor)] },
      tallyMicro: baseReturned(accrual.tallyMicro, saleMicro, was, returnedMicro),
      tallyCount: completes ? -accrual.tallyCount : 0,
      effectiveAt: refund.occurredAt,
      period: periodOf(refund.occurredAt),
    };
  });
  const isReturned = returnedMicro >= saleMicro && takenMinor === accrual.amountMinor;
  const closes = rows.length > 0 && isReturned && isOpen(accrual) && takenIsOpen;
  return { rows: rows.map((row) => settled(row, accrual, closes)), closes };
}

/** Takes an accrual back whole because its sale or refund itself was taken back. */
export function reverse(accrual: StoredAccrual, why: Why, period: Month): Beside {
  const amountMinor = -accrual.amountMinor;
  const row: NewAccrual = {
    ...beside(accrual, amountMinor),
    kind: 'correction',
    isReversal: true,
    baseMicro: -accrual.baseMicro,
    ratePpm: accrual.ratePpm,
    explanation: { lines: [line('reversal', { amountMinor: Number(amountMinor) })] },
    tallyMicro: -accrual.tallyMicro,
    tallyCount: -accrual.tallyCount,
    effectiveAt: accrual.effectiveAt,
    period,
    author: why.author,
    reason: why.reason,
  };
  return settled(row, accrual, isOpen(accrual));
}

/**
 * Which rows of a sale (or of refunds) are to be taken back so that nothing of them is left: those not taken back yet,
 * except an accrual that was returned in full and what refunds took from it, which settle each other. When one of
 * those refunds was itself taken back they do not any more.
 */
export function notTakenBack(rows: readonly StoredAccrual[]): StoredAccrual[] {
  const byId = new Map<string, StoredAccrual>(rows.map((row) => [row.id, row]));
  const takenBack = new Set<string | null>(
    rows.filter((row) => row.isReversal).map((row) => row.reversesAccrualId),
  );
  const broken = new Set<string | null>(
    rows
      .filter((row) => row.kind === 'clawback' && takenBack.has(row.id))
      .map((row) => row.reversesAccrualId),
  );
  const isSettled = (row: StoredAccrual) => {
    const root = row.kind === 'clawback' && row.reversesAccrualId ? byId.get(row.reversesAccrualId) : row;
    return root?.state === 'reversed' && !broken.has(root.id);
  };
  return rows.filter((row) => !row.isReversal && !takenBack.has(row.id) && !isSettled(row));
}

export interface Why {
  readonly author: string;
  readonly reason: string;
}

export interface Difference {
  readonly wasMinor: bigint;
  readonly becomesMinor: bigint;
  readonly code: 'correction' | 'recalculated';
}

/** Mends an accrual by the difference between what it is and what it should be. */
export function mend(accrual: StoredAccrual, difference: Difference, why: Why, period: Month): Beside {
  const { wasMinor, becomesMinor, code } = difference;
  const amountMinor = becomesMinor - wasMinor;
  const params = {
    wasMinor: Number(wasMinor),
    becomesMinor: Number(becomesMinor),
    amountMinor: Number(amountMinor),
  };
  const row: NewAccrual = {
    ...beside(accrual, amountMinor),
    kind: 'correction',
    baseMicro: accrual.baseMicro,
    ratePpm: null,
    explanation: { lines: [line(code, params)] },
    tallyMicro: 0n,
    tallyCount: 0,
    effectiveAt: accrual.effectiveAt,
    period,
    author: why.author,
    reason: why.reason,
  };
  return settled(row, accrual, false);
}

function beside(accrual: StoredAccrual, amountMinor: bigint) {
  return {
    ...PLAIN,
    saleId: accrual.saleId,
    refundId: accrual.refundId,
    participantId: accrual.participantId,
    partnerId: accrual.partnerId,
    agreementId: accrual.agreementId,
    class: accrual.class,
    role: accrual.role,
    sharePpm: accrual.sharePpm,
    reversesAccrualId: accrual.id,
    feeFor: accrual.feeFor,
    schemeVersionId: accrual.schemeVersionId,
    currency: accrual.currency,
    amountMinor,
    rounding: accrual.rounding,
    approval: accrual.approval,
    maturesOn: accrual.maturesOn,
    ...lifeBeside(accrual, amountMinor),
  };
}

/** The money is entered where the accrual lies; where both settle each other the row is born reversed. */
function settled(row: NewAccrual, accrual: StoredAccrual, closes: boolean): Beside {
  return { row: closes ? { ...row, state: 'reversed' } : row, lies: row.state, of: accrual };
}
