import type { Threshold } from '../contract/framework.ts';

/** What is counted of a partner for one threshold. */
export interface Counted {
  readonly partnerId: string;
  readonly kinds: readonly string[];
  readonly track: string;
  /** How long the partner has been working, in whole months. */
  readonly monthsWorking: number;
  readonly found: bigint;
}

/**
 * Whether the partner stands beyond the line. One that works for less time than the line looks back cannot have fallen
 * below it; it may have reached one early.
 */
export function hasCrossed(rule: Threshold, who: Counted): boolean {
  if (rule.fromKind !== null && !who.kinds.includes(rule.fromKind)) return false;
  if (rule.toKind !== null && who.kinds.includes(rule.toKind)) return false;
  if (rule.fromTrack !== null && who.track !== rule.fromTrack) return false;
  if (rule.toTrack !== null && who.track === rule.toTrack) return false;
  const line = BigInt(rule.value);
  if (rule.comparison === 'at_least') return who.found >= line;
  return who.monthsWorking >= rule.months && who.found <= line;
}

export type TrackVerdict = 'few' | 'within' | 'many' | 'too_early';

/** Led personally is the top 10–20 % (S1.23); of fewer than ten partners a share says nothing. */
export function judgeTrackShare(working: number, highTouch: number): TrackVerdict {
  if (working < 10) return 'too_early';
  if (highTouch * 10 < working) return 'few';
  return highTouch * 5 > working ? 'many' : 'within';
}
