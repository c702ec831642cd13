import type { Component, Part, Row } from '../contract/parts.ts';

/** Newest first; of one day by id: whatever order rows come in, the answer is the same. */
export function inOrder(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? 1 : -1));
}

/** So many rows are kept with a point: the page shows these, the number says how many there are. */
const ROWS_KEPT = 30;

/** A component worth `share` (0…1) of its `max` points. */
export function part(
  component: Component,
  max: number,
  share: number,
  rows: readonly Row[],
  { n = rows.length, usual = null }: { n?: number; usual?: number | null } = {},
): Part {
  const points = max * Math.min(1, Math.max(0, share));
  return {
    component,
    points: round1(points),
    max,
    n,
    usual: usual === null ? null : Math.round(usual * 1000) / 1000,
    rows: inOrder(rows).slice(0, ROWS_KEPT),
  };
}

export const round1 = (value: number): number => Math.round(value * 10) / 10;
export const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, one) => sum + one.points, 0);

/** A share that few rows cannot swing: `weight` imaginary rows at `prior` stand beside the real ones. */
export function smoothed(good: number, n: number, prior: number, weight: number): number {
  return (good + prior * weight) / (n + weight);
}
