import type { Band } from '../../contract/partner-life.ts';

/**
 * Thresholds that are in force elsewhere: 60 opens the gate to work at scale, 50 where little is known yet; 39 is what a critical incident caps trust
 * at, 79 what an open flag does. Half-open, in points; `unknown`: fewer than eight rows of evidence.
 */
export const BAND_POINTS: Readonly<Record<Band, { from: number | null; to: number | null }>> = {
  high: { from: 80, to: 101 },
  enough: { from: 60, to: 80 },
  nearly: { from: 50, to: 60 },
  low: { from: 40, to: 50 },
  broken: { from: 0, to: 40 },
  unknown: { from: null, to: null },
};

/** A share of won deals of four deals says nothing. */
export const BAND_NEEDED_N = 5;
