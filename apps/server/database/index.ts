export { openDatabase, type OpenDatabase, type OpenedDatabase } from './open-database.ts';
export { StartFailure } from './start-failure.ts';
export { temporaryFolder } from './temporary-folder.ts';
