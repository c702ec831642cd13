import type { Part, RowCode } from '../../contract/parts.ts';
import type { Dated, Facts } from '../facts.ts';
import { part, smoothed } from '../part.ts';

const PRIOR = 0.7;
const WEIGHT = 4;

/** Its word: promises kept .45, what it was to do of the plan .20, answers in the time it promised .15 (S0.11). */
export function kept({ promises, plan, replies }: Pick<Facts, 'promises' | 'plan' | 'replies'>): Part[] {
  return [
    share('promises', 45, promises, ({ kept: good }) => good, ['promise_kept', 'promise_missed']),
    share('plan', 20, plan, ({ done }) => done, ['plan_done', 'plan_missed']),
    share('replies', 15, replies, ({ inTime }) => inTime, ['reply_in_time', 'reply_late']),
  ];
}

function share<T>(
  component: Part['component'],
  max: number,
  rows: readonly Dated<T>[],
  isGood: (row: T) => boolean,
  [good, bad]: readonly [RowCode, RowCode],
): Part {
  const said = rows.map((row) => ({ id: row.id, on: row.on, says: isGood(row) ? good : bad }));
  return part(component, max, smoothed(rows.filter(isGood).length, rows.length, PRIOR, WEIGHT), said, {
    usual: PRIOR,
  });
}
