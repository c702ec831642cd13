import type { Tx } from '@mosty/kernel/context';
import { addDays, businessDateOf, startOfDay } from '@mosty/kernel/time';
import { isMet, isOver, measure, type PilotFacts } from '../domain/pilot.ts';
import { factsOf, type CriterionRecord, type PilotRecord } from '../store/pilots.ts';

export interface Judged {
  readonly facts: PilotFacts;
  readonly criteria: readonly (CriterionRecord & { readonly found: bigint; readonly isMet: boolean })[];
  readonly isOver: boolean;
}

/** What was agreed beside what came of it, counted from facts on every look. */
export async function judge(
  tx: Tx,
  pilot: PilotRecord,
  criteria: readonly CriterionRecord[],
): Promise<Judged> {
  const facts = await factsOf(tx, pilot, {
    from: startOfDay(pilot.startsOn, tx.zone),
    to: startOfDay(addDays(pilot.endsOn, 1), tx.zone),
  });
  return {
    facts,
    criteria: criteria.map((one) => {
      const found = measure(one.metric, facts);
      return { ...one, found, isMet: isMet(one, found) };
    }),
    isOver: isOver(pilot, facts, businessDateOf(tx.now(), tx.zone)),
  };
}
