import { divide, MICRO_PER_MINOR } from '@mosty/kernel/money';
import type { ReadAccrual, ReadBeside } from '../store/reading.ts';

interface Rights {
  readonly today: string;
  readonly approve: boolean;
  readonly hold: boolean;
  readonly correct: boolean;
}

/** An accrual as the API answers it, with what the reader may do with it now. */
export function presentAccrual(
  row: ReadAccrual,
  beside: readonly ReadBeside[],
  names: ReadonlyMap<string, string>,
  may: Rights,
) {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const parent = beside.find((other) => other.id === row.reversesId);
  const after = beside.filter((other) => other.reversesId === row.id);
  return {
    ...row,
    explanation: { lines: [...row.explanation.lines] },
    baseMinor: divide(row.baseMicro, MICRO_PER_MINOR, 'half_away_from_zero'),
    approvedBy: nameOf(row.approvedBy),
    author: nameOf(row.author),
    sale:
      row.saleId !== null && row.saleAt !== null
        ? {
            id: row.saleId,
            externalId: row.saleNumber ?? '',
            occurredAt: row.saleAt,
            amountMinor: row.saleMinor ?? 0n,
            clientName: row.clientName,
          }
        : null,
    refund:
      row.refundId !== null && row.refundAt !== null
        ? {
            id: row.refundId,
            externalId: row.refundNumber ?? '',
            occurredAt: row.refundAt,
            amountMinor: row.refundMinor ?? 0n,
          }
        : null,
    credit:
      row.creditRule !== null && row.creditReason !== null
        ? { rule: row.creditRule, reason: row.creditReason }
        : null,
    scheme: schemeOf(row, nameOf),
    hold:
      row.state === 'on_hold' && row.holdId !== null && row.heldAt !== null
        ? {
            id: row.holdId,
            reason: row.holdWhy ?? '',
            until: row.holdUntil ?? '',
            heldBy: nameOf(row.heldBy),
            heldAt: row.heldAt,
          }
        : null,
    of: parent ? { id: parent.id, amountMinor: parent.amountMinor } : null,
    beside: after.map(({ isReversal: _isReversal, reversesId: _reversesId, ...other }) => ({
      ...other,
      author: nameOf(other.author),
    })),
    can: canOf(row, after, may),
  };
}

type Can = true | { readonly because: string };
const NOT_PERMITTED: Can = { because: 'identity.not_permitted' };

function canOf(row: ReadAccrual, after: readonly ReadBeside[], may: Rights): Record<string, Can> {
  return {
    approve: canApprove(row, may),
    hold: may.hold ? isOpen(row) || { because: 'incentives.nothing_to_hold' } : NOT_PERMITTED,
    release: may.hold ? row.state === 'on_hold' || { because: 'incentives.no_hold' } : NOT_PERMITTED,
    correct: canCorrect(row, after, may),
  };
}

function schemeOf(row: ReadAccrual, nameOf: (id: string | null) => string | null) {
  if (row.schemeId === null || row.schemeVersion === null || row.schemeFrom === null) return null;
  return {
    id: row.schemeId,
    name: row.schemeName ?? '',
    version: row.schemeVersion,
    validFrom: row.schemeFrom,
    author: nameOf(row.schemeAuthor),
    approver: nameOf(row.schemeApprover),
    soleApprover: row.schemeSole === true,
  };
}

function isOpen(row: ReadAccrual): boolean {
  return (
    (row.state === 'pending' || row.state === 'approved') &&
    row.payoutId === null &&
    !row.carried &&
    row.amountMinor !== 0n
  );
}

function canApprove(row: ReadAccrual, may: Rights): Can {
  if (!may.approve) return NOT_PERMITTED;
  if (row.state !== 'pending') return { because: 'incentives.accrual_not_pending' };
  return row.maturesOn > may.today ? { because: 'incentives.not_matured' } : true;
}

function canCorrect(row: ReadAccrual, after: readonly ReadBeside[], may: Rights): Can {
  if (!may.correct) return NOT_PERMITTED;
  const isOver = row.kind === 'correction' || after.some((other) => other.isReversal);
  return isOver ? { because: 'incentives.not_correctable' } : true;
}
