import { parseArgs } from 'node:util';
import { importFromCommandLine } from '@mosty/integrations';
import { listWorkspaces, systemContext } from '@mosty/identity';
import { withDatabase } from './with-database.ts';

/** `mosty import FILE --kind … --map … --json`: 0 done, 1 not done, 2 done but for some lines. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      kind: { type: 'string' },
      map: { type: 'string' },
      json: { type: 'boolean', default: false },
      dry: { type: 'boolean', default: false },
      english: { type: 'boolean', default: false },
      workspace: { type: 'string' },
    },
  });
  const [file] = positionals;
  if (!file) {
    process.stderr.write(
      'Say which file: mosty import FILE --kind partners|clients|sales|refunds|costs [--map map.json] [--dry] [--json]\n',
    );
    return 2;
  }
  return withDatabase(async ({ database, config }) => {
    const workspace = values.workspace ?? (await listWorkspaces(database))[0];
    if (!workspace) {
      process.stderr.write('There is no company in this installation yet: open the program and make one.\n');
      return 1;
    }
    return importFromCommandLine({
      ctx: await systemContext(database, workspace, 'command line'),
      dataDir: config.dataDir,
      file,
      kind: values.kind,
      map: values.map,
      json: values.json,
      dry: values.dry,
      language: values.english ? 'en' : 'ru',
      write: (text) => void process.stdout.write(text),
    });
  });
}
