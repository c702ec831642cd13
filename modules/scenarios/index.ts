export { rights as scenariosRights } from './policy.ts';
export { scenariosReactions } from './reactions.ts';
export { createScenario, type CreateScenario } from './service/create-scenario.ts';
export type { ScenarioRecord } from './store/scenarios.ts';
