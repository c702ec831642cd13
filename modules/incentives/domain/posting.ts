import type { Posting } from '@mosty/ledger';
import type { Id } from '@mosty/kernel/id';
import type { Instant, Month } from '@mosty/kernel/time';
import type { AccrualState, NewAccrual, StoredAccrual } from './accrual.ts';
import { bucketOf } from './life.ts';

const EXPENSE = { fixed_fee: 'fee_expense' } as const;

function expenseOf(kind: NewAccrual['kind'], feeFor: string | null): 'commission_expense' | 'fee_expense' {
  return kind === 'correction' && feeFor !== null
    ? 'fee_expense'
    : (EXPENSE[kind as 'fixed_fee'] ?? 'commission_expense');
}

function lyingIn(
  state: AccrualState,
  { carried, partnerId }: Pick<StoredAccrual, 'carried' | 'partnerId'>,
): Posting['entries'][number]['account'] {
  const kind = bucketOf(state, carried);
  return kind === 'write_off' ? { kind } : { kind, partnerId };
}

type Posted = Pick<
  NewAccrual,
  | 'kind'
  | 'feeFor'
  | 'partnerId'
  | 'amountMinor'
  | 'currency'
  | 'effectiveAt'
  | 'period'
  | 'carried'
  | 'reason'
>;

/**
 * What is earned is an expense of ours and a debt to the partner; what is taken back is the same with a minus.
 * `lies` is the state in which it is entered: a row that is reversed at once is entered where the other lay.
 * Null for a sale that earned nothing.
 */
export function accrualPosting(
  accrual: Posted & { readonly id: Id<'accrual'> },
  lies: AccrualState,
  reverses: Id<'accrual'> | null = null,
): Posting | null {
  const { id, amountMinor, currency } = accrual;
  if (amountMinor === 0n) return null;
  return {
    sourceKind: 'accrual',
    sourceId: id,
    kind: 'accrue',
    effectiveAt: accrual.effectiveAt,
    period: accrual.period,
    reason: accrual.reason ?? undefined,
    reverses: reverses ? { sourceKind: 'accrual', sourceId: reverses, kind: 'accrue' } : undefined,
    entries: [
      { account: { kind: expenseOf(accrual.kind, accrual.feeFor) }, amountMinor, currency },
      { account: lyingIn(lies, accrual), amountMinor: -amountMinor, currency },
    ],
  };
}

export interface Move {
  readonly accrual: Pick<StoredAccrual, 'id' | 'partnerId' | 'amountMinor' | 'currency' | 'carried'>;
  readonly from: AccrualState;
  readonly to: AccrualState;
}

/** From one bucket of what we owe to another. `key` is what makes the movement the same movement, for ever. */
export function movePosting(
  move: Move,
  key: { readonly sourceKind: string; readonly sourceId: string; readonly kind: string },
  when: { readonly at: Instant; readonly period: Month; readonly reason?: string | undefined },
): Posting | null {
  const { amountMinor, currency, carried } = move.accrual;
  if (amountMinor === 0n || bucketOf(move.from, carried) === bucketOf(move.to, carried)) return null;
  return {
    ...key,
    effectiveAt: when.at,
    period: when.period,
    reason: when.reason,
    entries: [
      { account: lyingIn(move.from, move.accrual), amountMinor, currency },
      { account: lyingIn(move.to, move.accrual), amountMinor: -amountMinor, currency },
    ],
  };
}
