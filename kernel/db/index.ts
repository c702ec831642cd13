export { arrayLiteral, asArrays, type ArrayColumn } from './arrays.ts';
export { openPool, type Connection, type Database, type Queries } from './database.ts';
export { forgetAnswers, forgetAnswersBefore } from './forget-answers.ts';
export { KEY_KEPT_MS, withIdempotency } from './idempotency.ts';
export { look, onEventsCommitted, transact } from './transact.ts';
export { beyondPartner } from './beyond-partner.ts';
export { migrate, MIGRATION_ORDER, pendingMigrations } from './migrate.ts';
export { refreshStatistics } from './statistics.ts';
export { copyLine, copyLines, copyRows, type CopyColumn } from './copy.ts';
