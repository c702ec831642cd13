import { addDays, type BusinessDate } from '@mosty/kernel/time';
import { STALE_DAYS, type AssetStage } from '../contract/assets.ts';

/** The last day on which a confirmation still counts today. */
export const freshSince = (today: BusinessDate): BusinessDate => addDays(today, -STALE_DAYS);

/** Which materials are of use where a partner stands on the conveyor. */
export function stageOfUse(stage: string | null): AssetStage {
  if (stage === 'working') return 'sell';
  if (stage === 'review' || stage === 'paused') return 'grow';
  return 'first';
}

/** An idea is ahead, on, or over. */
export function whenIs(
  idea: { readonly fromOn: string; readonly tillOn: string },
  today: string,
): 'ahead' | 'now' | 'over' {
  if (today < idea.fromOn) return 'ahead';
  return today > idea.tillOn ? 'over' : 'now';
}
