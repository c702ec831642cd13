import { Refusal } from '@mosty/kernel/refusal';
import type { FlagState, Severity } from '../contract/signs.ts';

const RANK: Readonly<Record<Severity, number>> = { watch: 1, serious: 2, critical: 3 };

export const isWorse = (one: Severity, than: Severity): boolean => RANK[one] > RANK[than];

/** Nobody knows yet whether it is so. */
export const isUndecided = (state: FlagState): boolean =>
  state === 'open' || state === 'asked' || state === 'held';

/** What may be done with a flag, or the refusal that says why not. */
export function mayAsk(state: FlagState): Refusal | true {
  return isUndecided(state) ? true : new Refusal('not_now', 'integrity.flag_decided', { state });
}

export function mayHold({
  state,
  heldUntil,
}: {
  state: FlagState;
  heldUntil: string | null;
}): Refusal | true {
  if (!isUndecided(state) && state !== 'incident')
    return new Refusal('not_now', 'integrity.flag_decided', { state });
  return heldUntil === null ? true : new Refusal('conflict', 'integrity.held_already', { until: heldUntil });
}

export function mayDecide(state: FlagState): Refusal | true {
  return isUndecided(state) ? true : new Refusal('not_now', 'integrity.flag_decided', { state });
}

interface Answered {
  readonly whatBroke: string | null;
  readonly howFixed: string | null;
  readonly whoAnswers: string | null;
  readonly dueOn: string | null;
  readonly closedAt: Date | null;
}

/** An incident is not closed while one of the four answers is wanting (S0.65). */
export function mayClose(incident: Answered): Refusal | true {
  if (incident.closedAt) return new Refusal('conflict', 'integrity.incident_closed');
  const wanting = (['whatBroke', 'howFixed', 'whoAnswers', 'dueOn'] as const).filter(
    (answer) => incident[answer] === null,
  );
  return wanting.length === 0 ? true : new Refusal('not_now', 'integrity.four_answers', { wanting });
}
