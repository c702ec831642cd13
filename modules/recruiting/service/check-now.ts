import type { Tx } from '@mosty/kernel/context';
import type { Id } from '@mosty/kernel/id';
import { returnedAt } from '@mosty/lifecycle';
import { answersOf, shownOf, type AnswerRecord, type ShownRecord } from '../store/check.ts';

export interface CheckNow {
  /** Nothing before this counts; null: the partner never was away. */
  readonly since: Date | null;
  readonly answers: readonly AnswerRecord[];
  readonly shown: readonly ShownRecord[];
}

/** What the check rests on today. Whoever left and came back is looked at anew: all before the return is history. */
export async function checkNow(tx: Tx, partnerId: Id<'partner'>): Promise<CheckNow> {
  const since = await returnedAt(tx, partnerId);
  return {
    since,
    answers: (await answersOf(tx, partnerId)).filter(({ at }) => isNow(at, since)),
    shown: (await shownOf(tx, partnerId)).filter(({ addedAt }) => isNow(addedAt, since)),
  };
}

export function isNow(at: Date, since: Date | null): boolean {
  return since === null || at >= since;
}
