import { daysBetween, type BusinessDate } from '@mosty/kernel/time';
import { SIGNALS, type Signal, type SignalStanding, type Silence } from '../../contract/parts.ts';
import type { Facts } from '../facts.ts';
import { expectedOf } from './expected.ts';
import { usualGap } from './usual-gap.ts';

const NEVER_BEFORE_DAYS = 14;
const SILENT_ANYWAY_DAYS = 120;
const FADING = 2;
const SILENT = 3;

export interface SilenceOf {
  readonly state: Silence;
  readonly best: SignalStanding | null;
  /** Each signal that is expected of its kinds or was ever given, in a fixed order. */
  readonly signals: readonly SignalStanding[];
}

/** Per signal days since the last one over the usual gap; over all of them the least silent that is expected. */
export function silenceOf(facts: Pick<Facts, 'kinds' | 'since' | 'signals'>, today: BusinessDate): SilenceOf {
  const { since } = facts;
  if (since === null) return { state: 'not_yet', best: null, signals: [] };
  const expected = expectedOf(facts.kinds);
  const signals = SIGNALS.filter((signal) => expected.has(signal) || facts.signals[signal].length > 0).map(
    (signal) => standing(signal, facts.signals[signal], { since, today, expected: expected.has(signal) }),
  );
  const given = signals.filter((one) => one.expected);
  const best = given.reduce<SignalStanding | null>((a, b) => (a && a.ratio <= b.ratio ? a : b), null);
  const isNew = daysBetween(since, today) < NEVER_BEFORE_DAYS && given.every((one) => one.lastOn === null);
  return { state: isNew || !best ? 'not_yet' : best.state, best: isNew ? null : best, signals };
}

function standing(
  signal: Signal,
  days: readonly BusinessDate[],
  { since, today, expected }: { since: BusinessDate; today: BusinessDate; expected: boolean },
): SignalStanding {
  const past = days.filter((day) => day <= today).toSorted();
  const last = past.at(-1) ?? null;
  const silentFor = Math.max(0, daysBetween(last ?? since, today));
  const usual = usualGap(past);
  return {
    signal,
    state: stateOf(silentFor, silentFor / usual),
    usualDays: usual,
    days: silentFor,
    ratio: Math.round((silentFor / usual) * 100) / 100,
    lastOn: last,
    expected,
  };
}

function stateOf(days: number, ratio: number): SignalStanding['state'] {
  if (days >= SILENT_ANYWAY_DAYS) return 'silent';
  if (days < NEVER_BEFORE_DAYS || ratio < FADING) return 'fine';
  return ratio >= SILENT ? 'silent' : 'fading';
}
