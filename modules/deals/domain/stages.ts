import { Refusal } from '@mosty/kernel/refusal';
import type { Outcome } from '../contract/deal.ts';
import type { Stage, Turn } from '../contract/stage.ts';

/**
 * What a company works by until it says otherwise. Chances are rough first guesses, to be replaced by the company's own
 * share of won deals; they weigh the board and decide nothing about money.
 */
export const SHIPPED_STAGES: readonly Stage[] = [
  shipped('new', 100_000, 'us'),
  shipped('talk', 200_000, 'source'),
  shipped('need', 400_000, 'expertise'),
  shipped('offer', 600_000, 'us'),
  shipped('contract', 800_000, 'us'),
  shipped('won', 1_000_000, 'implement', 'won'),
  shipped('lost', 0, 'us', 'lost'),
];

function shipped(code: string, probabilityPpm: number, turn: Turn, outcome: Outcome | null = null): Stage {
  return { code, name: null, probabilityPpm, outcome, turn };
}

export function firstStage(stages: readonly Stage[]): string {
  return stages.find(({ outcome }) => outcome === null)?.code ?? 'new';
}

export function stageOfOutcome(stages: readonly Stage[], outcome: Outcome): string {
  return stages.find((stage) => stage.outcome === outcome)?.code ?? outcome;
}

/** @returns the refusal that stands against this list of stages; `used` are those that have open deals */
export function checkStages(stages: readonly Stage[], used: ReadonlySet<string>): Refusal | null {
  const codes = stages.map(({ code }) => code);
  const twice = codes.find((code, place) => codes.indexOf(code) !== place);
  if (twice !== undefined) return new Refusal('invalid', 'deals.stage_twice', { stage: twice });
  for (const outcome of ['won', 'lost'] as const)
    if (stages.filter((stage) => stage.outcome === outcome).length !== 1)
      return new Refusal('invalid', 'deals.one_stage_of_outcome', { outcome });
  if (stages.every(({ outcome }) => outcome !== null)) return new Refusal('invalid', 'deals.no_open_stage');
  const nameless = stages.find(
    ({ code, name }) => name === null && !SHIPPED_STAGES.some((one) => one.code === code),
  );
  if (nameless) return new Refusal('invalid', 'deals.stage_nameless', { stage: nameless.code });
  const kept = new Set(codes);
  const lost = [...used].find((code) => !kept.has(code));
  if (lost !== undefined) return new Refusal('conflict', 'deals.stage_in_use', { stage: lost });
  return null;
}
