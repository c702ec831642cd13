import './service/own-evidence.ts';

export { rights as lifecycleRights } from './policy.ts';
export { atLeast } from './contract/stages.ts';
export { TRANSITIONS, type Transition } from './domain/table.ts';
export { addressOf } from './service/address-of.ts';
export { definedEvidence, defineEvidence, type Asked, type FindEvidence } from './service/evidence.ts';
export { enterLifecycle, type EnterLifecycle } from './service/enter-lifecycle.ts';
export { gateOf, type GateAhead } from './service/gate-of.ts';
export { defineLimitUse, limitsOf, onLimitsLifted, type LimitNow } from './service/limits.ts';
export { liftLimits } from './service/lift-limits.ts';
export { publishLimits } from './service/set-limits.ts';
export { moveStage, type MoveStage } from './service/move-stage.ts';
export { definePassageEffect, type Passed, type PassageEffect } from './service/passage-effects.ts';
export { returnedAt } from './service/returned-at.ts';
export { takeOver, takeOverAll, type TakeOver } from './service/take-over.ts';
export { tryMove } from './service/try-move.ts';
export { standingOf, type Standing } from './store/standing.ts';
