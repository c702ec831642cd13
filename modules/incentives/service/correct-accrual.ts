import { permit } from '@mosty/identity';
import type { Context, Tx } from '@mosty/kernel/context';
import { look, transact } from '@mosty/kernel/db';
import type { Id } from '@mosty/kernel/id';
import { refuse } from '@mosty/kernel/refusal';
import type { StoredAccrual } from '../domain/accrual.ts';
import { dayFinder } from '../domain/day.ts';
import { mend } from '../domain/take-back.ts';
import { rights } from '../policy.ts';
import { lockWithBeside, readWithBeside } from '../store/accruals.ts';
import { clawBackSales } from './claw-back-sales.ts';
import { periodFinder } from './periods.ts';
import { record } from './record.ts';

export interface CorrectionShown {
  readonly accrualId: Id<'accrual'>;
  readonly currency: string;
  readonly wasMinor: bigint;
  readonly becomesMinor: bigint;
  readonly differenceMinor: bigint;
}

interface Asked {
  readonly accrualId: Id<'accrual'>;
  /** What should have been accrued, before anything refunds take of it. */
  readonly becomesMinor: bigint;
  /** Where it is known whose it must be: another partner's is not found. */
  readonly partnerId?: Id<'partner'> | undefined;
}

/** The difference a correction would make. Nothing is changed. */
export function previewCorrection(ctx: Context, input: Asked): Promise<CorrectionShown> {
  return look(ctx, async (tx) => {
    permit(tx, rights, 'accrual.correct');
    return difference(await readWithBeside(tx, [input.accrualId]), input);
  });
}

/**
 * Corrects an accrual by a new linked entry for the difference, with a reason and an author (money.md 4). Refunds take
 * their share of the correction too. `wasMinor` is what the person saw: corrected meanwhile, it is refused.
 * @throws incentives.no_accrual, incentives.not_correctable, incentives.accrual_changed, incentives.no_difference
 */
export function correctAccrual(
  ctx: Context,
  input: Asked & { readonly wasMinor: bigint; readonly reason: string },
): Promise<CorrectionShown & { readonly correctionId: Id<'accrual'> }> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'accrual.correct');
    const rows = await lockWithBeside(tx, [input.accrualId]);
    const shown = difference(rows, input);
    if (shown.wasMinor !== input.wasMinor) {
      refuse('conflict', 'incentives.accrual_changed', {
        wasMinor: input.wasMinor.toString(),
        isMinor: shown.wasMinor.toString(),
      });
    }
    if (shown.differenceMinor === 0n) refuse('invalid', 'incentives.no_difference');
    const accrual = target(rows, input.accrualId);
    const correctionId = await post(tx, accrual, shown, input.reason);
    tx.audit({
      verb: 'incentives.correct_accrual',
      subject: accrual.id,
      reason: input.reason,
      change: {
        correctionId,
        wasMinor: shown.wasMinor,
        becomesMinor: shown.becomesMinor,
        currency: shown.currency,
      },
    });
    return { ...shown, correctionId };
  });
}

async function post(
  tx: Tx,
  accrual: StoredAccrual,
  shown: CorrectionShown,
  reason: string,
): Promise<Id<'accrual'>> {
  const periodOf = await periodFinder(tx, dayFinder(tx.zone));
  const why = { author: tx.actor.id, reason };
  const entry = mend(accrual, { ...shown, code: 'correction' }, why, periodOf(accrual.effectiveAt));
  const [correction] = await record(tx, [entry]);
  if (!correction) throw new Error('a correction has no business key of its own, and yet it was known');
  if (accrual.saleId !== null && accrual.refundId === null) await clawBackSales(tx, [accrual.saleId]);
  return correction.id;
}

function target(rows: readonly StoredAccrual[], id: string): StoredAccrual {
  return rows.find((row) => row.id === id) ?? refuse('not_found', 'incentives.no_accrual');
}

function difference(
  rows: readonly StoredAccrual[],
  { accrualId, becomesMinor, partnerId }: Asked,
): CorrectionShown {
  const accrual = target(rows, accrualId);
  if (partnerId !== undefined && accrual.partnerId !== partnerId)
    refuse('not_found', 'incentives.no_accrual');
  if (
    accrual.kind === 'correction' ||
    rows.some((row) => row.reversesAccrualId === accrualId && row.isReversal)
  ) {
    refuse('not_now', 'incentives.not_correctable', { accrualId });
  }
  const wasMinor = netOf(accrual, rows);
  return {
    accrualId,
    currency: accrual.currency,
    wasMinor,
    becomesMinor,
    differenceMinor: becomesMinor - wasMinor,
  };
}

/** The accrual with its corrections, without what refunds took. */
export function netOf(accrual: StoredAccrual, rows: readonly StoredAccrual[]): bigint {
  return rows
    .filter((row) => row.reversesAccrualId === accrual.id && row.kind === 'correction')
    .reduce((sum, row) => sum + row.amountMinor, accrual.amountMinor);
}
