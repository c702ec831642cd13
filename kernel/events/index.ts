export { defineReaction, type KeptEvent, type Reaction } from './reaction.ts';
export { startDispatcher, drainEvents, type Dispatcher } from './dispatcher.ts';
export { failedReactions, type FailedReaction } from './failures.ts';
export { eventAt, eventsAfter, eventsBetween, lastEvent } from './read.ts';
export { emitParts } from './emit-parts.ts';
