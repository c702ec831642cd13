export { openDatabase, type OpenDatabase, type OpenedDatabase } from './open-database.ts';
export { StartFailure } from './start-failure.ts';
