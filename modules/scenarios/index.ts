export { rights as scenariosRights } from './policy.ts';
export {
  archiveScenario,
  changeScenario,
  createScenario,
  type WriteScenario,
} from './service/write-scenario.ts';
export { coverSeat } from './service/cover-seat.ts';
export { putDealIntoScenario, recordEffect, takeDealOut } from './service/scenario-deals.ts';
