import * as z from 'zod';

/** Where a partner stands, in the order of the way; the last four are off it (S0.21, S0.49). */
export const STAGES = [
  'mention',
  'candidate',
  'talking',
  'checking',
  'approved',
  'agreed',
  'launch',
  'pilot',
  'working',
  'paused',
  'review',
  'leaving',
  'ended',
  'declined',
  'stop_listed',
] as const;
export type Stage = (typeof STAGES)[number];
export const stageSchema = z.enum(STAGES);

/** standard: looked at by people · scaled: the same gates, answered by checks · referral: clients who tell · alliance: goals, not deals. */
export const PATHS = ['standard', 'scaled', 'referral', 'alliance'] as const;
export type Path = (typeof PATHS)[number];
export const pathSchema = z.enum(PATHS);

/** How far each stage is on the way, for «at least approved». Off the way and on the way out is nowhere. */
const FORWARD: Partial<Record<Stage, number>> = {
  mention: 0,
  candidate: 1,
  talking: 2,
  checking: 3,
  approved: 4,
  agreed: 5,
  launch: 6,
  pilot: 7,
  working: 8,
  paused: 8,
  review: 8,
};

/** Whether a partner in `stage` has come as far as `wanted`. One who leaves, left or was declined has not. */
export function atLeast(stage: Stage, wanted: Stage): boolean {
  const here = FORWARD[stage];
  const there = FORWARD[wanted];
  return here !== undefined && there !== undefined && here >= there;
}

/** Where a name came from: what a conveyor begins with. */
export const SOURCES = ['by_hand', 'survey', 'voice', 'application', 'partner', 'import', 'api'] as const;
export type Source = (typeof SOURCES)[number];

/** launch, pilot: how much is let while the partner stands there · start: the scaled path, until a person looked. */
export const LIMITED = ['launch', 'pilot', 'start'] as const;
export type Limited = (typeof LIMITED)[number];
