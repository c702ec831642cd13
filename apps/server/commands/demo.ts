import { listWorkspaces } from '@mosty/identity';
import { fillDemo } from '../demo/fill.ts';
import { withDatabase } from './with-database.ts';

export function run(): Promise<number> {
  return withDatabase(async ({ database }) => {
    if ((await listWorkspaces(database)).length > 0) {
      process.stderr.write(
        'This installation has a company already; the demo is filled only into an empty one.\n',
      );
      return 1;
    }
    await fillDemo(database, new Date());
    process.stdout.write('The demo company is ready.\n');
    return 0;
  });
}
