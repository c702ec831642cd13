import { importFromCommandLine } from '@mosty/integrations';
import { listWorkspaces, systemContext } from '@mosty/identity';
import { withDatabase } from './with-database.ts';

/** `mosty import FILE --kind … --map … --json`. */
export function run(args: readonly string[]): Promise<number> {
  return withDatabase(async ({ database, config }) => {
    const workspace = (await listWorkspaces(database))[0];
    if (!workspace) {
      process.stderr.write('There is no company in this installation yet: open the program and make one.\n');
      return 1;
    }
    const ctx = await systemContext(database, workspace, 'command line');
    return importFromCommandLine(ctx, { args, dataDir: config.dataDir });
  });
}
