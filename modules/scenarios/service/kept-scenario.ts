import type { Tx } from '@mosty/kernel/context';
import { refuse } from '@mosty/kernel/refusal';
import { findScenario, type ScenarioRecord } from '../store/scenarios.ts';

/** @throws scenarios.scenario_unknown */
export async function knownScenario(
  tx: Tx,
  scenarioId: string,
  how = { lock: false },
): Promise<ScenarioRecord> {
  return (
    (await findScenario(tx, scenarioId, how)) ??
    refuse('not_found', 'scenarios.scenario_unknown', { scenarioId })
  );
}
