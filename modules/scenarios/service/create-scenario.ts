import { permit } from '@mosty/identity';
import type { Context } from '@mosty/kernel/context';
import { transact } from '@mosty/kernel/db';
import { refuse } from '@mosty/kernel/refusal';
import { checkScenarioName } from '../domain.ts';
import { rights } from '../policy.ts';
import { insertScenario, type ScenarioRecord } from '../store/scenarios.ts';

export interface CreateScenario {
  readonly name: string;
}

/** @throws scenarios.name_says_nothing, scenarios.name_taken */
export function createScenario(ctx: Context, input: CreateScenario): Promise<ScenarioRecord> {
  return transact(ctx, async (tx) => {
    permit(tx, rights, 'scenario.write');
    const refusal = checkScenarioName(input.name);
    if (refusal) throw refusal;
    const scenario = { id: tx.id('scenario'), name: input.name.trim(), createdAt: tx.now() };
    if (!(await insertScenario(tx, scenario)))
      refuse('conflict', 'scenarios.name_taken', { name: scenario.name });
    tx.audit({ verb: 'scenarios.create_scenario', subject: scenario.id });
    tx.emit({ type: 'scenario.created', scenarioId: scenario.id });
    return scenario;
  });
}
