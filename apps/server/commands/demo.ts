import { listWorkspaces } from '@mosty/identity';
import { fillDemoWhole, isHalfFilled } from '../demo/fill-whole.ts';
import { openFilePlace } from '../file-place.ts';
import { withDatabase } from './with-database.ts';

export function run(): Promise<number> {
  return withDatabase(async ({ config, database }) => {
    if (isHalfFilled(config.dataDir)) {
      process.stderr.write('The demo company was not filled to the end; `mosty start` begins it anew.\n');
      return 1;
    }
    if ((await listWorkspaces(database)).length > 0) {
      process.stderr.write(
        'This installation has a company already; the demo is filled only into an empty one.\n',
      );
      return 1;
    }
    openFilePlace(config);
    await fillDemoWhole(config.dataDir, database, new Date());
    process.stdout.write('The demo company is ready.\n');
    return 0;
  });
}
